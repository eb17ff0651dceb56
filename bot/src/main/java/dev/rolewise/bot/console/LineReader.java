package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines of UTF-8 from a stream, each as soon as it is there, and none too long to keep. */
final class LineReader {
  /** Most bytes of a line; a longer one is read to its end and reported. */
  static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

  private static final int BUFFER_BYTES = 64 * 1024;

  /** What stands in the next line. */
  sealed interface Line {
    /**
     * A line.
     *
     * @param text without its line ending
     */
    record Text(String text) implements Line {
      public Text {
        requireNonNull(text, "text");
      }
    }

    /**
     * A line that cannot be used.
     *
     * @param problem why
     */
    record Unusable(String problem) implements Line {
      public Unusable {
        requireNonNull(problem, "problem");
      }
    }

    /** There are no more lines. */
    record End() implements Line {}
  }

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private boolean isFirst = true;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line; waits until it is complete. */
  Line next() throws IOException {
    var bytes = new ByteArrayOutputStream();
    boolean isTooLong = false;
    boolean hasAny = false;
    while (true) {
      if (start == end && !fill()) {
        return hasAny ? line(bytes, isTooLong) : new Line.End();
      }
      hasAny = true;
      int feed = start;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      if (bytes.size() + feed - start > MAX_LINE_BYTES) {
        isTooLong = true;
        bytes.reset();
      } else if (!isTooLong) {
        bytes.write(buffer, start, feed - start);
      }
      boolean isComplete = feed < end;
      start = isComplete ? feed + 1 : feed;
      if (isComplete) {
        return line(bytes, isTooLong);
      }
    }
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(in.read(buffer), 0);
    return end > 0;
  }

  private Line line(ByteArrayOutputStream bytes, boolean isTooLong) {
    boolean wasFirst = isFirst;
    isFirst = false;
    if (isTooLong) {
      return new Line.Unusable("longer than " + MAX_LINE_BYTES / 1024 / 1024 + " MB");
    }
    byte[] content = bytes.toByteArray();
    int length = content.length;
    if (length > 0 && content[length - 1] == '\r') {
      length--;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Arrays.copyOf(content, length)))
              .toString();
      return new Line.Text(wasFirst && text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return new Line.Unusable("is not UTF-8");
    }
  }
}
