package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a model may make of statements of documents that nobody wrote for it, and what not. */
class WrittenClaimsTest {
  private static final GroundingCheck CHECK = new GroundingCheck();

  @Test
  void countsHalvesIntoTimes() {
    String training =
        "It takes two and a half years to go from no experience to 1,500 flight hours.";

    assertThat(
            kept(
                training,
                "Going from no experience to 1,500 flight hours takes two and a half years.",
                "It takes 2.5 years to go from no experience to 1,500 flight hours."))
        .hasSize(2);
    assertThat(
            kept(
                training,
                "It takes two and a half months to go from no experience to 1,500 flight hours.",
                "It takes three and a half years to go from no experience to 1,500 flight hours.",
                "It takes two years to go from no experience to 1,500 flight hours."))
        .isEmpty();
  }

  @Test
  void tellsSharesAndMultiplesInWordsApart() {
    String vacancies =
        "Vacancies in hotels rose by a quarter in 2024, while openings for night porters doubled.";

    assertThat(
            kept(
                vacancies,
                "In 2024, vacancies in hotels rose by a quarter.",
                "Openings for night porters doubled."))
        .hasSize(2);
    assertThat(
            kept(
                vacancies,
                "Vacancies in hotels rose by a third in 2024.",
                "Vacancies in hotels doubled in 2024.",
                "Openings for night porters rose by a quarter.",
                "Openings for night porters tripled.",
                "Vacancies in restaurants rose by a quarter in 2024."))
        .isEmpty();
  }

  @Test
  void readsAShareInWordsAsTheNumberItIs() {
    assertThat(
            kept(
                "About half of those who pass the final examination are taken on.",
                "Around half of those who pass the final examination are taken on.",
                "About 50% of those who pass the final examination are taken on."))
        .hasSize(2);
    assertThat(
            kept(
                "About half of those who pass the final examination are taken on.",
                "About half of those who fail the final examination are taken on.",
                "About a quarter of those who pass the final examination are taken on."))
        .isEmpty();
  }

  @Test
  void tellsHowOftenSomethingIsDone() {
    String licence = "Every state requires a licence, which has to be renewed every two years.";

    assertThat(
            kept(
                licence,
                "The licence must be renewed every two years.",
                "All states require a licence."))
        .hasSize(2);
    assertThat(
            kept(
                licence,
                "The licence has to be renewed every year.",
                "Some states require a licence.",
                "Most states require a licence."))
        .isEmpty();
  }

  @Test
  void keepsWhatIsSoEachYearToAYear() {
    String openings = "About 15,300 openings are projected each year, over the decade.";

    assertThat(kept(openings, "About 15,300 openings a year are projected over the decade."))
        .hasSize(1);
    assertThat(kept(openings, "About 15,300 openings are projected over the decade.")).isEmpty();
    assertThat(
            kept(
                "The advanced certificate brings a one-time bonus of $1,500.",
                "The advanced certificate brings a bonus of $1,500 a year."))
        .isEmpty();
  }

  @Test
  void tellsPayBeforeTaxFromPayAfterIt() {
    String agency = "Agency electricians get £22 an hour before tax, without holiday pay.";

    assertThat(kept(agency, "Agency electricians get £22 an hour before tax.")).hasSize(1);
    assertThat(
            kept(
                agency,
                "Agency electricians get £22 an hour after tax.",
                "Agency electricians take home £22 an hour."))
        .isEmpty();
    assertThat(kept("Median monthly take-home pay: $2,950.", "The median monthly pay is $2,950."))
        .isEmpty();
  }

  @Test
  void tellsMembersOfAUnionFromOthers() {
    String raises =
        "Union pilots at the three largest carriers won raises of 34%; non-union pilots at start-up"
            + " carriers got 15%.";

    assertThat(kept(raises, "Non-union pilots at start-up carriers got raises of 15%.")).hasSize(1);
    assertThat(
            kept(
                raises,
                "Union pilots at start-up carriers got 15%.",
                "Union pilots got raises of 15%."))
        .isEmpty();
  }

  @Test
  void asksOnlyForWhatIsAskedFor() {
    String education = "A bachelor's degree in engineering is preferred; a diploma is accepted.";
    String certificate =
        "The foundation certificate is mandatory at service companies and optional at start-ups.";
    String languages = "German or French is required in most kitchens; English is an advantage.";

    assertThat(
            kept(
                List.of(education, certificate),
                "A bachelor's degree in engineering is preferred, but a diploma is accepted.",
                "The foundation certificate is mandatory at service companies but optional at"
                    + " start-ups."))
        .hasSize(2);
    assertThat(
            kept(
                List.of(education, certificate),
                "A bachelor's degree in engineering is required.",
                "A diploma is preferred.",
                "The foundation certificate is mandatory at start-ups.",
                "The foundation certificate is optional at service companies."))
        .isEmpty();
    assertThat(kept(languages, "English is required.", "German is an advantage.")).isEmpty();
  }

