package dev.rolewise.bot.console;

import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes an answer to a terminal sentence by sentence, and the rest of it at its end. */
final class GrowingText implements Consumer<Sentence> {
  private final Streams streams;
  private final Function<Reply, String> renderer;
  private final List<Sentence> sentences = new ArrayList<>();
  private String written = "";

  GrowingText(Streams streams, Function<Reply, String> renderer) {
    this.streams = streams;
    this.renderer = renderer;
  }

  @Override
  public void accept(Sentence sentence) {
    sentences.add(sentence);
    String text = renderer.apply(Reply.beginning(sentences));
    if (text.startsWith(written)) {
      streams.text(text.substring(written.length()));
      written = text;
    }
  }

  /** Writes what of the whole reply has not been written yet. */
  void end(String whole) {
    streams.text(whole.startsWith(written) ? whole.substring(written.length()) : "\n" + whole);
    sentences.clear();
    written = "";
  }
}
