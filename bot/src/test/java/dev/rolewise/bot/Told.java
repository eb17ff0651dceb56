package dev.rolewise.bot;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person reads of an answer, without the markup of where it is read.
 *
 * @param statements headings, sentences and items with their marks, a line each
 * @param sources number, place and quote of each citation, a line each
 * @param questions what to ask next; a long one may be cut and end in an ellipsis
 */
public record Told(List<String> statements, List<String> sources, List<String> questions) {
  private static final String SOURCES = "Sources";
  private static final String NEXT = "You could ask next:";
  private static final String BULLET = "- ";

  private enum Part {
    STATEMENTS,
    SOURCES,
    QUESTIONS
  }

  public Told {
    statements = List.copyOf(statements);
    sources = List.copyOf(sources);
    questions = List.copyOf(questions);
  }

  /**
   * Reads lines in the order they are shown; blank ones mean nothing.
   *
   * @param pressed questions that stand on buttons, not in lines
   */
  public static Told of(List<String> lines, List<String> pressed) {
    List<String> statements = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    Part part = Part.STATEMENTS;
    for (String line : lines) {
      switch (line.strip()) {
        case "" -> {}
        case SOURCES -> part = Part.SOURCES;
        case NEXT -> part = Part.QUESTIONS;
        default -> {
          switch (part) {
            case STATEMENTS -> statements.add(line);
            case SOURCES -> sources.add(line);
            case QUESTIONS -> questions.add(line.replaceFirst("^" + BULLET, ""));
          }
        }
      }
    }
    questions.addAll(pressed);
    return new Told(statements, sources, questions);
  }
}