  @Test
  void saysForWhomAloneSomethingIsNeeded() {
    String degree = "A bachelor's degree is needed only for research, teaching or public health.";

    assertThat(
            kept(degree, "For research, teaching or public health, a bachelor's degree is needed."))
        .hasSize(1);
    assertThat(
            kept(
                degree,
                "A bachelor's degree is needed to become a dental hygienist.",
                "A bachelor's degree is needed in private practice."))
        .isEmpty();
  }

  @Test
  void takesWhatIsNotRequiredForOptional() {
    String course = "A course in local anaesthesia is recommended but not required.";

    assertThat(
            kept(
                course,
                "A course in local anaesthesia is recommended, though it isn't mandatory.",
                "You don't need a course in local anaesthesia, but it is recommended."))
        .hasSize(2);
    assertThat(
            kept(
                course,
                "You must take a course in local anaesthesia.",
                "A course in local anaesthesia is required but not recommended."))
        .isEmpty();
  }

  @Test
  void tellsAShareOfPeopleFromARiseOfTheirPay() {
    String raise = "Testers who change employer receive a raise of 28%, those who stay 9%.";

    assertThat(kept(raise, "Testers who change employer receive a raise of 28%.")).hasSize(1);
    assertThat(
            kept(
                raise,
                "28% of testers change employer.",
                "Testers who change employer earn 28% of their salary.",
                "Testers who stay receive a raise of 28%."))
        .isEmpty();
  }

  @Test
  void tellsWhatFellFromWhatRose() {
    String attrition = "Attrition stood at 17% in 2025, down from 23% in 2022.";

    assertThat(kept(attrition, "Attrition fell from 23% in 2022 to 17% in 2025.")).hasSize(1);
    assertThat(kept(attrition, "Attrition rose to 17% in 2025.", "Attrition fell by 17% in 2025."))
        .isEmpty();
  }

  @Test
  void saysWhichOfTwoAnAmountIsOf() {
    String supplements = "Sunday work: a supplement of 50% is paid, and 25% at night.";
    String hotels = "Hotels in Geneva: CHF 5,480; in Ticino: CHF 4,390.";

    assertThat(kept(supplements, "Night work brings a supplement of 25%.")).hasSize(1);
    assertThat(kept(supplements, "A supplement of 25% is paid for Sunday work.")).isEmpty();
    assertThat(kept(hotels, "In Ticino, hotels pay CHF 4,390.")).hasSize(1);
    assertThat(kept(hotels, "In Geneva, hotels pay CHF 4,390.")).isEmpty();
  }

  @Test
  void weighsNothingThatIsNotWeighed() {
    assertThat(
            kept(
                "Wages rose by 3.4% in 2024, while those of dental assistants rose by 5.1%.",
                "Wages rose by 3.4% in 2024, faster than those of dental assistants."))
        .isEmpty();
  }

  @Test
  void saysOfAllOnlyWhatIsStatedOfAll() {
    String salary = "A 13th salary is paid by all employers bound by the collective agreement.";

    assertThat(kept(salary, "All employers bound by the collective agreement pay a 13th salary."))
        .hasSize(1);
    assertThat(kept(salary, "A 13th salary is paid by all employers.")).isEmpty();
    assertThat(kept("About 70% of new hires hold a degree.", "All new hires hold a degree."))
        .isEmpty();
  }

  @Test
  void limitsWhatMayNotBeExceeded() {
    String hours = "Pilots may not fly more than 100 hours a month.";

    assertThat(kept(hours, "Pilots may fly no more than 100 hours a month.")).hasSize(1);
    assertThat(
            kept(
                hours,
                "Pilots may fly more than 100 hours a month.",
                "Pilots must fly at least 100 hours a month."))
        .isEmpty();
  }

  @Test
  void tellsAgesHoweverTheyAreWritten() {
    String age = "Apprentices must be at least 15 years old.";

    assertThat(kept(age, "Apprentices have to be 15 or older.")).hasSize(1);
    assertThat(
            kept(
                age,
                "Apprentices need at least 15 years of experience.",
                "Apprentices have to be under the age of 15."))
        .isEmpty();
  }

  @Test
  void tellsWhatIsLeftOutFromWhatComesWithIt() {
    String agency = "Agency electricians get £22 an hour, without holiday pay.";
    String leave = "Annual leave is 24 days plus 8 public holidays.";

    assertThat(kept(agency, "Agency electricians get £22 an hour, with no holiday pay."))
        .hasSize(1);
    assertThat(kept(agency, "Agency electricians get £22 an hour with holiday pay.")).isEmpty();
    assertThat(kept(leave, "You get 24 days of annual leave plus 8 public holidays.")).hasSize(1);
    assertThat(kept(leave, "Annual leave is 24 days including 8 public holidays.")).isEmpty();
  }

