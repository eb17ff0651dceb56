package dev.rolewise.bot.llm;

import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.config.LlmConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Builds the language model that is configured. */
public final class LanguageModels {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private LanguageModels() {}

  /**
   * The model that is configured; nothing is sent yet.
   *
   * @param config names a provider and a model
   * @param tally is told what becomes of requests
   * @param clock tells when a day is over
   */
  public static LanguageModel of(LlmConfig config, ModelTally tally, InstantSource clock) {
    var reliable =
        new ReliableLanguageModel(
            new ChatLanguageModel(Providers.of(config), config.temperature()),
            new TokenBudget(config.maxTokensPerDay(), clock),
            tally,
            config.timeout(),
            ReliableLanguageModel.Policy.DEFAULT);
    return new QueuedLanguageModel(reliable, tally, QueuedLanguageModel.Crowd.DEFAULT);
  }

  /** What is wrong if the host of the model cannot be reached now; sends it nothing. */
  public static Optional<String> findProblem(LlmConfig config) {
    Optional<URI> address = config.address();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    URI uri = address.get();
    int usual = "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    String host = uri.getHost().replaceAll("^\\[|]$", "");
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(host, uri.getPort() < 0 ? usual : uri.getPort()), CONNECT_MILLIS);
      return Optional.empty();
    } catch (IOException | RuntimeException _) {
      return Optional.of(
          "the language model at " + uri + " cannot be reached, answers come without it");
    }
  }
}
