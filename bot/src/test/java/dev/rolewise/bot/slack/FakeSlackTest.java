package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FakeSlackTest {
  private static final String BLOCKS =
      "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"emoji\":false,\"text\":\"Pay\"}}]";

  @Test
  void failsAtItsEnd_whenSomethingWasBeyondALimit() throws Exception {
    var slack = new FakeSlack();
    post(slack, "chat.postMessage", "text=" + "a".repeat(4_001) + "&blocks=" + encoded(BLOCKS));

    assertThatThrownBy(slack::close).hasMessage("Slack would refuse: [text has 4001 characters]");
  }

  @Test
  void closesInPeace_whenEverythingWasWithinTheLimits() throws Exception {
    try (var slack = new FakeSlack()) {
      post(slack, "chat.postMessage", "text=Pay&channel=C1&blocks=" + encoded(BLOCKS));

      assertThat(slack.posted()).hasSize(1);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void post(FakeSlack slack, String method, String form) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(slack.apiUrl().resolve(method))
              .POST(BodyPublishers.ofString(form))
              .build();
      client.send(request, BodyHandlers.ofString());
    }
  }
}
