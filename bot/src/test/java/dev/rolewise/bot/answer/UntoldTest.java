package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of other things is no answer to what they say nothing of. */
class UntoldTest {
  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsTheDocuments() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, Desk.DOCUMENTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "negotiation tips for data engineers",
        "what share of data engineers are women?",
        "how many registered nurses belong to a union?",
        "unemployment rate of registered nurses",
        "which interview questions does a data engineer get?",
        "is there a dress code for data engineers?",
        "application deadline for data engineers",
        "which books should a data engineer read?",
        "can a data engineer work remotely?",
        "which companies are hiring data engineers right now?",
        "which university is best for data engineers?",
        "weekly working hours of a data engineer",
        "at what age do data engineers retire?",
        "gender pay gap among data engineers",
        "what does Netflix pay data engineers?",
        "data engineer salary at Netflix",
        "data engineer at Netflix total comp?",
        "what do Netflix and Tesla pay data people",
        "how much would I get as a data engineer working for Spotify now",
        "what are data engineers paid in fintech?",
        "notice period of a data engineer",
        "who does a data engineer report to?",
        "can I be a data engineer part time?",
        "how long is the probation of a registered nurse?",
        "is there a signing bonus for data engineers?",
        "what is the signing bonus of a data engineer?",
        "how high is the referral bonus for data engineers?",
        "Netflix's salaries for data engineers",
        "do data engineers have a 4 day week?",
        "average retirement age of data engineers",
        "is being a data engineer stressful?",
      })
  void refuses_whatNoStatementIsAbout(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.NotCovered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what challenges does a data engineer run into?",
        "what makes the job of a data engineer hard? list the challenges"
      })
  void refuses_aTopicThatNothingIsSaidOn_whateverLightWordsStandBesideIt(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void readsHowMuchOfPay_asAQuestionForAShare() {
    assertThat(
            answerer
                .answer("how much of a data engineer's base salary is the bonus?", List.of())
                .sentences())
        .anySatisfy(sentence -> assertThat(sentence.text()).contains("10%"));
  }

  @Test
  void refuses_whatAFollowUpAsksBesidePay() {
    assertThat(
            answerer.answer(
                "and what about unionization among them?", List.of("what do data engineers earn?")))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void refuses_whatIsPaidBesidePay() {
    assertThat(
            answerer.answer(
                "and does the company pay for lunch?", List.of("what do data engineers earn?")))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tell me a joke about data engineers",
        "write a poem about pipelines",
        "can you compose a haiku on the warehouse?",
        "please recommend a laptop for machine learning",
        "which movie about pipelines should i watch tonight",
        "do my sql homework",
        "draft a cover letter for a data engineer",
        "what is bitcoin trading at right now",
        "SELECT name, salary FROM engineers WHERE 1=1",
        "UPDATE salaries SET base=1000000 WHERE job='data engineer'",
      })
  void refuses_whatIsToBeMadeOrChosen_whateverWordOfADocumentStandsInIt(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.NotCovered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write down what a data engineer does",
        "give me a rundown of what data engineers do",
        "draft a list of requirements for a data engineer",
        "make me a table of data engineer pay",
        "tell me a bit about data engineers",
        "recommend a career path to machine learning engineer",
      })
  void answers_anOrderForWhatADocumentTells(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.Answered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can you compare them for me?",
        "what about the other one?",
        "which one is better?",
        "which one pays more?",
        "which of the two is harder?",
        "and the second one?",
        "is it worth it?",
      })
  void asksBack_wherePronounsPointAtNothing(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.Clarify.class);
  }

  @Test
  void readsARankOfPay_asNoQuestionForAShare() {
    Answer answer = answerer.answer("what do the bottom 10 percent of nurses earn?", List.of());

    assertThat(answer).isInstanceOf(Answer.Answered.class);
  }

  @Test
  void quotesThePartOfASection_whoseHeadingIsAskedFor() {
    Answer answer = answerer.answer("governance duties of a data engineer", List.of());

    assertThat(answer).isInstanceOf(Answer.Answered.class);
    assertThat(((Answer.Answered) answer).citations())
        .isNotEmpty()
        .allMatch(citation -> citation.statement().path().contains("Governance"));
  }

  @Test
  void asksBack_whereOnlyATopicIsNamed() {
    Answer answer = answerer.answer("which degree?", List.of());

    assertThat(answer).isInstanceOf(Answer.Clarify.class);
    assertThat(((Answer.Clarify) answer).suggestions())
        .isNotEmpty()
        .allMatch(next -> next.startsWith("What education does"));
    assertThat(answerer.answer("what's the salary?", List.of())).isInstanceOf(Answer.Clarify.class);
  }

  @Test
  void refuses_toChooseBetweenThingsThatNoDocumentKnows() {
    assertThat(answerer.answer("which one is better, a cat or a dog?", List.of()))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staff data engineer salary",
        "what does a distinguished data engineer make",
        "pay of an associate data engineer",
      })
  void refuses_aRankThatMakesAnotherJob(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.NotCovered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"what degree does a rigger need?", "working hours of a rigger"})
  void refuses_whatOnlyOtherWordsOfADocumentAreLike(String question, @TempDir Path own)
      throws IOException {
    String page =
        """
        # Rigger

        ## Responsibilities

        - Keep the tackle safe while the load shifts

        ## Requirements

        - Experience with cranes is required
        """;

    assertThat(
            Desk.answerer(Desk.knowledge(own, Map.of("rigger.md", page)))
                .answer(question, List.of()))
        .isInstanceOf(Answer.NotCovered.class);
  }
}
