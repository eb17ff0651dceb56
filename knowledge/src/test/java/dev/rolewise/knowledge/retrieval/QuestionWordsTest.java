package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.Library;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionWordsTest {
  private final Set<String> words =
      QuestionWords.with(KnowledgeBase.of(Library.documents()).jobs());

  @Test
  void holdsTheWordsOfCareerQuestions_ofJobsAndOfPlaces() {
    assertThat(words).contains("salary", "requirements", "engineer", "california");
  }

  @Test
  void holdsTheWordsOfTheJobsThatTheDocumentsKnow() {
    assertThat(words).contains("etl", "practitioner", "analytics", "registered");
  }

  @Test
  void areInLowerCase() {
    assertThat(words).allSatisfy(word -> assertThat(word).isEqualTo(word.toLowerCase(Locale.ROOT)));
  }
}
