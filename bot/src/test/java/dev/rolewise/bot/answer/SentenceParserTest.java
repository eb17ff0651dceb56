package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceParserTest {
  private static final WrittenSentence ONE = new WrittenSentence("It pays $180,000.", List.of(1));
  private static final WrittenSentence TWO = new WrittenSentence("It is in Pune.", List.of(2, 3));

  private final SentenceParser parser = new SentenceParser();

  private List<WrittenSentence> parse(String text, int pieceChars) {
    List<WrittenSentence> all = new ArrayList<>();
    for (int i = 0; i < text.length(); i += pieceChars) {
      all.addAll(parser.add(text.substring(i, Math.min(text.length(), i + pieceChars))));
    }
    all.addAll(parser.end());
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[1]},"
            + "{\"text\":\"It is in Pune.\",\"cites\":[2,3]}]}",
        "```json\n{\"sentences\":[{\"cites\":[\"1\"],\"text\":\"It pays $180,000.\"},"
            + "{\"cites\":\"[2][3]\",\"text\":\"It is in Pune.\"}]}\n```",
        "Here is the JSON: {\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[1]},"
            + "{\"text\":\"It is in Pune.\",\"cites\":[2,3]}]} I hope it helps.",
        "Here it is:\n```json\n{\n\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[1]},"
            + "{\"text\":\"It is in Pune.\",\"cites\":[2,3]}]}\n```",
        "[{\"text\":\"It pays $180,000.\",\"cites\":[1]},"
            + "{\"text\":\"It is in Pune.\",\"cites\":[2,3]}]",
        "{\"sentences\":[{\"text\":\"It pays $180,000 [1].\",\"cites\":[]},"
            + "{\"text\":\"It is in Pune. [3]\",\"cites\":[2]}]}",
        "{\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[1.0]},"
            + "{\"text\":\"It is in Pune.\",\"cites\":[2,3]}]}",
        "{\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[{\"number\":1,\"text\":\"of"
            + " 9\"}]},{\"cites\":[{\"id\":\"2\"},3],\"text\":\"It is in Pune.\"}]}",
        "{\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":1},"
            + "{\"text\":\"It is in Pune.\",\"cites\":\"2, 3\"}]}",
        "<think>Say {\"sentences\":[{\"text\":\"No.\",\"cites\":[1]}]}. [1]</think>\n"
            + "{\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[1]},"
            + "{\"text\":\"It is in Pune.\",\"cites\":[2,3]}]}",
        "<thought>It pays nothing. [1]</thought>It pays $180,000. [1] It is in Pune. [2, 3]",
        "<think >It pays nothing. [1]</think >It pays $180,000. [1] It is in Pune. [2, 3]",
        "<think>It pays nothing. [1]</think>It pays $180,000. [1] It is in Pune. [2, 3]",
        "<Reasoning>Nothing. </think> [1]</reasoning>It pays $180,000. [1] It is in Pune. [2, 3]",
        "So it pays nothing</think>It pays $180,000. [1] It is in Pune. [2, 3]",
        "1. It pays $180,000. [1]\n2) It is in Pune. [2, 3]",
        "It pays $180,000. [1] It is in Pune. [2, 3]",
        "It pays $180,000 [1]. It is in Pune [2][3].",
        "It pays $180,000. [1]\nIt is in Pune. [2; 3]\n",
        "It pays $180,000【1】. It is in Pune【2】【3†source】.",
        "It pays $180,000. 【1】 It is in Pune. 【2】, 【3】",
        "It pays $180,000.[^1] It is in Pune.[^2][^3]",
        "It pays $180,000 ([1]). It is in Pune ([2], [3]).",
        "It pays $180,000. [[1]] It is in Pune. [[2]][[3]]",
        "It pays $180,000 (1).\n(2) It is in Pune [2, 3].",
        "It pays $180,000. (1) It is in Pune. (2, 3)",
        "It pays $180,000 (1). It is in Pune (2, 3).",
        "(1) It pays $180,000. [1]\n(2) It is in Pune. [2][3]"
      })
  void readsTheSame_howeverItIsWrittenAndCutUp(String text) {
    assertThat(parse(text, 1)).containsExactly(ONE, TWO);
    assertThat(new SentenceParser().add("")).isEmpty();
    var whole = new SentenceParser();
    List<WrittenSentence> all = new ArrayList<>(whole.add(text));
    all.addAll(whole.end());
    assertThat(all).containsExactly(ONE, TWO);
    assertThat(whole.problem()).isEmpty();
  }

  @Test
  void tellsASentence_asSoonAsItIsWhole() {
    assertThat(parser.add("{\"sentences\":[{\"text\":\"It pays $180,000.\",\"cites\":[1]"))
        .isEmpty();
    assertThat(parser.add("},")).containsExactly(ONE);
    assertThat(parser.add("{\"te")).isEmpty();
  }

  @Test
  void givesASentenceWithoutAMark_noNumbers() {
    assertThat(parse("Everybody is rich. It pays $180,000. [1]", 7))
        .containsExactly(new WrittenSentence("Everybody is rich.", List.of()), ONE);
  }

  @Test
  void findsMarks_farBehindTheBeginningOfALine() {
    assertThat(
            parse(
                "Everybody is rich. ".repeat(30) + "It pays $180,000. [1] It is in Pune. [2, 3]",
                1))
        .hasSize(32)
        .endsWith(ONE, TWO);
  }

  @Test
  void doesNotEndASentence_behindAnAbbreviation() {
    assertThat(parse("Ask Dr. Smith or St. Mary of A.B. Clinic. [1]", 3))
        .containsExactly(
            new WrittenSentence("Ask Dr. Smith or St. Mary of A.B. Clinic.", List.of(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n ", "```", "<think>It pays $180,000. [1]"})
  void saysThatNothingCame(String text) {
    assertThat(parse(text, 2)).isEmpty();
    assertThat(parser.problem()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sentences\":[{\"text\":\"half of it",
        "{\"sentences\":[{\"text\":\"a\",\"cites\":[1]}",
        "{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
        "{\"a\":1e99999999999999999999999999}"
      })
  void saysThatJsonIsBroken(String text) {
    List<WrittenSentence> _ = parse(text, 5);

    assertThat(parser.problem()).isEqualTo(Optional.of(ModelReply.Reason.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "null => UNCITED",
        "{\"foo\":1} => UNCITED",
        "asdf asdf => UNCITED",
        "[] => UNCITED",
        "I'm sorry, I cannot help. => REFUSED"
      })
  void takesATextThatCitesNothing_forNoAnswer(String text, ModelReply.Reason reason) {
    assertThat(parse(text, 3)).allMatch(sentence -> sentence.cites().isEmpty());
    assertThat(parser.problem()).contains(reason);
  }

  @Test
  @Timeout(4)
  void readsWhatMayBeJsonForEverInTime() {
    assertThat(parse("[".repeat(20_000), 4)).allMatch(one -> one.cites().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1],", "[1] ", "([1]", "[[1]],", "St. A", "Dr. ", "(1) ", "【1】;", "[1, "})
  void readsMarksForEverInTime(String repeated) {
    String text = "A job. " + repeated.repeat(SentenceParser.MAX_CHARS / repeated.length());
    ThreadMXBean time = ManagementFactory.getThreadMXBean();
    long start = time.getCurrentThreadCpuTime();

    assertThat(parse(text, 7)).isNotEmpty();

    assertThat(Duration.ofNanos(time.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofMillis(800));
  }

  @Test
  void takesARoundNumberForNoMark_insideASentenceOrBesideMarks() {
    assertThat(parse("It needs (1) a degree and (2) a licence of class (3). [1]", 5))
        .containsExactly(
            new WrittenSentence(
                "It needs (1) a degree and (2) a licence of class (3).", List.of(1)));
  }

  @Test
  void readsNoMoreThanItsMost() {
    List<WrittenSentence> all = parse("It pays $180,000. [1] ".repeat(5_000), 1_000);

    assertThat(parser.isFull()).isTrue();
    assertThat(all).hasSizeLessThanOrEqualTo(SentenceParser.MAX_CHARS / 20);
  }

  @Test
  void takesNumbersThatNothingHas_forNone() {
    assertThat(parse("{\"sentences\":[{\"text\":\"A.\",\"cites\":[-1, 99999]}]}", 4))
        .containsExactly(new WrittenSentence("A.", List.of(0, 0)));
  }

  @Test
  void keepsCharactersOfTwoHalvesWhole() {
    assertThat(parse("{\"sentences\":[{\"text\":\"Ü😀.\",\"cites\":[1]}]}", 1))
        .containsExactly(new WrittenSentence("Ü😀.", List.of(1)));
  }
}
