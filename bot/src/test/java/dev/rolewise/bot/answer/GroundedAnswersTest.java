package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus.Asked;
import dev.rolewise.bot.answer.Mutations.Mutated;
import dev.rolewise.knowledge.fact.Figure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers to the project's own questions, as they are and with each figure altered. */
class GroundedAnswersTest {
  private static final Answer REFUSAL = new Answer.NotCovered("Nothing is left.", List.of());

  private final GroundingCheck check = new GroundingCheck(Corpus.KNOWLEDGE);

  @Test
  void passesEveryAnswer_andRefusesEachFigureOfItOnceAltered() {
    Answerer answerer = Corpus.answerer();
    List<String> dropped = new ArrayList<>();
    List<String> through = new ArrayList<>();
    int tried = 0;

    for (Asked asked : Corpus.questions()) {
      Answer answer = answerer.answer(asked.question(), asked.history());
      if (!check.checked(answer, () -> REFUSAL).equals(answer)) {
        dropped.add(asked.question() + " => " + answer.sentences());
      }
      if (answer instanceof Answer.Answered answered) {
        for (int i = 0; i < answered.sentences().size(); i++) {
          Sentence sentence = answered.sentences().get(i);
          for (Figure figure : Mutations.figures(sentence.text())) {
            for (Mutated mutated : Mutations.of(sentence.text(), figure)) {
              tried++;
              if (isShown(answered, i, mutated.text())) {
                through.add(mutated.way() + ": " + mutated.text() + " << " + sentence.text());
              }
            }
          }
        }
      }
    }

    assertThat(dropped).isEmpty();
    assertThat(through).isEmpty();
    assertThat(tried).isGreaterThan(1_000);
  }

  private boolean isShown(Answer.Answered answered, int index, String text) {
    List<Sentence> sentences = new ArrayList<>(answered.sentences());
    Sentence old = sentences.get(index);
    sentences.set(index, new Sentence(old.form(), text, old.citations()));
    var altered = new Answer.Answered(sentences, answered.citations(), answered.suggestions());
    return check.checked(altered, () -> REFUSAL).sentences().stream()
        .anyMatch(sentence -> sentence.text().equals(text));
  }
}
