package dev.rolewise.knowledge.retrieval;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays as bytes, each with its length in front and copied as a whole: a process that is just
 * starting goes through no loop to read them. What reads them does so in the order in which they
 * were added.
 */
final class SavedArrays {
  private final List<ByteBuffer> parts = new ArrayList<>();

  void add(int[] numbers) {
    ByteBuffer part = part(numbers.length, Integer.BYTES);
    part.slice(Integer.BYTES, part.capacity() - Integer.BYTES)
        .order(LITTLE_ENDIAN)
        .asIntBuffer()
        .put(numbers);
  }

  void add(float[] numbers) {
    ByteBuffer part = part(numbers.length, Float.BYTES);
    part.slice(Integer.BYTES, part.capacity() - Integer.BYTES)
        .order(LITTLE_ENDIAN)
        .asFloatBuffer()
        .put(numbers);
  }

  void add(String[] texts) {
    int[] ends = new int[texts.length];
    var all = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      ends[i] = all.append(texts[i]).length();
    }
    byte[] bytes = all.toString().getBytes(UTF_8);
    add(ends);
    part(bytes.length, 1).put(Integer.BYTES, bytes);
  }

  /**
   * @param numbers each from 0 to the size of the map, once
   */
  void addNumbered(Map<String, Integer> numbers) {
    String[] texts = new String[numbers.size()];
    numbers.forEach((text, number) -> texts[number] = text);
    add(texts);
  }

  private ByteBuffer part(int length, int size) {
    ByteBuffer part = ByteBuffer.allocate(Integer.BYTES + length * size).order(LITTLE_ENDIAN);
    parts.add(part.putInt(0, length));
    return part;
  }

  byte[] toBytes() {
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::capacity).sum());
    parts.forEach(part -> all.put(part.duplicate()));
    return all.array();
  }

  /**
   * @param bytes in the order of little ends; their position moves behind the array
   */
  static int[] readInts(ByteBuffer bytes) {
    int[] numbers = new int[length(bytes, Integer.BYTES)];
    bytes.asIntBuffer().get(numbers);
    bytes.position(bytes.position() + numbers.length * Integer.BYTES);
    return numbers;
  }

  static float[] readFloats(ByteBuffer bytes) {
    float[] numbers = new float[length(bytes, Float.BYTES)];
    bytes.asFloatBuffer().get(numbers);
    bytes.position(bytes.position() + numbers.length * Float.BYTES);
    return numbers;
  }

  static String[] readTexts(ByteBuffer bytes) {
    int[] ends = readInts(bytes);
    byte[] encoded = new byte[length(bytes, 1)];
    bytes.get(encoded);
    String all = new String(encoded, UTF_8);
    String[] texts = new String[ends.length];
    int start = 0;
    for (int i = 0; i < texts.length; i++) {
      texts[i] = all.substring(start, ends[i]);
      start = ends[i];
    }
    return texts;
  }

  static Map<String, Integer> readNumbered(ByteBuffer bytes) {
    String[] texts = readTexts(bytes);
    var numbers = HashMap.<String, Integer>newHashMap(texts.length);
    for (int i = 0; i < texts.length; i++) {
      numbers.put(texts[i], i);
    }
    return numbers;
  }

  /** The length in front of an array, never more than there is. */
  private static int length(ByteBuffer bytes, int size) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining() / size) {
      throw new IllegalArgumentException(
          "length must be from 0 to " + bytes.remaining() / size + ", got " + length);
    }
    return length;
  }
}
