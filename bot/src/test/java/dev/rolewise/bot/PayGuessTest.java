package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayGuessTest {
  @ParameterizedTest
  @CsvSource({
    "what does an AVP in AI make?, true",
    "VP SALARY, true",
    "do i get to pick my own crew?, false",
    "who are the makers?, false",
    "?!, false"
  })
  void guessesWhetherAQuestionIsAboutPay(String question, boolean isAboutPay) {
    assertThat(PayGuess.isAboutPay(question)).isEqualTo(isAboutPay);
  }
}
