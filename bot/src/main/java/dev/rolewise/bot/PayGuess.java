package dev.rolewise.bot;

import java.util.Locale;
import java.util.Set;

/** Guesses from single words what a question takes to be answered. */
final class PayGuess {
  private static final Set<String> PAY =
      Set.of(
          "salary",
          "salaries",
          "pay",
          "pays",
          "paid",
          "wage",
          "wages",
          "earn",
          "earns",
          "make",
          "makes",
          "compensation",
          "comp",
          "income",
          "bonus",
          "money",
          "median",
          "percentile");

  private PayGuess() {}

  /**
   * Whether a question is probably answered from facts, which takes no model. A wrong guess costs
   * time and nothing else.
   */
  static boolean isAboutPay(String question) {
    int start = 0;
    for (int i = 0; i <= question.length(); i++) {
      if (i == question.length() || !Character.isLetter(question.charAt(i))) {
        if (PAY.contains(question.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }
}
