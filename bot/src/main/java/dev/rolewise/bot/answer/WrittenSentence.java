package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A sentence as a language model wrote it, unchecked.
 *
 * @param text its words without citation marks
 * @param cites the numbers it claims to rest on, any numbers, may be empty
 */
record WrittenSentence(String text, List<Integer> cites) {
  WrittenSentence {
    requireNonNull(text, "text");
    cites = List.copyOf(cites);
  }
}
