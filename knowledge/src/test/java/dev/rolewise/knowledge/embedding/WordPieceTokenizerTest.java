package dev.rolewise.knowledge.embedding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTokenizerTest {
  private static final WordPieceTokenizer TOKENIZER = new WordPieceTokenizer(Vocabulary.bundled());

  private static final int NO_LIMIT = 1_000_000;

  private static HuggingFaceTokenizer reference;

  @BeforeAll
  static void openReference() throws IOException {
    try (var in =
        WordPieceTokenizerTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
      reference =
          HuggingFaceTokenizer.newInstance(
              requireNonNull(in), Map.of("padding", "false", "truncation", "false"));
    }
  }

  @AfterAll
  static void closeReference() {
    reference.close();
  }

  static List<String> texts() {
    return List.of(
        "",
        " ",
        "What does a senior data engineer earn in London?",
        "AVP › Salary ranges › $180,000–$220,000 (base), €95k; ₹45–60 LPA; £70,000 p.a.",
        "Résumé, naïve café, Zürich, Łódź, İstanbul, ÅNGSTRÖM, e\u0301te\u0301, Ǆ ß ſ",
        "don't can’t “quoted” 'single' — dash… •bullet·dot",
        "C++ / C# / .NET, CI/CD, node.js, k8s, GPT-4o, 10+ years, 25th–75th %ile",
        "tokenization unaffordability antidisestablishmentarianism",
        "東京の給与 데이터 엔지니어 данные инженер מהנדס مهندس วิศวกร",
        "豈 \uD840\uDC00 \uD87E\uDC00 mixed漢字words",
        "emoji 😀 family 👨\u200D👩\u200D👧 flag 🇬🇧 ☕\uFE0F tone 👍🏽",
        "control\u0000 \u0001a\u0007b\u007F soft\u00ADhyphen zero\u200Bwidth bom\uFEFF"
            + " re\uFFFDplaced",
        "tab\there\r\n"
            + "line\u000Bvertical\u000Cform\u0085next\u2028line\u2029para\u00A0nbsp\u3000wide",
        "[CLS] [SEP][MASK] a[UNK]b [PAD [cls] [ SEP ] [[MASK]]",
        "##ing ## # [ ] ^ ` ~ $ + < = > |",
        "\u1E9B\u0323 \u212B \u2126 \u212A \uFB01 ﷺ \u1100\u1161\u11A8 각",
        "a\u0300\u0301\u0302\u0303\u0304 zalgơ̴̡ z̶̢a̵l̷g̸o̴",
        "x".repeat(100) + " " + "x".repeat(101) + " " + "é".repeat(100) + " " + "é".repeat(101),
        "😀".repeat(100) + " " + "a".repeat(99) + ".b",
        "\uE000private \uDBFF\uDFFFuse \u0378unassigned");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void givesTheIdsOfTheReference(String text) {
    assertThat(TOKENIZER.encode(text, NO_LIMIT)).isEqualTo(referenceIds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20-61C", "61E-7FC", "E01-EB9", "ED0-166C", "1E00-1FFF", "2000-2E42", "3000-4DFF"})
  void givesTheIdsOfTheReference_forEverySignOfABlock(String block) {
    String[] ends = block.split("-", 2);
    int last = Integer.parseInt(ends[1], 16);
    for (int sign = Integer.parseInt(ends[0], 16); sign <= last; sign++) {
      String text = "a%1$sb %1$s".formatted(Character.toString(sign));

      assertThat(TOKENIZER.encode(text, NO_LIMIT)).as("U+%04X", sign).isEqualTo(referenceIds(text));
    }
  }

  private static int[] referenceIds(String text) {
    return Arrays.stream(reference.encode(text).getIds()).mapToInt(Math::toIntExact).toArray();
  }

  @Test
  void dropsHalfSurrogates() {
    assertThat(TOKENIZER.encode("pa\uD800y \uDC00", NO_LIMIT))
        .isEqualTo(TOKENIZER.encode("pay", NO_LIMIT));
  }

  @Test
  void cutsAtTheWindow_keepingBothMarks() {
    String text = "Salaries of unaffordability. ".repeat(2_000);
    int[] whole = TOKENIZER.encode(text, NO_LIMIT);

    for (int window = 2; window <= 40; window++) {
      int[] expected = Arrays.copyOf(whole, window);
      expected[window - 1] = whole[whole.length - 1];
      assertThat(TOKENIZER.encode(text, window)).isEqualTo(expected);
    }
  }

  @Test
  void readsAWordToItsEnd_soThatTheWindowCannotChangeIt() {
    String unknownAtItsEnd = "unaffordability☃";

    assertThat(TOKENIZER.encode(unknownAtItsEnd, 3))
        .isEqualTo(TOKENIZER.encode(unknownAtItsEnd, NO_LIMIT));
  }

  @Test
  void refusesAWindowWithoutRoomForTheMarks() {
    assertThatThrownBy(() -> TOKENIZER.encode("pay", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTokens must be at least 2, got 1");
  }
}
