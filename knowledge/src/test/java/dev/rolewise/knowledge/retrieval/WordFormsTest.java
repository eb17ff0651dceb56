package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {
  private static final List<String> VETERINARY =
      List.of("veterinary", "technologist", "technician");

  @ParameterizedTest
  @CsvSource({
    "veterinarian, veterinary, true",
    "therapist, therapy, true",
    "technician, technologist, true",
    "nurse, nursing, true",
    "electrical, electronic, false",
    "designer, developer, false",
  })
  void relatesWordsOfOneStem(String one, String two, boolean related) {
    assertThat(WordForms.areRelated(one, two)).isEqualTo(related);
  }

  @Test
  void findsTheWordsOfAName_thatOtherFormsSay() {
    assertThat(WordForms.said(List.of("veterinarian", "technician"), VETERINARY))
        .containsExactly("veterinary", "technologist");
  }

  @Test
  void findsTheWordsOfAName_thatInitialsSay() {
    assertThat(WordForms.said(List.of("pt", "aide"), List.of("physical", "therapist", "aide")))
        .containsExactly("physical", "therapist", "aide");
  }

  @Test
  void findsTheWordsOfAName_thatAreClipped() {
    assertThat(WordForms.said(List.of("ag", "manager"), List.of("agricultural", "manager")))
        .containsExactly("agricultural", "manager");
    assertThat(
            WordForms.said(
                List.of("infosec", "analyst"), List.of("information", "security", "analyst")))
        .containsExactly("information", "security", "analyst");
  }

  @Test
  void findsNothing_whereAWordSaysNoneOfTheName() {
    assertThat(WordForms.said(List.of("dental", "technician"), VETERINARY)).isEmpty();
  }
}
