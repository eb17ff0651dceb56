package dev.rolewise.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.CompareCommand;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.SalaryCommand;
import dev.rolewise.bot.platform.Request.Work;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedCommandTest {
  private static final Commands COMMANDS =
      new Commands(
          List.of(new AskCommand(), new RoleCommand(), new SalaryCommand(), new CompareCommand()));

  @Test
  void readsACommandWithItsWords() {
    assertThat(TypedCommand.read("role data engineer --section soft skills", COMMANDS))
        .isEqualTo(
            new Work.Run(
                "role",
                Map.of("role", List.of("data engineer"), "section", List.of("soft skills"))));
    assertThat(TypedCommand.read("Salary \"VP, Risk\" --place Pune", COMMANDS))
        .isEqualTo(
            new Work.Run("salary", Map.of("job", List.of("VP, Risk"), "place", List.of("Pune"))));
  }

  @Test
  void readsSeveralNames_betweenWordsOrOneByOne() {
    assertThat(TypedCommand.read("compare data engineer vs the welder", COMMANDS))
        .isEqualTo(
            new Work.Run("compare", Map.of("roles", List.of("data engineer", "the welder"))));
    assertThat(TypedCommand.read("compare \"data engineer\" welder", COMMANDS))
        .isEqualTo(new Work.Run("compare", Map.of("roles", List.of("data engineer", "welder"))));
  }

  @Test
  void takesAnythingElseAsAQuestion() {
    assertThat(TypedCommand.read("what does a VP earn?", COMMANDS))
        .isEqualTo(Request.question("what does a VP earn?"));
  }

  @Test
  void helps_whenNothingIsTyped() {
    assertThat(TypedCommand.read("  ", COMMANDS)).isEqualTo(new Work.Help());
  }

  @Test
  void saysWhichOptionIsUnknown() {
    assertThat(TypedCommand.read("role welder --colour red", COMMANDS))
        .isEqualTo(new Work.Explain("role: unknown option '--colour'"));
  }
}