  @Test
  void tellsBeforeFromAfter() {
    String shared = "Job-share is available after the graduate year.";

    assertThat(kept(shared, "After the graduate year, job-share is available.")).hasSize(1);
    assertThat(
            kept(
                shared,
                "Job-share is available during the graduate year.",
                "Job-share is available before the graduate year."))
        .isEmpty();
  }

  @Test
  void tellsWhatSomethingCameFromApartFromWhatItIs() {
    String wait = "The wait for a place has fallen from nine months to four.";

    assertThat(kept(wait, "The wait for a place fell from nine months to four.")).hasSize(1);
    assertThat(
            kept(
                wait,
                "The wait for a place is nine months.",
                "The wait for a place has fallen by nine months.",
                "The wait for a place has fallen from four months to nine."))
        .isEmpty();
  }

  @Test
  void keepsAnOrderTheRightWayRound() {
    String path = "From harbour pilot to senior pilot it takes eight years.";
    String demand = "Demand for divers is expected to grow faster than for welders.";
    String many = "Seven times as many tugs as ferries call at the port.";

    assertThat(
            kept(
                List.of(path, demand, many),
                "It takes eight years from harbour pilot to senior pilot.",
                "Demand for divers is expected to grow faster than that for welders.",
                "At the port, seven times as many tugs as ferries call."))
        .hasSize(3);
    assertThat(
            kept(
                List.of(path, demand, many),
                "From senior pilot to harbour pilot it takes eight years.",
                "Demand for welders is expected to grow faster than for divers.",
                "Seven times as many ferries as tugs call at the port."))
        .isEmpty();
  }

  @Test
  void tellsTheFirstFromTheSecond() {
    String exam = "About 40% pass the examination at the first attempt.";
    String years = "Apprentices get $900 a month in the first year and $1,400 in the third.";

    assertThat(kept(years, "In the third year, apprentices get $1,400 a month.")).hasSize(1);
    assertThat(
            kept(
                exam,
                "About 40% pass the examination at the second attempt.",
                "About 40% fail the examination at the first attempt."))
        .isEmpty();
  }

  @Test
  void tellsWhoPaysFromWhoIsPaid() {
    String dues = "Members of the guild pay $18 a month.";

    assertThat(kept(dues, "Guild members pay $18 a month.")).hasSize(1);
    assertThat(kept(dues, "Guild members get $18 a month.")).isEmpty();
  }

  @Test
  void tellsWhereSomethingIsRareFromWhereItIsCommon() {
    String visits = "Home visits are common in villages and rare in Brisbane.";

    assertThat(kept(visits, "Home visits are common in villages.")).hasSize(1);
    assertThat(kept(visits, "Home visits are common in Brisbane.")).isEmpty();
    assertThat(kept("Travel is rare, except in consulting.", "Travel is common.")).isEmpty();
  }

  @Test
  void putsNothingInThePlaceOfWhatIsStated() {
    String bids = "Bids for schedules are awarded by seniority.";

    assertThat(kept(bids, "Schedule bids are awarded by seniority.")).hasSize(1);
    assertThat(kept(bids, "Bids for schedules are awarded by lottery.")).isEmpty();
  }

  @Test
  void tellsThoseWithSomethingFromThoseWithoutIt() {
    String allowance =
        "A driving licence is preferred, but an allowance is paid to those without one.";

    assertThat(kept(allowance, "An allowance is paid to those without a driving licence."))
        .hasSize(1);
    assertThat(kept(allowance, "An allowance is paid to those with a driving licence.")).isEmpty();
    assertThat(
            kept(
                "A bonus of $6,000 is paid, minus study costs.",
                "A bonus of $6,000 is paid, plus study costs."))
        .isEmpty();
  }

  @Test
  void asksForOneOfTwoDegreesHoweverLongTheyTake() {
    String degrees = "A four-year bachelor's degree or a two-year master's degree is required.";

    assertThat(kept(degrees, "A bachelor's or a master's degree is required.")).hasSize(1);
    assertThat(kept(degrees, "Both a bachelor's and a master's degree are required.")).isEmpty();
  }

  private static List<String> kept(String statement, String... sentences) {
    return kept(List.of(statement), sentences);
  }

  /** Those of the sentences that hold, citing all of the statements. */
  private static List<String> kept(List<String> statements, String... sentences) {
    List<Citation> citations =
        statements.stream().map(text -> cite(statements.indexOf(text) + 1, text)).toList();
    List<Integer> numbers = citations.stream().map(Citation::number).toList();
    return Stream.of(sentences)
        .filter(text ->
            CHECK.ofWritten(citations).holds(new Sentence(Form.TEXT, text, numbers), List.of()))
        .toList();
  }

  private static Citation cite(int number, String text) {
    return new Citation(
        number,
        "Career profile",
        "career-profile.md",
        OptionalInt.empty(),
        Optional.empty(),
        new Statement(
            "career-profile",
            number,
            List.of(),
            List.of(),
            StatementKind.BULLET,
            number,
            text,
            List.of()));
  }
}
