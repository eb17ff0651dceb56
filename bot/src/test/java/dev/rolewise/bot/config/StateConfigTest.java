package dev.rolewise.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateConfigTest {
  @Test
  void defaultsToAFileInTheDataFolder() {
    assertThat(StateConfig.in(Path.of("/srv/data")))
        .isEqualTo(new StateConfig("jdbc:sqlite:/srv/data/state.db"))
        .hasToString("StateConfig[url=jdbc:sqlite:/srv/data/state.db]");
  }

  @Test
  void everythingCanBeSet_andNoPasswordIsPrinted() {
    assertThat(new StateConfig("jdbc:postgresql://db/bot"))
        .hasToString("StateConfig[url=jdbc:postgresql://db/bot]");
    assertThat(new StateConfig("jdbc:postgresql://db/bot?user=bot&password=pass"))
        .hasToString("StateConfig[url=jdbc:postgresql:***]");
    assertThat(new StateConfig("jdbc:postgresql://bot:pass@db/bot"))
        .hasToString("StateConfig[url=jdbc:postgresql:***]");
  }

  @Test
  void otherDatabasesAreRefused_withoutSayingTheAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StateConfig("jdbc:mysql://bot:pass@db/bot"))
        .withMessage("url must begin with jdbc:sqlite: or jdbc:postgresql: and name a database");
  }
}
