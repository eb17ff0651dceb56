package dev.rolewise.bot.llm;

import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * How long the server of a model wants to be left alone, by the header {@code Retry-After} of its
 * latest response. Safe to use from many threads.
 *
 * <p>What the clients throw leaves headers out, so this hears them where those for cookies are
 * handed over, of which there are none.
 */
final class RetryAfter extends CookieHandler {
  private static final Duration MOST = Duration.ofDays(1);

  private final InstantSource clock;
  private volatile long until = System.nanoTime();

  /**
   * Not told anything yet.
   *
   * @param clock tells how far away a date is
   */
  RetryAfter(InstantSource clock) {
    this.clock = clock;
  }

  /** What is left of that time, from 0 to a day. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
  }

  @Override
  public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
    return Map.of();
  }

  @Override
  public void put(URI address, Map<String, List<String>> headers) {
    Duration wait =
        HttpHeaders.of(headers, (_, _) -> true)
            .firstValue("Retry-After")
            .map(String::strip)
            .map(this::read)
            .orElse(Duration.ZERO);
    until = System.nanoTime() + wait.toNanos();
  }

  /** Seconds or a date; none of what is neither. */
  private Duration read(String header) {
    try {
      Duration wait =
          header.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header))
              : Duration.between(
                  clock.instant(),
                  DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
      return wait.isNegative() ? Duration.ZERO : wait.compareTo(MOST) > 0 ? MOST : wait;
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }
}
