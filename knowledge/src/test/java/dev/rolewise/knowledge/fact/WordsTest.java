package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @Test
  void splitsAtEverythingButLettersAndDigits() {
    assertThat(Words.of("Head of AI/ML, C++ & C#"))
        .containsExactly("head", "of", "ai", "ml", "c++", "c#");
  }

  @Test
  void bringsNamesToOneForm() {
    assertThat(Words.canonical("VPs of ML"))
        .isEqualTo(Words.canonical("Vice President, Machine Learning"));
    assertThat(Words.canonical("Sr. Data Scientists"))
        .isEqualTo(Words.canonical("senior data scientist"));
  }

  @ParameterizedTest
  @CsvSource({
    "nurses, nurse",
    "salaries, salary",
    "coaches, coach",
    "bosses, boss",
    "firemen, fireman",
    "people, person",
    "analysis, analysis",
    "physics, physics",
    "campus, campus",
    "gas, gas"
  })
  void findsTheSingular(String word, String singular) {
    assertThat(Words.singular(word)).isEqualTo(singular);
  }

  @Test
  void writesAbbreviationsOut() {
    assertThat(Words.expand("mle")).isEqualTo("machine learning engineer");
    assertThat(Words.expand("welder")).isEqualTo("welder");
    assertThat(Words.isAbbreviation("avp")).isTrue();
    assertThat(Words.isAbbreviation("welder")).isFalse();
  }
}
