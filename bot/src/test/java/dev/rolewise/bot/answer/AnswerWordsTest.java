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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How figures of tables are put into words, and what is quoted for other questions. */
class AnswerWordsTest {
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "accountant.md",
          """
          ---
          title: Accountant
          as-of: 2024
          market: Germany
          currency: EUR
          ---

          # Accountant

          ## Salary

          | Years of experience | Annual salary |
          |---|---|
          | 0–2 | 48,000 |
          | 3–6 | 59,500 |
          | 7+ | 74,000 |

          ### Salary by level

          | Level | Base salary (in thousands) | Monthly salary |
          |---|---|---|
          | L3 | 52 | 4,300 |
          | L4 | 66 | 5,500 |

          ### What affects pay

          - Accountants in Munich earn 12% more than the national average
          - A tax adviser exam raises pay by a fifth

          ## Certification

          - The tax adviser exam costs €1,500 in fees
          - About 480,000 accountants work in the country
          - Roughly 35% of accountants work part-time

          ## Trends

          - Software posts most invoices on its own
          - By 2030 four of five invoices will be electronic
          """,
          "actuary.md",
          """
          ---
          title: Actuary
          as-of: 2024
          market: UK
          currency: GBP
          ---

          # Actuary

          ## Pay

          | Percentile | Annual pay |
          |---|---|
          | 25th percentile | £51,000 |
          | Median | £68,000 |
          | 75th percentile | £93,000 |

          - Typical range: £55,000 to £80,000
          - Top earners: over £120,000
          - Day rate: £450 a day

          ## Requirements

          - Experience: two years of experience in insurance
          - Education: a bachelor's degree in mathematics is required
          - A master's degree in statistics is helpful
          """);

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsTheDocuments() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, DOCUMENTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accountant salary after 5 years   | €59,500 a year",
        "accountant salary after 9 years   | €74,000 a year",
        "accountant base salary at L4      | €66 thousand a year",
        "monthly salary of an accountant at L3 | €4,300 a month",
        "75th percentile actuary pay       | 75th percentile",
        "75th percentile actuary pay       | £93,000 a year",
        "median actuary salary             | £68,000 a year",
        "typical actuary salary            | £55,000 to £80,000",
        "what do top earning actuaries make | over £120,000",
        "actuary day rate                  | £450 a day"
      })
  void saysCurrencyPeriodAndRow(String question, String said) {
    assertThat(text(question)).contains(said);
  }

  @Test
  void namesMarketAndYear_ofEachSideOfAComparison() {
    assertThat(text("compare the salary of an accountant and an actuary"))
        .contains("Accountant (Germany, 2024)")
        .contains("Actuary (UK, 2024)");
  }

  @Test
  void ranksNothing_inDifferentCurrencies() {
    assertThat(text("who earns more, an accountant or an actuary?"))
        .doesNotContain("comes out highest");
  }

  @Test
  void quotesHowPayDiffersInAPlace_whereNoAmountIsKnown() {
    assertThat(text("accountant salary in Munich"))
        .contains("Accountants in Munich earn 12% more than the national average");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what does the tax adviser exam for accountants cost? | €1,500",
        "how many accountants work in the country?            | 480,000",
        "what percentage of accountants work part-time?       | 35%",
        "what affects the pay of an accountant?               | A tax adviser exam raises pay",
        "which trends shape accounting for accountants?       | Software posts most invoices",
        "how many years of experience does an actuary need?   | two years of experience",
        "what degree does an actuary need?                    | bachelor's degree in mathematics",
        "what are the requirements for an actuary?            | A master's degree in statistics"
      })
  void quotesTheStatementAskedFor(String question, String quoted) {
    assertThat(text(question)).contains(quoted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what does an actuary exam cost?",
        "how many actuaries are there?",
        "what percentage of actuaries work part-time?",
        "actuary salary in Scotland",
        "accountant salary at L9",
        "soft skills of an actuary"
      })
  void refusesFiguresAndTopics_thatNoStatementHolds(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.NotCovered.class);
  }

  private static String text(String question) {
    Answer answer = answerer.answer(question, List.of());
    assertThat(answer).as(question).isInstanceOf(Answer.Answered.class);
    return String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "an AI engineer",
        "an HR manager",
        "an ML engineer",
        "an office clerk",
        "an umbrella maker",
        "a VP",
        "a UX designer",
        "a university professor",
        "a European buyer",
        "a nurse"
      })
  void namesAJobWithItsArticle(String named) {
    String title = named.substring(named.indexOf(' ') + 1);

    assertThat(Suggestions.withArticle(title)).isEqualTo(named);
  }
}
