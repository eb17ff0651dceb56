package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobTitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how much does a machine learning engineer make | machine learning engineer",
        "Is a registered nurse paid well?               | registered nurse",
        "I want to be an airline pilot                  | airline pilot",
        "is a director of engineering, too, paid well    | director of engineering",
        "pay of a VP of Data Science                    | VP of Data Science",
        "what do electricians do                        | electricians",
        "AI/ML engineer salary                          | AI/ML engineer"
      })
  void in_findsATitleWithWhatBelongsToIt(String text, String title) {
    assertThat(titles(text)).containsExactly(title);
  }

  @Test
  void in_findsSeveralTitlesInReadingOrder() {
    assertThat(titles("Compare a data scientist, a data engineer and a nurse"))
        .containsExactly("data scientist", "data engineer", "nurse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what is the weather",
        "take the lead",
        "an expert said so",
        "my head hurts",
        "model"
      })
  void in_findsNothing_inOrdinaryWords(String text) {
    assertThat(JobTitles.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Data Scientist",
        "Vice President, AI and Machine Learning",
        "Head of AI",
        "Engineer II",
        "AVP",
        "Registered nurses",
        "Chief of Staff Officer"
      })
  void whole_takesALabelThatIsATitle(String label) {
    assertThat(JobTitles.whole(label)).contains(label);
  }

  @Test
  void whole_leavesOutWhatStandsInBrackets() {
    assertThat(JobTitles.whole("Vice President of AI (VP)")).contains("Vice President of AI");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Salary",
        "Engineer salaries",
        "Nurse education",
        "What does a nurse do?",
        "Nurses work in hospitals.",
        "Role: engineer",
        "How engineers work",
        "One two three four five six seven eight engineer"
      })
  void whole_isEmpty_forOtherLabels(String label) {
    assertThat(JobTitles.whole(label)).isEmpty();
  }

  @Test
  void tellsJobWords_fromWordsThatAreOrdinaryToo() {
    assertThat(JobTitles.isHead("engineers")).isTrue();
    assertThat(JobTitles.isHead("lead")).isTrue();
    assertThat(JobTitles.isStrongHead("engineers")).isTrue();
    assertThat(JobTitles.isStrongHead("lead")).isFalse();
    assertThat(JobTitles.isHead("salary")).isFalse();
    assertThat(JobTitles.isStop("salary")).isTrue();
    assertThat(JobTitles.heads()).contains("engineer", "nurse").doesNotContain("engineers");
  }

  @Test
  void in_takesNoVerbsOfSentences_forTitles() {
    assertThat(titles("Use multi-head attention, since exaggerated promises lead to doubt."))
        .isEmpty();
    assertThat(titles("AutoML frees specialists, and AI/ML models guard the data.")).isEmpty();
    assertThat(titles("Small results win executives over; the areas below leads are open."))
        .isEmpty();
    assertThat(titles("A sales lead reports to the operations head.")).hasSize(2);
  }

  private static List<String> titles(String text) {
    return JobTitles.in(text).stream().map(JobTitles.Found::title).toList();
  }
}
