package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
  private static final Path FILE = Path.of("..", "config", "slack-manifest.yaml");

  /** The scope that each event needs; the App Home needs none. */
  private static final Map<String, String> SCOPE_OF_EVENT =
      Map.of(
          "app_mention", "app_mentions:read",
          "message.im", "im:history",
          "message.channels", "channels:history",
          "message.groups", "groups:history");

  /** Scopes that methods and features need: posting, commands, the agent pane, charts. */
  private static final Set<String> OTHER_SCOPES =
      Set.of("chat:write", "commands", "assistant:write", "files:write");

  @Test
  void asksForExactlyTheScopesThatAreNeeded() throws IOException {
    JsonNode manifest = read(Files.readString(FILE));
    Set<String> needed = new TreeSet<>(OTHER_SCOPES);
    for (String event : texts(manifest.at("/settings/event_subscriptions/bot_events"))) {
      if (!event.equals("app_home_opened")) {
        assertThat(SCOPE_OF_EVENT).containsKey(event);
        needed.add(SCOPE_OF_EVENT.getOrDefault(event, ""));
      }
    }

    assertThat(texts(manifest.at("/oauth_config/scopes/bot")))
        .containsExactlyInAnyOrderElementsOf(needed);
    assertThat(manifest.at("/oauth_config/scopes/user").isMissingNode()).isTrue();
  }

  @Test
  void hearsMentionsMessagesAndTheHome() throws IOException {
    assertThat(texts(read(Files.readString(FILE)).at("/settings/event_subscriptions/bot_events")))
        .containsExactly(
            "app_home_opened", "app_mention", "message.channels", "message.groups", "message.im");
  }

  @Test
  void staysWithinTheLimitsOfSlack() throws IOException {
    JsonNode manifest = read(Files.readString(FILE));

    assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
    assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
    assertThat(manifest.at("/display_information/long_description").asText())
        .hasSizeBetween(174, 4_000);
    assertThat(manifest.at("/display_information/background_color").asText())
        .matches("#[0-9a-f]{6}");
    assertThat(manifest.at("/features/agent_view/suggested_prompts")).hasSizeBetween(1, 4);
    assertThat(manifest.at("/features/shortcuts/0/name").asText()).hasSizeBetween(1, 24);
    assertThat(manifest.at("/features/shortcuts/0/description").asText()).hasSizeBetween(1, 150);
    assertThat(manifest.at("/features/slash_commands/0/command").asText()).isEqualTo("/career");
    assertThat(manifest.at("/features/slash_commands/0/usage_hint").asText())
        .hasSizeBetween(1, 1_000);
  }

  @Test
  void isSocketModeAsItStands_withoutAnyAddress() throws IOException {
    JsonNode manifest = read(Files.readString(FILE));

    assertThat(manifest.at("/settings/socket_mode_enabled").booleanValue()).isTrue();
    assertThat(manifest.at("/settings/interactivity/is_enabled").booleanValue()).isTrue();
    assertThat(manifest.toString()).doesNotContain("/slack/events");
  }

  @Test
  void isHttpMode_whenItsThreeCommentsAreTurnedIntoLines() throws IOException {
    String text =
        Files.readString(FILE)
            .replaceAll("(?m)# (url|request_url): ", "$1: ")
            .replace("socket_mode_enabled: true", "socket_mode_enabled: false");

    JsonNode manifest = read(text);

    List<String> addresses =
        List.of(
            manifest.at("/features/slash_commands/0/url").asText(),
            manifest.at("/settings/event_subscriptions/request_url").asText(),
            manifest.at("/settings/interactivity/request_url").asText());
    assertThat(addresses).containsOnly("https://rolewise.example.com/slack/events");
  }

  @Test
  void hasTheOlderAgentPaneReadyInAComment() throws IOException {
    String text =
        Files.readString(FILE)
            .replaceAll("(?m)^  # (assistant_view:|  .*)$", "  $1")
            .replaceAll("(?m)# - (assistant_thread_)", "- $1");

    JsonNode manifest = read(text);

    assertThat(manifest.at("/features/assistant_view/assistant_description").asText())
        .isEqualTo(manifest.at("/features/agent_view/agent_description").asText());
    assertThat(texts(manifest.at("/settings/event_subscriptions/bot_events")))
        .contains("assistant_thread_started", "assistant_thread_context_changed");
  }

  private static JsonNode read(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
