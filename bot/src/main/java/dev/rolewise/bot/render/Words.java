package dev.rolewise.bot.render;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.Block.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The words of answers that are the same on every platform. */
public final class Words {
  /** What stands where one side of a comparison has nothing. */
  public static final String GAP = "not documented";

  private Words() {}

  /** Which of the three outcomes an answer is, as programs read it. */
  public static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> "answered";
      case Answer.NotCovered _ -> "not_found";
      case Answer.Clarify _ -> "clarify";
    };
  }

  /** What an answer says, one sentence or item a line, with citation marks. */
  public static String text(Answer answer) {
    var text = new StringBuilder();
    for (Sentence sentence : answer.sentences()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      if (sentence.form() == Sentence.Form.ITEM) {
        text.append("- ");
      }
      text.append(SafeText.of(sentence.text())).append(marks(sentence.citations()));
    }
    return text.toString();
  }

  /** {@code " [1][2]"}, or nothing without numbers. */
  public static String marks(List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return "";
    }
    var marks = new StringBuilder(" ");
    for (int number : numbers) {
      marks.append('[').append(number).append(']');
    }
    return marks.toString();
  }

  /** Where a citation points to, without its number and its quote. */
  public static String place(Citation citation) {
    String section = citation.section();
    String title = citation.title();
    String path =
        section.equals(title) || section.startsWith(title + " › ")
            ? section
            : title + " › " + section;
    return path
        + ", "
        + citation.source()
        + ":"
        + citation.statement().line()
        + origin(citation.market(), citation.asOf());
  }

  /**
   * Where citations point to, a line for each document: its title and file, then the number and the
   * line of each citation.
   */
  public static List<String> places(List<Citation> citations) {
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (Citation citation : citations) {
      StringBuilder line = lines.get(citation.document());
      if (line == null) {
        line =
            new StringBuilder(citation.title())
                .append(", ")
                .append(citation.source())
                .append(origin(citation.market(), citation.asOf()))
                .append(": ");
        lines.put(citation.document(), line);
      } else {
        line.append(", ");
      }
      line.append('[')
          .append(citation.number())
          .append("] line ")
          .append(citation.statement().line());
    }
    return lines.values().stream().map(StringBuilder::toString).toList();
  }

  /** A source: its number, where it points to and its quote, if there is one. */
  public static String source(Citation citation, Sources.Quotes quotes) {
    String quote =
        switch (quotes) {
          case SHORT -> VisibleText.shorten(citation.quote(), TextRenderer.MAX_QUOTE_CHARS);
          case WHOLE -> citation.quote();
          case NONE -> "";
        };
    return "["
        + citation.number()
        + "] "
        + place(citation)
        + (quote.isEmpty() ? "" : ": \"" + quote + "\"");
  }

  /** {@code " (US, 2024)"}, or nothing when neither is known. */
  public static String origin(Optional<String> market, OptionalInt asOf) {
    if (market.isEmpty() && asOf.isEmpty()) {
      return "";
    }
    var origin = new StringBuilder(" (").append(market.orElse(""));
    if (asOf.isPresent()) {
      origin.append(market.isPresent() ? ", " : "").append(asOf.getAsInt());
    }
    return origin.append(')').toString();
  }
}
