package dev.rolewise.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.LlmProvider;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.llm.FakeModelHost.Behaviour;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbeTest {
  private static final String KEY = "sk-very-secret";

  private static ModelHost ask(Wire wire, URI address, String key) {
    return Probe.ask(
        new LlmConfig(
            LlmProvider.valueOf(wire.name()),
            Optional.of(address),
            Optional.of(new Secret(key)),
            Optional.of("m"),
            0,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1_000,
            0,
            0));
  }

  private static FakeModelHost host(Wire wire) {
    return new FakeModelHost(wire, _ -> new Behaviour.Fails(500));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void isReady_whereTheHostTakesTheKey(Wire wire) {
    try (FakeModelHost host = host(wire)) {
      host.wantsKey(wire == Wire.OLLAMA ? "" : KEY);

      assertThat(ask(wire, host.address(), KEY)).isEqualTo(new ModelHost.Ready());
      assertThat(host.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void isReady_whereTheHostHasNoList(Wire wire) {
    try (FakeModelHost host = host(wire)) {
      host.hasNoList();

      assertThat(ask(wire, host.address(), KEY)).isEqualTo(new ModelHost.Ready());
      assertThat(host.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void isRefused_whereNothingIsAtThePath(Wire wire) {
    try (FakeModelHost host = host(wire)) {
      URI wrong = host.address().resolve("/v2/");

      assertThat(ask(wire, wrong, KEY))
          .isEqualTo(
              new ModelHost.Refused(
                  "there is no language model at "
                      + wrong
                      + ", see rolewise.llm.base-url (ROLEWISE_LLM_BASE_URL) and"
                      + " rolewise.llm.model"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Wire.class, mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
  void isRefused_whereTheKeyIsNotTaken(Wire wire) {
    try (FakeModelHost host = host(wire)) {
      host.wantsKey("another");

      assertThat(ask(wire, host.address(), KEY))
          .isEqualTo(
              new ModelHost.Refused(
                  wire.label()
                      + " at "
                      + host.address()
                      + " does not take the key, see rolewise.llm.api-key"
                      + " (ROLEWISE_LLM_API_KEY)"));
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void isUnreachable_whereNobodyAnswers(Wire wire) {
    URI nobody;
    try (FakeModelHost host = host(wire)) {
      nobody = host.address();
    }

    assertThat(ask(wire, nobody, KEY))
        .isEqualTo(
            new ModelHost.Unreachable(
                "the language model at " + nobody + " cannot be reached, answers come without it"));
  }
}
