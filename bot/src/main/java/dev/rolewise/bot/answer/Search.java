package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import java.util.List;

/** Finds what bears on a question. Safe to call from many threads. */
public interface Search {
  /**
   * Statements that bear on a text, best first.
   *
   * @param words the words to look for
   * @param meaning the text whose meaning to look for
   */
  Retrieval statements(String words, String meaning, Filter filter, int count);

  /**
   * Sections that bear on a text, best first.
   *
   * @param words the words to look for
   * @param meaning the text whose meaning to look for
   */
  List<SectionMatch> sections(String words, String meaning, Filter filter, int count);

  /** How much of a text is in words the documents have, from 0 to 1. */
  double coverage(String text);
}
