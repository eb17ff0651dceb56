package dev.rolewise.bot.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** Builds the clients of the providers. */
final class Providers {
  /** Sent where a server of one's own wants no key, because no key cannot be sent. */
  private static final String NO_KEY = "none";

  private static final Duration MAX_CONNECT = Duration.ofSeconds(2);

  private Providers() {}

  /**
   * The clients for the provider that is configured, which is not none.
   *
   * @param wait is told how long the server wants to be left alone
   */
  static ChatModels of(LlmConfig config, RetryAfter wait) {
    URI address = config.address().orElseThrow();
    String model = config.model().orElseThrow();
    String key = config.apiKey().map(Secret::value).orElse(NO_KEY);
    String url = address.toString();
    String unslashed = url.substring(0, url.length() - 1);
    return switch (config.provider()) {
      case NONE -> throw new IllegalArgumentException("provider must not be none");
      case OPENAI ->
          new ChatModels(
              OpenAiChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(unslashed)
                  .apiKey(key)
                  .modelName(model)
                  .strictJsonSchema(true)
                  .maxRetries(0)
                  .build(),
              OpenAiStreamingChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(unslashed)
                  .apiKey(key)
                  .modelName(model)
                  .strictJsonSchema(true)
                  .build());
      case ANTHROPIC ->
          new ChatModels(
              AnthropicChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(url)
                  .apiKey(key)
                  .modelName(model)
                  .maxRetries(0)
                  .build(),
              AnthropicStreamingChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(url)
                  .apiKey(key)
                  .modelName(model)
                  .build());
      case GEMINI ->
          new ChatModels(
              GoogleAiGeminiChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(unslashed)
                  .apiKey(key)
                  .modelName(model)
                  .maxRetries(0)
                  .build(),
              GoogleAiGeminiStreamingChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(unslashed)
                  .apiKey(key)
                  .modelName(model)
                  .build());
      case OLLAMA ->
          new ChatModels(
              OllamaChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(unslashed)
                  .modelName(model)
                  .maxRetries(0)
                  .build(),
              OllamaStreamingChatModel.builder()
                  .httpClientBuilder(http(address, config.timeout(), wait))
                  .baseUrl(unslashed)
                  .modelName(model)
                  .build());
    };
  }

  /** Servers of one's own stumble over the offer of HTTP/2 that comes with plain HTTP. */
  private static HttpClientBuilder http(URI address, Duration timeout, RetryAfter wait) {
    HttpClient.Builder client = HttpClient.newBuilder().cookieHandler(wait);
    if ("http".equals(address.getScheme())) {
      client.version(HttpClient.Version.HTTP_1_1);
    }
    return new WatchedHttp(
        new JdkHttpClientBuilder()
            .httpClientBuilder(client)
            .connectTimeout(timeout.compareTo(MAX_CONNECT) < 0 ? timeout : MAX_CONNECT)
            .readTimeout(timeout));
  }
}
