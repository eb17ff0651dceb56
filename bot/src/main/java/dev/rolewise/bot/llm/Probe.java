package dev.rolewise.bot.llm;

import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.LlmProvider;
import dev.rolewise.bot.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks the host of a language model for its list of models, which costs nothing and needs the key
 * and the path that answers need.
 */
final class Probe {
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** Servers of one's own may be slow to wake up; whoever asks is not kept waiting for them. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;
  private static final String KEY = "see rolewise.llm.api-key (ROLEWISE_LLM_API_KEY)";

  private Probe() {}

  /** Asks the host of a configured model. */
  static ModelHost ask(LlmConfig config) {
    URI address = config.address().orElseThrow();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(least(CONNECT, config.deadline()))
            .build()) {
      HttpRequest list = request(config, address.resolve(listOf(config))).GET().build();
      int status = status(client, list);
      if (status == BAD_REQUEST && config.provider() == LlmProvider.GEMINI) {
        // That is how it says that a key is wrong; nothing else can be wrong with the request.
        status = UNAUTHORIZED;
      }
      if (status == NOT_FOUND) {
        // Not every server has a list. One that does not know where answers are asked for is wrong;
        // others find fault with a request that says nothing.
        HttpRequest empty =
            request(config, address.resolve(answersOf(config)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        status = status(client, empty);
      }
      return judge(config, address, status);
    } catch (IOException _) {
      return new ModelHost.Unreachable(
          "the language model at " + address + " cannot be reached, answers come without it");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new ModelHost.Ready();
    }
  }

  private static int status(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static ModelHost judge(LlmConfig config, URI address, int status) {
    String host = config.provider().label() + " at " + address;
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          new ModelHost.Refused(
              config.apiKey().isEmpty()
                  ? host + " wants a key, " + KEY
                  : host + " does not take the key, " + KEY);
      case NOT_FOUND ->
          new ModelHost.Refused(
              "there is no language model at "
                  + address
                  + ", see rolewise.llm.base-url (ROLEWISE_LLM_BASE_URL) and rolewise.llm.model");
      default -> new ModelHost.Ready();
    };
  }

  private static HttpRequest.Builder request(LlmConfig config, URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(least(ANSWER, config.deadline()));
    config.apiKey().map(Secret::value).ifPresent(key -> authorise(config, request, key));
    return request;
  }

  private static void authorise(LlmConfig config, HttpRequest.Builder request, String key) {
    switch (config.provider()) {
      case OPENAI -> request.header("Authorization", "Bearer " + key);
      case ANTHROPIC -> request.header("x-api-key", key).header("anthropic-version", "2023-06-01");
      case GEMINI -> request.header("x-goog-api-key", key);
      case OLLAMA, NONE -> {}
    }
  }

  private static Duration least(Duration one, Duration two) {
    return one.compareTo(two) < 0 ? one : two;
  }

  private static String listOf(LlmConfig config) {
    return switch (config.provider()) {
      case OPENAI, ANTHROPIC, GEMINI -> "models";
      case OLLAMA -> "api/tags";
      case NONE -> throw new IllegalArgumentException("provider must not be none");
    };
  }

  private static String answersOf(LlmConfig config) {
    return switch (config.provider()) {
      case OPENAI -> "chat/completions";
      case ANTHROPIC -> "messages";
      case GEMINI -> "models/" + config.model().orElseThrow() + ":generateContent";
      case OLLAMA -> "api/chat";
      case NONE -> throw new IllegalArgumentException("provider must not be none");
    };
  }
}
