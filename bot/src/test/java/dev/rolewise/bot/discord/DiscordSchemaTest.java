package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiscordSchemaTest {
  private static final String MESSAGES = "/channels/1/messages";
  private static final String ORIGINAL = "/api/v10/webhooks/1/token/messages/@original?wait=true";
  private static final String SEPARATOR = "{\"type\":14}";

  @BeforeAll
  static void needsTheDocument() {
    assumeTrue(DiscordSchema.isPresent());
  }

  @Test
  void takesWhatDiscordTakes() {
    assertThat(DiscordSchema.check("POST", MESSAGES, message(SEPARATOR))).isEmpty();
    assertThat(DiscordSchema.check("PATCH", ORIGINAL, message(button("Sources")))).isEmpty();
    assertThat(DiscordSchema.check("POST", "/interactions/1/token/callback", "{\"type\":5}"))
        .isEmpty();
    assertThat(DiscordSchema.check("GET", "/users/@me", "")).isEmpty();
    assertThat(
            DiscordSchema.check(
                "PUT",
                "/applications/1/commands",
                "[{\"type\":1,\"name\":\"ask\",\"description\":\"Asks.\"}]"))
        .isEmpty();
  }

  @Test
  void refusesTooManyComponents_whereverTheyStand() {
    String many = String.join(",", Collections.nCopies(41, SEPARATOR));
    String nested = "{\"type\":17,\"components\":[" + many.substring(SEPARATOR.length() + 1) + "]}";

    assertThat(DiscordSchema.check("POST", MESSAGES, message(many)))
        .anyMatch(violation -> violation.contains("40"))
        .contains("41 components");
    assertThat(DiscordSchema.check("POST", MESSAGES, message(nested))).contains("41 components");
  }

  @Test
  void refusesTooLongTexts() {
    assertThat(DiscordSchema.check("PATCH", ORIGINAL, message(button("x".repeat(81)))))
        .anyMatch(violation -> violation.contains("label") && violation.contains("80"));
    String text = "{\"type\":10,\"content\":\"" + "x".repeat(2001) + "\"}";
    assertThat(DiscordSchema.check("POST", MESSAGES, message(text + "," + text)))
        .containsExactly("4002 characters of text");
  }

  @Test
  void refusesAnIdTwice_andWhatDoesNotGoTogether() {
    assertThat(DiscordSchema.check("POST", MESSAGES, message(button("A") + "," + button("B"))))
        .containsExactly("custom_id 'a1' twice");
    assertThat(
            DiscordSchema.check(
                "POST",
                MESSAGES,
                "{\"flags\":32768,\"content\":\"x\",\"components\":[" + SEPARATOR + "]}"))
        .containsExactly("content beside components");
    assertThat(DiscordSchema.check("POST", MESSAGES, "{\"components\":[" + SEPARATOR + "]}"))
        .containsExactly("components of a message without the flag");
  }

  @Test
  void refusesUnknownOperations_andBodiesThatAreMissing() {
    assertThat(DiscordSchema.check("POST", "/users/@me/nothing", "{}"))
        .containsExactly("no such operation: POST /users/@me/nothing");
    assertThat(DiscordSchema.check("POST", MESSAGES, "")).containsExactly("body is missing");
    assertThat(DiscordSchema.check("POST", MESSAGES, "{"))
        .singleElement()
        .asString()
        .startsWith("body is no JSON");
  }

  private static String message(String components) {
    return "{\"flags\":32768,\"components\":[" + components + "]}";
  }

  private static String button(String label) {
    return "{\"type\":1,\"components\":[{\"type\":2,\"style\":2,\"custom_id\":\"a1\",\"label\":\""
        + label
        + "\"}]}";
  }
}
