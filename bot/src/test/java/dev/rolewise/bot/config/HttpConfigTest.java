package dev.rolewise.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HttpConfigTest {
  @Test
  void defaultsAreReachableFromThisMachineOnly() {
    assertThat(HttpConfig.DEFAULT).isEqualTo(new HttpConfig("127.0.0.1", 8080));
  }

  @Test
  void everythingCanBeSet() {
    assertThat(new HttpConfig("0.0.0.0", 9090)).hasToString("HttpConfig[host=0.0.0.0, port=9090]");
  }

  @Test
  void wrongValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpConfig("127.0.0.1", 65_536))
        .withMessage("port must be between 0 and 65535, got 65536");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpConfig(" ", 1))
        .withMessage("host must not be blank");
  }
}
