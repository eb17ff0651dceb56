package dev.rolewise.bot.llm;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts a question and those before it into one, as a good model would. */
public final class Condensing implements Function<JsonNode, String> {
  /** Words of a question that says but what is different. */
  private static final int SHORT = 4;

  private final QuestionReader reader;

  /**
   * @param reader understands what a question leaves to those before it
   */
  public Condensing(QuestionReader reader) {
    this.reader = reader;
  }

  @Override
  public String apply(JsonNode data) {
    String text = data.path("question").asText();
    List<String> history = new ArrayList<>();
    data.path("earlier_questions").forEach(one -> history.add(one.asText()));
    List<Question> questions = reader.read(text, history);
    if (questions.size() != 1 || !questions.getFirst().followUp()) {
      return text;
    }
    Question question = questions.getFirst();
    if (text.split(" ", -1).length > SHORT) {
      return text.replaceFirst("(?i)^(?:and|so|then|but|ok|okay) ", "")
          + question.mentions().stream()
              .map(mention -> " (" + mention.jobs().getFirst().title() + ")")
              .collect(joining());
    }
    List<String> jobs =
        question.mentions().stream()
            .map(mention ->
                mention.isAmbiguous() ? mention.wording() : mention.jobs().getFirst().title())
            .distinct()
            .toList();
    var whole = new StringBuilder(question.pay() ? "What is the salary" : "What are the");
    question.limits().measure().ifPresent(one -> whole.append(", ").append(lower(one)));
    question.topics().forEach(topic -> whole.append(' ').append(lower(topic)));
    whole.append(jobs.isEmpty() ? "" : " of a " + String.join(" and a ", jobs));
    question.limits().band().map(Band::name).ifPresent(band -> whole.append(" at ").append(band));
    question.limits().places().stream()
        .map(Place::name)
        .forEach(place -> whole.append(" in ").append(place));
    return whole.append('?').toString();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
