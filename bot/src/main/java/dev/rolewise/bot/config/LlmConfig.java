package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which language model phrases answers.
 *
 * @param provider who runs it
 * @param baseUrl where its interface stands instead of at the provider; ends with a slash
 * @param apiKey proves who asks
 * @param model what the provider calls it
 * @param temperature from 0 (always the likeliest words) to 2
 * @param timeout how long one request may take, more than nothing
 * @param deadline how long all requests for one answer may take, more than nothing
 * @param maxTokensPerDay tokens in and out that a day may cost, at least 0
 * @param inputPrice price of a million tokens sent, at least 0
 * @param outputPrice price of a million tokens received, at least 0
 */
public record LlmConfig(
    LlmProvider provider,
    Optional<URI> baseUrl,
    Optional<Secret> apiKey,
    Optional<String> model,
    double temperature,
    Duration timeout,
    Duration deadline,
    long maxTokensPerDay,
    double inputPrice,
    double outputPrice) {
  static final double MAX_TEMPERATURE = 2;

  /** No model. */
  public static final LlmConfig DEFAULT =
      new LlmConfig(
          LlmProvider.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Duration.ofSeconds(6),
          Duration.ofSeconds(8),
          1_000_000,
          0,
          0);

  public LlmConfig {
    requireNonNull(provider, "provider");
    requireNonNull(apiKey, "apiKey");
    requireNonNull(model, "model");
    requireNonNull(timeout, "timeout");
    requireNonNull(deadline, "deadline");
    if (baseUrl.isPresent() && !baseUrl.get().toString().endsWith("/")) {
      throw new IllegalArgumentException("baseUrl must end with a slash, got " + baseUrl.get());
    }
    if (!(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
      throw new IllegalArgumentException("temperature must be between 0 and 2, got " + temperature);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be more than nothing, got " + timeout);
    }
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("deadline must be more than nothing, got " + deadline);
    }
    if (maxTokensPerDay < 0) {
      throw new IllegalArgumentException(
          "maxTokensPerDay must be at least 0, got " + maxTokensPerDay);
    }
    if (!(inputPrice >= 0)) {
      throw new IllegalArgumentException("inputPrice must be at least 0, got " + inputPrice);
    }
    if (!(outputPrice >= 0)) {
      throw new IllegalArgumentException("outputPrice must be at least 0, got " + outputPrice);
    }
  }

  /** Whether a model is to be asked at all. */
  public boolean isWanted() {
    return provider != LlmProvider.NONE;
  }

  /** Where requests go; empty without a provider. */
  public Optional<URI> address() {
    return baseUrl.or(provider::address);
  }

  /** What has to be set besides, a line each; empty when nothing is missing. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (isWanted() && model.isEmpty()) {
      problems.add(
          ConfigurationReader.LLM_MODEL
              + ": must name a model for "
              + provider.label()
              + ", got none");
    }
    if (provider.key() == LlmProvider.Key.NEEDED && baseUrl.isEmpty() && apiKey.isEmpty()) {
      problems.add(
          ConfigurationReader.variableOf(ConfigurationReader.LLM_API_KEY)
              + ": must hold the key for "
              + provider.label()
              + ", got nothing");
    }
    return problems;
  }
}
