package dev.rolewise.bot.bench;

import dev.rolewise.knowledge.embedding.MiniLmEmbedder;
import java.nio.file.Path;

/** A program that loads the model in the fastest way known, embeds one text and ends. */
public final class ColdFloor {
  private ColdFloor() {}

  /** Takes the cache folder and the text. */
  public static void main(String[] args) {
    try (var model = new MiniLmEmbedder(Path.of(args[0]))) {
      model.embed(args[1]);
    }
  }
}
