package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.retrieval.Retrieval.Found;
import dev.rolewise.knowledge.retrieval.Retrieval.NothingRelevant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HybridIndexTest {
  private static final float[] NO_VECTOR = {};

  private final Embedder embedder = new BagOfWordsEmbedder();
  private final HybridIndex index = HybridIndex.build(Trades.documents(), embedder);

  @Test
  void search_findsTheStatementWithTheWordsOfTheQuestion() {
    List<Passage> passages = found("tell me about the apprenticeship", Filter.ALL);

    assertThat(passages.getFirst().statement().text()).isEqualTo(Trades.APPRENTICESHIP);
    assertThat(passages).extracting(Passage::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void search_findsOtherFormsOfAWord() {
    List<Passage> passages = byWords("apprenticeships completed", Filter.ALL);

    assertThat(passages).extracting(this::text).containsExactly(Trades.APPRENTICESHIP);
  }

  @Test
  void search_findsATableRow_byItsColumnHeading() {
    List<Passage> passages = byWords("median hour alberta", Filter.ALL);

    assertThat(text(passages.getFirst())).isEqualTo("Alberta | C$36.50");
  }

  @Test
  void search_findsAnAmount_howeverItIsWritten() {
    assertThat(byWords("is 52.4k right", Filter.ALL))
        .extracting(this::text)
        .containsExactly(Trades.MEDIAN);
    assertThat(byWords("is 52400 right", Filter.ALL))
        .extracting(this::text)
        .containsExactly(Trades.MEDIAN);
  }

  @Test
  void search_prefersTheDocumentWhoseTitleIsNamed() {
    assertThat(text(found("median of a welder", Filter.ALL).getFirst())).isEqualTo(Trades.MEDIAN);
    assertThat(text(found("median of a registered nurse", Filter.ALL).getFirst()))
        .isEqualTo(Trades.NURSE_MEDIAN);
  }

  @Test
  void search_ranksPreferredDocumentsHigher() {
    double plain = score(Trades.NURSE_MEDIAN, Filter.ALL);
    double preferred =
        score(Trades.NURSE_MEDIAN, Filter.ALL.preferring(Set.of("registered-nurse")));
    double passedOver = score(Trades.NURSE_MEDIAN, Filter.ALL.preferring(Set.of("welder")));

    assertThat(preferred).isGreaterThan(plain);
    assertThat(passedOver).isCloseTo(plain, within(1e-6));
  }

  @Test
  void search_staysInTheDocumentsOfTheFilter() {
    List<Passage> passages = found("median wage", Filter.ALL.in(Set.of("registered-nurse")));

    assertThat(passages)
        .extracting(passage -> passage.statement().document())
        .containsOnly("registered-nurse");
  }

  @Test
  void search_staysInTheSectionsOfTheFilter() {
    List<Passage> passages =
        found("requirements", Filter.ALL.only(section -> section.heading().equals("Wages")));

    assertThat(passages)
        .extracting(this::text)
        .containsExactlyInAnyOrder(Trades.MEDIAN, Trades.OVERTIME);
  }

  @Test
  void search_returnsNoMoreThanAsked() {
    Retrieval retrieval = index.search("wage", () -> embedder.embed("wage"), Filter.ALL, 2);

    assertThat(retrieval)
        .isInstanceOfSatisfying(Found.class, found -> assertThat(found.passages()).hasSize(2));
  }

  @Test
  void search_tellsTheSimilarity() {
    String exactly = "Welder › Wages › " + Trades.OVERTIME;

    Passage best = found(exactly, Filter.ALL).getFirst();

    assertThat(text(best)).isEqualTo(Trades.OVERTIME);
    assertThat(best.similarity()).isCloseTo(1, within(1e-4));
  }

  @Test
  void search_findsByMeaning_whenNoWordIsKnown() {
    var passages =
        index.search("pecuniary emolument", () -> embedder.embed("wages paid"), Filter.ALL, 3);

    assertThat(passages)
        .isInstanceOfSatisfying(
            Found.class,
            found -> assertThat(text(found.passages().getFirst())).isEqualTo(Trades.OVERTIME));
  }

  @Test
  void search_findsNothing_whenNeitherWordsNorMeaningAreNear() {
    Retrieval retrieval =
        index.search("weather tomorrow", () -> embedder.embed("zzz"), Filter.ALL, 3);

    assertThat(retrieval)
        .isInstanceOfSatisfying(
            NothingRelevant.class, nothing -> assertThat(nothing.bestSimilarity()).isLessThan(0.2));
  }

  @Test
  void search_findsNothing_whenTheFilterAcceptsNothing() {
    Retrieval retrieval =
        index.search("median", () -> embedder.embed("median"), Filter.ALL.in(Set.of("plumber")), 3);

    assertThat(retrieval).isEqualTo(new NothingRelevant(0));
  }

  @Test
  void search_findsNothing_inNoDocuments() {
    var empty = HybridIndex.build(List.of(), embedder);

    assertThat(empty.search("median", () -> embedder.embed("median"), Filter.ALL, 3))
        .isEqualTo(new NothingRelevant(0));
    assertThat(empty.sections("median", () -> embedder.embed("median"), Filter.ALL, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?!",
        "\"",
        "wage AND (NOT",
        "text:[a TO",
        "~^*+-/\\",
        "\u0000",
        "\uD83D\uDCB0 \uD83D",
        "سلام",
        "工资是多少",
        "ÀÉÎ",
        "1.2.3,,4k",
        "a'b''s",
        "C++ c# .net"
      })
  void search_readsAnyTextAsWords(String text) {
    assertThat(index.search(text, () -> NO_VECTOR, Filter.ALL, 3)).isNotNull();
    assertThat(index.sections(text, () -> NO_VECTOR, Filter.ALL, 3)).isNotNull();
    assertThat(index.coverage(text)).isBetween(0.0, 1.0);
  }

  @Test
  void search_copesWithAPastedPage() {
    String page =
        IntStream.range(0, 10_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

    List<Passage> passages = byWords(page + " overtime", Filter.ALL);

    assertThat(passages).extracting(this::text).containsExactly(Trades.OVERTIME);
  }

  @Test
  void search_refusesToReturnNothing() {
    assertThatThrownBy(() -> index.search("wage", () -> NO_VECTOR, Filter.ALL, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be at least 1, got 0");
  }

  @Test
  void sections_findsTheSectionByItsHeading() {
    assertThat(bestSection("what are the requirements", "welder").path())
        .containsExactly("Requirements");
    assertThat(bestSection("technical skills required", "welder").path())
        .containsExactly("Requirements", "Technical skills");
    assertThat(bestSection("salary", "registered-nurse").path()).containsExactly("Salary");
  }

  @Test
  void sections_findsTheSectionByWhatStandsInIt() {
    assertThat(bestSection("overtime", "welder").path()).containsExactly("Wages");
  }

  @Test
  void sections_returnsBestFirst_andNoMoreThanAsked() {
    String query = "responsibilities and requirements";

    List<SectionMatch> matches = index.sections(query, () -> embedder.embed(query), Filter.ALL, 3);

    assertThat(matches).hasSize(3);
    assertThat(matches)
        .extracting(SectionMatch::score)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void sections_acceptsOnlyWhatTheFilterAccepts() {
    Filter filter = Filter.ALL.only(section -> section.heading().equals("Salary"));

    List<SectionMatch> matches =
        index.sections("requirements", () -> embedder.embed("requirements"), filter, 5);

    assertThat(matches).extracting(match -> match.section().heading()).containsExactly("Salary");
  }

  @Test
  void knowsItsWords() {
    assertThat(index.wordKnown("apprenticeships")).isTrue();
    assertThat(index.wordKnown("RN")).isTrue();
    assertThat(index.wordKnown("the")).isTrue();
    assertThat(index.wordKnown("volcano")).isFalse();
  }

  @Test
  void rareWordsTellMoreThanFrequentOnes() {
    assertThat(index.idf("overtime")).isGreaterThan(index.idf("requirements"));
    assertThat(index.idf("volcano")).isGreaterThan(index.idf("overtime"));
  }

  @Test
  void coverage_isTheShareOfKnownWords() {
    assertThat(index.coverage("what is the median wage")).isEqualTo(1);
    assertThat(index.coverage("volcano weather")).isEqualTo(0);
    assertThat(index.coverage("volcano wage")).isStrictlyBetween(0.0, 0.5);
    assertThat(index.coverage("what is the")).isEqualTo(1);
  }

  private double score(String text, Filter filter) {
    return found("the median a year", filter).stream()
        .filter(passage -> text(passage).equals(text))
        .mapToDouble(Passage::score)
        .findFirst()
        .orElseThrow();
  }

  private List<Passage> found(String query, Filter filter) {
    return passages(index.search(query, () -> embedder.embed(query), filter, 10));
  }

  private List<Passage> byWords(String query, Filter filter) {
    return passages(index.search(query, () -> NO_VECTOR, filter, 10));
  }

  private static List<Passage> passages(Retrieval retrieval) {
    return switch (retrieval) {
      case Found(var passages) -> passages;
      case NothingRelevant _ -> List.of();
    };
  }

  private Section bestSection(String query, String document) {
    Filter filter = Filter.ALL.in(Set.of(document));
    return index.sections(query, () -> embedder.embed(query), filter, 1).getFirst().section();
  }

  private String text(Passage passage) {
    return passage.statement().text();
  }
}
