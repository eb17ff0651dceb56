package dev.rolewise.bot.discord;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.bench.LoopbackPlatform;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/**
 * Discord on loopback, with people who ask by {@code /ask} in a channel, each of them once: earlier
 * questions would make the answer itself take longer. Not for many threads.
 */
public final class DiscordLoopback implements LoopbackPlatform {
  private static final String ROLE = "role";

  private final FakeDiscord discord;
  private final Map<Integer, Interaction> asked = new LinkedHashMap<>();
  private final Map<Integer, Interaction> timed = new LinkedHashMap<>();
  private final List<Interaction> typed = new ArrayList<>();
  private int dropped;

  public DiscordLoopback(FakeDiscord discord) {
    this.discord = discord;
  }

  /** One that checks no body, which would take longer than the bot does. */
  public static DiscordLoopback forMeasuring() throws IOException, InterruptedException {
    return new DiscordLoopback(FakeDiscord.trusting());
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "ROLEWISE_DISCORD_TOKEN",
        FakeDiscord.TOKEN,
        "ROLEWISE_DISCORD_API_URL",
        discord.apiUrl().toString());
  }

  @Override
  public void awaitBot() {
    discord.awaitIdentified(1);
  }

  @Override
  public void mention(int number, String question) {
    Interaction interaction = discord.command(who(number), "ask", Map.of("question", question));
    asked.put(number, interaction);
    timed.put(number, interaction);
  }

  @Override
  public void mentionAgain(int number, String question) {
    Interaction interaction = asked.get(number);
    if (interaction != null) {
      discord.deliverAgain(interaction);
    }
  }

  @Override
  public void type(int number, String words) {
    typed.add(discord.type(who(number), ROLE, Map.of(ROLE, words), ROLE));
  }

  private static Who who(int number) {
    return new Who(FakeDiscord.CHANNEL, "1100000%012d".formatted(number), List.of());
  }

  @Override
  public void dropConnection() {
    // What was dropped before is back by now, or nothing would be dropped.
    discord.awaitResumed(dropped);
    dropped++;
    discord.drop();
  }

  @Override
  public void awaitAcknowledgements() {
    asked.values().forEach(discord::awaitAcknowledged);
    typed.forEach(discord::awaitAcknowledged);
  }

  @Override
  public void awaitMessages(int count) {
    discord.awaitAnswered(count);
  }

  @Override
  public List<Long> acknowledgements() {
    return timed.values().stream().map(DiscordLoopback::acknowledgedAfter).toList();
  }

  @Override
  public List<Long> completions() {
    return typed.stream().map(DiscordLoopback::acknowledgedAfter).toList();
  }

  private static long acknowledgedAfter(Interaction interaction) {
    return interaction.acknowledgedAt - interaction.sentAt;
  }

  @Override
  public Map<Integer, Long> answers() {
    return timed.entrySet().stream()
        .collect(
            toMap(Map.Entry::getKey, one -> one.getValue().answeredAt - one.getValue().sentAt));
  }

  @Override
  public Map<Integer, Integer> messages() {
    Map<Integer, Integer> messages = new LinkedHashMap<>();
    asked.forEach((number, interaction) -> {
      List<ObjectNode> shown = discord.outcome(interaction);
      if (!shown.isEmpty()) {
        messages.put(number, answers(shown));
      }
    });
    return messages;
  }

  @Override
  public Map<Integer, String> words() {
    Map<Integer, String> words = new LinkedHashMap<>();
    asked.forEach((number, interaction) ->
        words.put(
            number,
            discord.outcome(interaction).stream().map(FakeDiscord::text).collect(joining("\n"))));
    return words;
  }

  /**
   * How many answers messages are: a long one goes on in a second message, and one that comes again
   * takes the place of the first or repeats it.
   */
  private static int answers(List<ObjectNode> shown) {
    long different = shown.stream().map(FakeDiscord::text).distinct().count();
    int written = Math.max(1, shown.getFirst().path("edits").asInt());
    return written + shown.size() - (int) different;
  }

  @Override
  public AutoCloseable acknowledgeOnly() throws IOException {
    var client = new Acknowledging();
    try {
      if (!client.connectBlocking()) {
        throw new IOException("the gateway cannot be reached");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    discord.awaitIdentified(1);
    return () -> {
      client.closeBlocking();
      client.http.close();
    };
  }

  /** Says that it thinks, or that it has nothing to complete. */
  private final class Acknowledging extends WebSocketClient {
    private final HttpClient http = HttpClient.newHttpClient();

    Acknowledging() {
      super(discord.gatewayUrl());
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      send("{\"op\":2,\"d\":{\"token\":\"" + FakeDiscord.TOKEN + "\"}}");
    }

    @Override
    public void onMessage(String message) {
      try {
        JsonNode event = FakeDiscord.JSON.readTree(message);
        if (event.path("t").asText().equals("INTERACTION_CREATE")) {
          acknowledge(event.path("d"));
        }
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    private void acknowledge(JsonNode interaction) {
      boolean isTyped = interaction.path("type").asInt() == 4;
      String path =
          "interactions/"
              + interaction.path("id").asText()
              + "/"
              + interaction.path("token").asText()
              + "/callback";
      var request =
          HttpRequest.newBuilder(discord.apiUrl().resolve(path))
              .header("Authorization", "Bot " + FakeDiscord.TOKEN)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      isTyped ? "{\"type\":8,\"data\":{\"choices\":[]}}" : "{\"type\":5}"))
              .build();
      // What is not acknowledged is waited for in vain.
      CompletableFuture<?> _ = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void onClose(int code, String reason, boolean isRemote) {}

    @Override
    public void onError(Exception e) {}
  }

  @Override
  public void forgetTimes() {
    timed.clear();
    typed.clear();
  }

  @Override
  public void close() {
    discord.close();
  }
}
