package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.retrieval.Corrected.Correction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final Set<String> ENGLISH = Set.of("manger", "leaning", "celery", "weather");
  private static final Set<String> EXTRA_WORDS =
      Set.of(
          "salary",
          "scientist",
          "engineer",
          "machine",
          "learning",
          "data",
          "average",
          "requirements");

  private final Vocabulary vocabulary =
      HybridIndex.build(Trades.documents(), new BagOfWordsEmbedder()).vocabulary();
  private final Spelling spelling = new Spelling(vocabulary, EXTRA_WORDS, ENGLISH::contains);

  @ParameterizedTest
  @CsvSource({
    "sientist, scientist",
    "enginer, engineer",
    "salry, salary",
    "salery, salary",
    "mashine lerning, machine learning",
    "hw mutch, how much",
    "datta, data",
    "avrage, average",
    "requirments, requirements",
    "aprenticeship, apprenticeship",
    "responsiblities, responsibilities",
    "hwo, how",
    "a nurse manaegr, a nurse manager",
    "machinelearning, machine learning",
  })
  void correctsSlips(String written, String meant) {
    assertThat(spelling.correct(written).text()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "how r u, how are you",
    "yoe for a welder, years of experience for a welder",
    "what dose a nurse do, what does a nurse do",
    "exp needed plz, experience needed please",
    "y weld, why weld",
    "difference btw welder and nurse, difference between welder and nurse",
  })
  void writesOutWhatPeopleShorten(String written, String meant) {
    assertThat(spelling.correct(written).text()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is the median wage of a welder",
        "hows the outlook when youre a welder",
        "is R needed, or is r enough",
        "$52,400 for 3yrs at b2b level4",
        "does Salry pay in Albertta",
        "the RNN and the CTO",
        "ask @salry or #salry, see salry.com",
        "svp in oslo",
        "is celery good in this weather",
        "is a twig needed",
        "",
        "?! \uD83D\uDCB0",
      })
  void leavesTheRestAsItIs(String text) {
    assertThat(spelling.correct(text).text()).isEqualTo(text);
    assertThat(spelling.correct(text).corrections()).isEmpty();
  }

  @Test
  void keepsSignsAndSpaces() {
    assertThat(spelling.correct("  Salry?  of a welder's\thelper ").text())
        .isEqualTo("  salary?  of a welder's\thelper ");
  }

  @Test
  void tellsWhatItChanged() {
    assertThat(spelling.correct("Salry of a wleder").corrections())
        .containsExactly(new Correction("Salry", "salary"), new Correction("wleder", "welder"));
  }

  @Test
  void correctsAllWords_whenAllHaveCapitals() {
    assertThat(spelling.correct("What Is The Avrage Salry").text())
        .isEqualTo("What Is The average salary");
  }

  @ParameterizedTest
  @CsvSource({
    "weld syms, weld symbols",
    "blue prints, blueprints",
    "mach learning, machine learning",
  })
  void writesOutShortForms_onlyBesideAKnownNeighbour(String written, String meant) {
    assertThat(spelling.correct(written).text()).isEqualTo(meant);
  }

  @Test
  void replacesAnEnglishWord_onlyBesideTheSameNeighbour() {
    assertThat(spelling.correct("what does a nurse manger do").text())
        .isEqualTo("what does a nurse manager do");
    assertThat(spelling.correct("is there a manger").text()).isEqualTo("is there a manger");
    assertThat(spelling.correct("machine leaning").text()).isEqualTo("machine learning");
  }

  @Test
  void leavesPastedTextAsItIs() {
    String page = "salry ".repeat(500);

    assertThat(spelling.correct(page).text()).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "rail conducter, rail conductor",
    "innov engineer, innovation engineer",
    "constr laborer, construction laborer",
  })
  void knowsWordsOfADocument_fromTheirStems(String written, String meant) {
    var words =
        new Pairs(
            List.of(
                "conduct",
                "conductor",
                "rail",
                "innovation",
                "engineer",
                "construction",
                "laborers"),
            Set.of("innovation engineer", "construction laborers"));
    var own = new Spelling(words, Set.of(), ENGLISH::contains);

    assertThat(own.correct(written).text()).isEqualTo(meant);
  }

  /** Words, and which of them stand side by side. */
  private record Pairs(List<String> list, Set<String> pairs) implements Vocabulary {
    @Override
    public Set<String> words() {
      return Set.copyOf(list);
    }

    @Override
    public int frequency(String word) {
      List<String> stem = Stems.stems(List.of(word));
      return (int) list.stream().filter(own -> Stems.stems(List.of(own)).equals(stem)).count();
    }

    @Override
    public boolean isFollowed(String word, String next) {
      return pairs.contains(word + " " + next);
    }
  }
}
