package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

/**
 * What a language model is given.
 *
 * @param instructions what it shall do; written by the program alone
 * @param data what it shall do it with, as one JSON object: whatever people and documents wrote
 *     stands in its strings and nowhere else
 * @param form what it shall write
 * @param maxTokens tokens that it may write at most, at least 1
 */
public record Prompt(String instructions, String data, Form form, int maxTokens) {
  /** What a model shall write. */
  public enum Form {
    /**
     * Sentences with the numbers of what they rest on, as {@code {"sentences": [{"text": "…",
     * "cites": [1]}]}}; models that cannot be held to JSON put the numbers in brackets.
     */
    SENTENCES,
    /** One line of text. */
    LINE
  }

  /** Characters of a token, about, where nobody counts them. */
  private static final long CHARS_PER_TOKEN = 4;

  public Prompt {
    requireNonNull(instructions, "instructions");
    requireNonNull(data, "data");
    requireNonNull(form, "form");
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1, got " + maxTokens);
    }
  }

  /** Tokens that it takes, about. */
  public long tokens() {
    return tokens((long) instructions.length() + data.length());
  }

  /** Tokens that so many characters take, about. */
  public static long tokens(long chars) {
    return chars / CHARS_PER_TOKEN;
  }
}
