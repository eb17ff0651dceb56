package dev.rolewise.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.render.TextRenderer;
import dev.rolewise.bot.render.TextRenderer.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameInBothTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "High school diploma",
        "High-school diploma",
        "A secondary school diploma, no vocational training needed",
        "School leaving diploma or GED; vocational training is not required"
      })
  void namesNoVocationalTraining_whereBothAskForSchoolOnly(String asked) throws IOException {
    assertThat(compared("- High school diploma", "- " + asked, "education"))
        .contains("both name a secondary school qualification [1][2]")
        .doesNotContain("vocational");
  }

  @Test
  void citesALineOfEachRole_forEveryLevelThatBothName() throws IOException {
    String degrees = "- High school diploma\n- Vocational training in welding";

    assertThat(compared(degrees, degrees, "education"))
        .contains("both name a secondary school qualification, vocational training [1][2][3][4]");
  }

  @Test
  void citesTheYearsThatAreAskedFor_notThoseThatAreNot() throws IOException {
    String years = "- 5 years of experience are not required\n- 2 years of experience required";

    assertThat(compared(years, "- 2 years of experience", "experience"))
        .contains("both ask for the same years [1][2]")
        .contains("document.md: [1] line 6");
  }

  @Test
  void tellsSkillsApart_onlyWhereBothHaveThem() throws IOException {
    assertThat(compared("- Citizenship: any\n- Age: 18 or more", "- Patience", "skills"))
        .doesNotContain("only Baker");
  }

  private String compared(String one, String other, String topic) throws IOException {
    String document = "# %s\n\n## Qualifications\n\n%s\n";
    Library library =
        Corpus.library(
            Desk.knowledge(
                folder,
                Map.of(
                    "document.md",
                    document.formatted("Baker", one),
                    "other.md",
                    document.formatted("Glazier", other))));
    Outcome outcome =
        new CompareCommand()
            .run(
                new Call(
                    Map.of("roles", List.of("baker", "glazier"), "topic", List.of(topic)),
                    Conversation.NEW),
                library);
    assertThat(outcome).isInstanceOf(Outcome.Replied.class);
    String text =
        new TextRenderer(Look.PLAIN, OptionalInt.empty())
            .render(((Outcome.Replied) outcome).reply());
    return topic.equals("education") ? text.substring(0, text.indexOf("\n\nEducation")) : text;
  }
}
