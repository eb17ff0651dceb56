package dev.rolewise.bot.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.config.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells requests that Slack signed from all others. */
final class SlackSignature {
  static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";
  static final String SIGNATURE_HEADER = "X-Slack-Signature";

  /** An older or newer request may be a recorded one. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
  private static final Pattern SIGNATURE = Pattern.compile(VERSION + "=[0-9a-f]{64}");

  private final SecretKeySpec key;
  private final InstantSource clock;

  SlackSignature(Secret signingSecret, InstantSource clock) {
    this.key = new SecretKeySpec(signingSecret.value().getBytes(US_ASCII), ALGORITHM);
    this.clock = requireNonNull(clock, "clock");
  }

  /** What a request turned out to be. */
  enum Verdict {
    GENUINE,
    /** A header is missing, there twice, or not of its form. */
    UNSIGNED,
    /** Signed too long ago, or in the future. */
    STALE,
    /** Signed with another secret or for another body. */
    FORGED
  }

  /**
   * Judges a request.
   *
   * @param timestamps every value of {@link #TIMESTAMP_HEADER}
   * @param signatures every value of {@link #SIGNATURE_HEADER}
   * @param body its bytes as they arrived
   */
  Verdict judge(List<String> timestamps, List<String> signatures, byte[] body) {
    if (timestamps.size() != 1
        || signatures.size() != 1
        || !TIMESTAMP.matcher(timestamps.getFirst()).matches()
        || !SIGNATURE.matcher(signatures.getFirst()).matches()) {
      return Verdict.UNSIGNED;
    }
    String timestamp = timestamps.getFirst();
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    Duration age =
        Duration.between(signed, Instant.ofEpochSecond(clock.instant().getEpochSecond()));
    if (age.abs().compareTo(TOLERANCE) > 0) {
      return Verdict.STALE;
    }
    byte[] expected = sign(timestamp, body).getBytes(US_ASCII);
    return MessageDigest.isEqual(expected, signatures.getFirst().getBytes(US_ASCII))
        ? Verdict.GENUINE
        : Verdict.FORGED;
  }

  /** The signature that Slack would give. */
  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(US_ASCII));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
