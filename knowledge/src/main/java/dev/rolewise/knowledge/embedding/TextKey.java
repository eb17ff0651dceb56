package dev.rolewise.knowledge.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first 128 bits of the SHA-256 of a model's id and a text. Different texts have different keys
 * also when they differ only in broken surrogates, which no encoding keeps.
 */
record TextKey(long high, long low) {
  static final int BYTES = 2 * Long.BYTES;

  private static final byte ENCODED = 0;
  private static final byte NOT_ENCODABLE = 1;

  /** Written out: what a record is given is put together when it is first called, in 5 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextKey key && high == key.high && low == key.low;
  }

  /** Any part of a SHA-256 is spread evenly. */
  @Override
  public int hashCode() {
    return Long.hashCode(low);
  }

  static TextKey of(String modelId, String text) {
    return all(modelId, List.of(text)).getFirst();
  }

  /** Keys in the order of the texts. */
  static List<TextKey> all(String modelId, List<String> texts) {
    MessageDigest sha = sha256();
    byte[] model = modelId.getBytes(UTF_8);
    var keys = new ArrayList<TextKey>(texts.size());
    for (String text : texts) {
      sha.update(model);
      update(sha, text);
      ByteBuffer digest = ByteBuffer.wrap(sha.digest());
      keys.add(new TextKey(digest.getLong(), digest.getLong()));
    }
    return keys;
  }

  /** Encoding and decoding are several times faster than going through a text's units. */
  private static void update(MessageDigest sha, String text) {
    byte[] encoded = text.getBytes(UTF_8);
    if (new String(encoded, UTF_8).equals(text)) {
      sha.update(ENCODED);
      sha.update(encoded);
      return;
    }
    ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
    units.asCharBuffer().put(text);
    sha.update(NOT_ENCODABLE);
    sha.update(units.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
