package dev.rolewise.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {
  private final EnglishWords words = new EnglishWords();

  @ParameterizedTest
  @ValueSource(strings = {"knob", "knobs", "boss", "salary", "salaries"})
  void knowsWords_andTheirPlurals(String word) {
    assertThat(words.test(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"salarys", "managrs", "enginers", "requirment"})
  void knowsNoSlips(String word) {
    assertThat(words.test(word)).isFalse();
  }
}
