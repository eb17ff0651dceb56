package dev.rolewise.bot.evaluation;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.evaluation.Token.Figure;
import dev.rolewise.bot.render.Words;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One answer beside what was expected.
 *
 * @param question what was asked and expected
 * @param answer what came back
 * @param millis how long it took, in milliseconds
 * @param missing entries of {@code must_include} that the answer lacks
 * @param contaminants entries of {@code must_not_include} that the answer holds
 * @param cited ids of the documents that the answer cites
 * @param unquoted figures of sentences that none of their quotes holds, nor the year of the
 *     document
 * @param unsupported those of them that do not stand in the headings above the quotes either
 */
public record Judgement(
    EvaluationQuestion question,
    Answer answer,
    double millis,
    List<String> missing,
    List<String> contaminants,
    Set<String> cited,
    int unquoted,
    int unsupported) {
  public Judgement {
    requireNonNull(question, "question");
    requireNonNull(answer, "answer");
    missing = List.copyOf(missing);
    contaminants = List.copyOf(contaminants);
    cited = Set.copyOf(cited);
  }

  /** Compares an answer with what was expected. */
  static Judgement of(EvaluationQuestion question, Answer answer, double millis) {
    Wording wording =
        Wording.of(
            answer.sentences().stream().map(Sentence::text).collect(Collectors.joining("\n")));
    int unquoted = 0;
    int unsupported = 0;
    if (answer instanceof Answer.Answered answered) {
      for (int i = 0; i < answered.sentences().size(); i++) {
        List<Citation> cited = citations(answered, i);
        for (Figure figure : Tokens.figuresOf(answered.sentences().get(i).text())) {
          if (!holds(quotes(cited), figure)) {
            unquoted++;
            if (!holds(headings(cited), figure)) {
              unsupported++;
            }
          }
        }
      }
    }
    return new Judgement(
        question,
        answer,
        millis,
        question.mustInclude().stream().filter(entry -> !wording.includes(entry)).toList(),
        question.mustNotInclude().stream().filter(wording::isContaminatedBy).toList(),
        answer.citations().stream().map(Citation::document).collect(Collectors.toSet()),
        unquoted,
        unsupported);
  }

  /** Whether the outcome, every figure, every word and a document are as expected. */
  public boolean isRight() {
    return question.outcome().matches(answer)
        && (missing.isEmpty() || isAllowedQuestionBack())
        && contaminants.isEmpty()
        && (!isAnswered()
            || question.documents().isEmpty()
            || question.documents().stream().anyMatch(cited::contains));
  }

  /** Whether a question back is as good as an answer here, so that it need not hold its figures. */
  boolean isAllowedQuestionBack() {
    return question.outcome() == ExpectedOutcome.CLARIFY_OR_ANSWERED
        && answer instanceof Answer.Clarify;
  }

  boolean isAnswered() {
    return answer instanceof Answer.Answered;
  }

  /** What a person would see, without sources and suggestions. */
  String text() {
    return Words.text(answer);
  }

  private static boolean holds(List<String> texts, Figure figure) {
    return texts.stream()
        .flatMap(text -> Tokens.figuresOf(text).stream())
        .anyMatch(figure::sharesValueWith);
  }

  /** What a sentence cites; a heading cites what the sentences below it cite. */
  private static List<Citation> citations(Answer.Answered answer, int at) {
    List<Sentence> sentences = answer.sentences();
    int end = at + 1;
    if (sentences.get(at).form() == Sentence.Form.HEADING) {
      while (end < sentences.size() && sentences.get(end).form() != Sentence.Form.HEADING) {
        end++;
      }
    }
    return sentences.subList(at, end).stream()
        .flatMap(sentence -> sentence.citations().stream())
        .distinct()
        .map(number -> answer.citations().get(number - 1))
        .toList();
  }

  private static List<String> quotes(List<Citation> citations) {
    var texts = new ArrayList<String>();
    for (Citation citation : citations) {
      texts.add(citation.quote());
      citation.asOf().ifPresent(year -> texts.add(Integer.toString(year)));
    }
    return texts;
  }

  private static List<String> headings(List<Citation> citations) {
    var texts = new ArrayList<String>();
    for (Citation citation : citations) {
      Statement statement = citation.statement();
      texts.add(citation.title());
      texts.addAll(statement.path());
      texts.addAll(statement.lead());
      statement.cells().stream().map(Cell::header).forEach(texts::add);
    }
    return texts;
  }
}
