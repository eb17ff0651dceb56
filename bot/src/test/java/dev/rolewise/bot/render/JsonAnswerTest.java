package dev.rolewise.bot.render;

import static dev.rolewise.bot.Examples.AVP_PAY;
import static dev.rolewise.bot.Examples.FACTS;
import static dev.rolewise.bot.Examples.NO_BAKERS;
import static dev.rolewise.bot.Examples.WHICH_PAY;
import static dev.rolewise.bot.Examples.statement;
import static dev.rolewise.bot.Examples.subject;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Examples;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.EducationNeed;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonAnswerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void writesTheContractOnOneLine() throws JsonProcessingException {
    String line = new JsonAnswer(Optional.of("q1"), "avp pay?", AVP_PAY, 9.4449).line();

    assertThat(line).doesNotContain("\n");
    Golden.assertMatches("json/answer.json", pretty(line));
  }

  @Test
  void addsTheFactsOfTheCitedStatements() throws JsonProcessingException {
    String line =
        new JsonAnswer(Optional.empty(), "avp pay?", AVP_PAY, 1)
            .line(document -> document.equals("avp-ai-ml") ? FACTS : List.of());

    Golden.assertMatches("json/facts-of-pay.json", pretty(JSON.readTree(line).get("facts")));
  }

  @Test
  void writesEveryKindOfFact() throws JsonProcessingException {
    Statement statement = statement("Everything in one.");
    var years = new Range(OptionalDouble.of(5), OptionalDouble.empty(), true, false);
    List<Fact> facts =
        List.of(
            new Fact.Experience(statement, subject(Optional.empty()), years, "5+ years"),
            new Fact.Education(
                statement,
                subject(Optional.empty()),
                List.of(EducationLevel.BACHELOR, EducationLevel.MASTER),
                EducationNeed.PREFERRED),
            new Fact.Market(
                statement,
                subject(Optional.empty()),
                Range.exactly(36.6),
                Fact.Market.Unit.PERCENT_PER_YEAR,
                "36.6%",
                OptionalInt.of(2024),
                OptionalInt.of(2030)),
            new Fact.Share(
                statement, subject(Optional.empty()), Range.exactly(20), "20%", "base pay"));
    var answer =
        new Answer.Answered(
            List.of(new Sentence(Sentence.Form.TEXT, "Everything.", List.of(1))),
            List.of(Examples.cite(1, statement)),
            List.of());

    String line = new JsonAnswer(Optional.empty(), "all?", answer, 1).line(_ -> facts);

    Golden.assertMatches("json/facts-of-all-kinds.json", pretty(JSON.readTree(line).get("facts")));
  }

  @Test
  void namesTheOtherOutcomes() throws JsonProcessingException {
    assertThat(read(NO_BAKERS).get("outcome").textValue()).isEqualTo("not_found");
    assertThat(read(WHICH_PAY).get("outcome").textValue()).isEqualTo("clarify");
  }

  @Test
  void leavesTheYearNull_whenTheDocumentHasNone() throws JsonProcessingException {
    var citation =
        new Citation(
            1, "AVP", "avp.md", OptionalInt.empty(), Optional.empty(), statement("It is a job."));
    var answer =
        new Answer.Answered(
            List.of(new Sentence(Sentence.Form.TEXT, "It is a job.", List.of(1))),
            List.of(citation),
            List.of());

    JsonNode cited = read(answer).get("citations").get(0);

    assertThat(cited.get("asOf").isNull()).isTrue();
    assertThat(cited.has("market")).isFalse();
  }

  @Test
  void survivesEveryCharacter() throws JsonProcessingException {
    String question = "a\u0000\u001b[1m\u009b\u202e\ud800b\udc00 😀 \"quoted\" \\";

    String line = new JsonAnswer(Optional.empty(), question, NO_BAKERS, 1).line();

    assertThat(line).doesNotContainPattern("[\\p{Cc}\u202e]").contains("\\ud800b\\udc00 😀");
    assertThat(JSON.readTree(line).get("question").textValue()).isEqualTo(question);
  }

  private static JsonNode read(Answer answer) throws JsonProcessingException {
    return JSON.readTree(new JsonAnswer(Optional.empty(), "?", answer, 1).line());
  }

  private static String pretty(String json) throws JsonProcessingException {
    return pretty(JSON.readTree(json));
  }

  private static String pretty(JsonNode json) {
    return json.toPrettyString() + "\n";
  }
}
