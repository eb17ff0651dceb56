package dev.rolewise.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LlmConfigTest {
  private static final LlmConfig EVERYTHING_ELSE =
      new LlmConfig(
          LlmProvider.GEMINI,
          Optional.of(URI.create("http://127.0.0.1:9000/v1/")),
          Optional.of(new Secret("sk-1")),
          Optional.of("flash"),
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          10,
          0.5,
          1.5);

  @Test
  void defaultsAreNoModel() {
    assertThat(LlmConfig.DEFAULT)
        .isEqualTo(
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
                0));
    assertThat(LlmConfig.DEFAULT.isWanted()).isFalse();
    assertThat(LlmConfig.DEFAULT.address()).isEmpty();
    assertThat(LlmConfig.DEFAULT.problems()).isEmpty();
  }

  @Test
  void everythingCanBeSet_andTheKeyIsNotPrinted() {
    assertThat(EVERYTHING_ELSE.isWanted()).isTrue();
    assertThat(EVERYTHING_ELSE.address()).contains(URI.create("http://127.0.0.1:9000/v1/"));
    assertThat(EVERYTHING_ELSE.problems()).isEmpty();
    assertThat(EVERYTHING_ELSE.toString()).contains("***").doesNotContain("sk-1");
  }

  @Test
  void aServerOfOnesOwnNeedsNoKey_norDoesOllama() {
    assertThat(with(LlmProvider.OPENAI, Optional.of(URI.create("http://127.0.0.1:1/"))).problems())
        .isEmpty();
    assertThat(with(LlmProvider.OLLAMA, Optional.empty()).problems()).isEmpty();
    assertThat(with(LlmProvider.ANTHROPIC, Optional.empty()).problems())
        .containsExactly("ROLEWISE_LLM_API_KEY: must hold the key for anthropic, got nothing");
  }

  @Test
  void anAddressWithoutSlashAtTheEndIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(LlmProvider.OPENAI, Optional.of(URI.create("http://127.0.0.1:1"))))
        .withMessage("baseUrl must end with a slash, got http://127.0.0.1:1");
  }

  private static LlmConfig with(LlmProvider provider, Optional<URI> baseUrl) {
    return new LlmConfig(
        provider,
        baseUrl,
        Optional.empty(),
        Optional.of("m"),
        0,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        0,
        0,
        0);
  }
}
