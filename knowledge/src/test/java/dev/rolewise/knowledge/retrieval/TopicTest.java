package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NEGOTIATION      | how do i negotiate my offer",
        "PAY_FACTORS      | what affects the salary of a nurse",
        "PAY_FACTORS      | why do data engineers earn so much",
        "EDUCATION        | do i need a degree",
        "EDUCATION        | is a PhD required",
        "EXPERIENCE       | how many years of experience do i need",
        "LICENCES         | which certifications help",
        "LICENCES         | do they need a licence",
        "SOFT_SKILLS      | which soft skills matter",
        "SOFT_SKILLS      | important qualities of a nurse",
        "TOOLS            | which programming languages do they use",
        "SKILLS           | what skills does a data engineer need",
        "REQUIREMENTS     | what are the requirements",
        "RESPONSIBILITIES | what does a data engineer do",
        "RESPONSIBILITIES | day-to-day tasks",
        "RESPONSIBILITIES | write down what a data engineer does",
        "RESPONSIBILITIES | i wonder what nurses do all day",
        "CAREER           | how do i become a nurse",
        "CAREER           | what is the next step in the career",
        "TRENDS           | which trends shape the field",
        "MARKET           | what is the job outlook",
        "CHALLENGES       | what is the hardest part of the job",
        "BEST_PRACTICES   | any tips for the role",
        "BENEFITS         | do they get paid leave",
        "WORK_ENVIRONMENT | can they work remotely",
        "OVERVIEW         | tell me about data engineers",
        "OVERVIEW         | tell me a bit about data engineers"
      })
  void isAskedIn_questionsWithItsWords(Topic topic, String question) {
    assertThat(topic.isAskedIn(question)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EDUCATION, how much does a nurse make",
    "SKILLS, what is the skillful answer",
    "TOOLS, stools and chairs",
    "MARKET, supermarket",
    "TRENDS, how much does a nurse make",
    "CHALLENGES, median wage"
  })
  void isAskedIn_noOtherQuestions(Topic topic, String question) {
    assertThat(topic.isAskedIn(question)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "RESPONSIBILITIES, Key responsibilities",
    "RESPONSIBILITIES, What they do",
    "REQUIREMENTS, How to become a nurse",
    "EDUCATION, Education and training",
    "SOFT_SKILLS, Important qualities",
    "TOOLS, Tools and technologies",
    "CAREER, Career path",
    "MARKET, Job outlook",
    "CHALLENGES, Challenges",
    "BENEFITS, Benefits",
    "WORK_ENVIRONMENT, Working conditions",
    "OVERVIEW, Summary"
  })
  void heads_sectionsAboutIt(Topic topic, String heading) {
    assertThat(topic.heads(heading)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "RESPONSIBILITIES, What a boiler operator does",
    "RESPONSIBILITIES, What you will be doing",
    "SKILLS, Technical skills",
    "EXPERIENCE, Work experience",
    "MARKET, Job outlook"
  })
  void names_whatAHeadingSaysOutright(Topic topic, String heading) {
    assertThat(topic.names(heading)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SKILLS, Qualifications",
    "EXPERIENCE, Qualifications",
    "EDUCATION, Training",
    "MARKET, Employment",
    "RESPONSIBILITIES, What training do I need?"
  })
  void names_noHeadingThatOnlyCoversIt(Topic topic, String heading) {
    assertThat(topic.names(heading)).isFalse();
  }

  @Test
  void heads_noOtherSections() {
    assertThat(Topic.CHALLENGES.heads("Salary")).isFalse();
    assertThat(Topic.MARKET.heads("Career path")).isFalse();
  }

  @Test
  void without_takesItsWordsAway() {
    assertThat(Topic.EDUCATION.without("which degree and which school").strip())
        .isEqualTo("which   and which");
  }

  @Test
  void startIn_tellsWhereItsWordsStart() {
    assertThat(Topic.TRENDS.startIn("which trends")).isEqualTo(6);
    assertThat(Topic.TRENDS.startIn("which wages")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "RESPONSIBILITIES, what does the attention mechanism do, attention mechanism",
    "RESPONSIBILITIES, what do nurses do at night, nurses at night",
    "CHALLENGES, challenges new starters face, new starters",
    "TOOLS, tool, ''",
    "PAY_FACTORS, what makes night shifts pay higher, night shifts",
  })
  void without_leavesWhatOnlyStandsBetweenItsWords(Topic topic, String question, String asked) {
    assertThat(topic.without(question).strip().replaceAll(" +", " ")).isEqualTo(asked);
  }
}
