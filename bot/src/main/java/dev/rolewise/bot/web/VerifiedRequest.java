package dev.rolewise.bot.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request whose signature holds and whose body is well-formed.
 *
 * @param headers the values of each header by its name in lower case
 * @param body as it was signed: a JSON object, or a form with {@code payload} (a JSON object),
 *     {@code command} or {@code ssl_check}
 */
public record VerifiedRequest(Map<String, List<String>> headers, String body) {
  public VerifiedRequest {
    headers =
        headers.entrySet().stream()
            .collect(
                toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> List.copyOf(header.getValue())));
  }
}
