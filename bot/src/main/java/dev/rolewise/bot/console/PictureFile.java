package dev.rolewise.bot.console;

import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.ChartImage;
import dev.rolewise.bot.render.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Writes the picture of a reply to a file. */
final class PictureFile {
  private PictureFile() {}

  /** Writes it, and returns what went wrong on one line, if anything did. */
  static Optional<String> write(Reply reply, Path file) {
    if (misnamed(file).isPresent()) {
      return misnamed(file);
    }
    for (Block block : reply.blocks()) {
      if (block instanceof Block.Image(var chart, _)) {
        return switch (new ChartImage().draw(chart)) {
          case ChartImage.Drawing.NoFonts noFonts -> Optional.of(noFonts.advice());
          case ChartImage.Drawing.Drawn drawn -> write(drawn.png(), file);
        };
      }
    }
    return Optional.of("there is no picture to write to " + file);
  }

  /** What is wrong with the name of a file, if anything is. */
  static Optional<String> misnamed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".png")
        ? Optional.empty()
        : Optional.of(file + ": must end in .png, the picture is one");
  }

  /** Says on one line where the picture of a reply is or how to get it, empty without a picture. */
  static String note(Reply reply, Optional<Path> file) {
    return reply.blocks().stream().anyMatch(Block.Image.class::isInstance)
        ? file.map(written -> "Picture: " + written).orElse("Picture: none, -o FILE.png writes it")
            + "\n"
        : "";
  }

  private static Optional<String> write(byte[] png, Path file) {
    try {
      Files.write(file, png);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          file
              + ": cannot be written, "
              + (Files.isDirectory(file) ? "is a folder" : "no access or no such folder"));
    }
  }
}
