package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wages in the U.S. Bureau's data are medians.",
        "Use common tools, e.g. Airflow or dbt, every day.",
        "A Ph.D. Candidate may apply.",
        "Revenue was $1.5 million in all.",
        "It is the No. 1 choice of J. K. Miller and Dr. Smith.",
        "Base vs. Total pay differs by approx. 20 percent.",
        "Companies (e.g. Acme Inc. And others) pay more."
      })
  void doesNotSplitInsideASentence(String sentence) {
    assertThat(split(sentence)).containsExactly(sentence);
  }

  @Test
  void splitsBehindFullStopsQuestionsAndClosingMarks() {
    assertThat(
            split(
                "Growth is high. Is it lasting? \"It is.\" Pay rose in 2024. Most jobs are in the"
                    + " U.S. The rest is not.[2] A Ph.D. is rare."))
        .containsExactly(
            "Growth is high.",
            "Is it lasting?",
            "\"It is.\"",
            "Pay rose in 2024.",
            "Most jobs are in the U.S.",
            "The rest is not.[2]",
            "A Ph.D. is rare.");
  }

  private static List<String> split(String text) {
    return Sentences.of(SourceText.of(text, 1)).stream().map(SourceText::text).toList();
  }
}
