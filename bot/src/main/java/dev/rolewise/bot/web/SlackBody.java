package dev.rolewise.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The body of a genuine request, as far as the server has to understand it. */
final class SlackBody {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String FORM_TYPE = "application/x-www-form-urlencoded";
  private static final String JSON_TYPE = "application/json";

  private final String text;
  private final Optional<String> challenge;

  private SlackBody(String text, Optional<String> challenge) {
    this.text = text;
    this.challenge = challenge;
  }

  /** The body as it was signed. */
  String text() {
    return text;
  }

  /** What to answer when Slack asks whether this address is ours. */
  Optional<String> challenge() {
    return challenge;
  }

  /**
   * Reads a body.
   *
   * @param contentType value of the header, empty when there is none
   * @return nothing when no platform could make sense of it
   */
  static Optional<SlackBody> find(String contentType, byte[] content) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      return switch (type) {
        case JSON_TYPE -> findJson(text);
        case FORM_TYPE -> findForm(text);
        default -> Optional.empty();
      };
    } catch (CharacterCodingException | JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<SlackBody> findJson(String text) throws JsonProcessingException {
    JsonNode json = JSON.readTree(text);
    if (!json.isObject()) {
      return Optional.empty();
    }
    if (!json.path("type").asText().equals("url_verification")) {
      return Optional.of(new SlackBody(text, Optional.empty()));
    }
    JsonNode challenge = json.path("challenge");
    return challenge.isTextual()
        ? Optional.of(new SlackBody(text, Optional.of(challenge.textValue())))
        : Optional.empty();
  }

  private static Optional<SlackBody> findForm(String text) throws JsonProcessingException {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(field.substring(0, equals), UTF_8),
            URLDecoder.decode(field.substring(equals + 1), UTF_8));
      }
    }
    String payload = fields.get("payload");
    boolean isUsable =
        payload == null
            ? fields.containsKey("command") || fields.containsKey("ssl_check")
            : JSON.readTree(payload).isObject();
    return isUsable ? Optional.of(new SlackBody(text, Optional.empty())) : Optional.empty();
  }
}
