package dev.rolewise.knowledge.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Text of a file, decoded strictly: a byte that fits no character is an error. */
final class TextFile {
  /** A larger file is refused without being read. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  /** A page says its encoding within so many bytes. */
  private static final int DECLARATION_BYTES = 4096;

  private TextFile() {}

  /** Reads the text; lines end in {@code \n} whatever they end in in the file. */
  static String read(Path path, SourceFile.Format format) throws IOException, UnreadableException {
    long size = Files.size(path);
    if (size > MAX_BYTES) {
      throw new UnreadableException(
          "must be at most 10 MB, got " + (size + 1024 * 1024 - 1) / (1024 * 1024) + " MB");
    }
    byte[] bytes = Files.readAllBytes(path);
    String text = decode(bytes, format);
    if (text.isBlank()) {
      throw new UnreadableException("is empty");
    }
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String decode(byte[] bytes, SourceFile.Format format) throws UnreadableException {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw new UnreadableException("must be text, got binary content");
      }
    }
    if (format == SourceFile.Format.HTML) {
      String declared = declaredCharset(bytes);
      if (!declared.isEmpty()) {
        return decode(bytes, 0, charset(declared));
      }
    }
    return decode(bytes, 0, StandardCharsets.UTF_8);
  }

  private static String decode(byte[] bytes, int from, Charset charset) throws UnreadableException {
    var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    out.flip();
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < out.length(); i++) {
        line += out.charAt(i) == '\n' ? 1 : 0;
      }
      throw new UnreadableException(
          "must be encoded in " + charset.name() + ", got bytes that are not", line);
    }
    String text = out.toString();
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
    }
    if (controls > 8 && controls > text.length() / 100) {
      throw new UnreadableException("must be text, got binary content");
    }
    return text;
  }

  private static Charset charset(String name) throws UnreadableException {
    // Browsers read the first two as the third, and pages rely on it.
    return switch (name) {
      case "iso-8859-1", "us-ascii", "latin1", "ascii" -> Charset.forName("windows-1252");
      default -> {
        try {
          yield Charset.forName(name);
        } catch (IllegalArgumentException _) {
          throw new UnreadableException("declares an unknown encoding, '" + name + "'");
        }
      }
    };
  }

  /** The encoding a page declares in its first bytes, in lower case, or the empty string. */
  private static String declaredCharset(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_BYTES);
    String start =
        new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int meta = start.indexOf("<meta");
    while (meta >= 0) {
      int end = start.indexOf('>', meta);
      String tag = start.substring(meta, end < 0 ? start.length() : end);
      int at = tag.indexOf("charset");
      if (at >= 0) {
        int from = at + "charset".length();
        while (from < tag.length() && " =\"'".indexOf(tag.charAt(from)) >= 0) {
          from++;
        }
        int to = from;
        while (to < tag.length() && " \"';/".indexOf(tag.charAt(to)) < 0) {
          to++;
        }
        String name = tag.substring(from, to);
        // A page that could be read up to here cannot be in a two-byte encoding.
        return name.startsWith("utf-16") ? "utf-8" : name;
      }
      meta = start.indexOf("<meta", meta + 5);
    }
    return "";
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
