package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Writes a reply as lines of text for a terminal, a pipe or a file. */
public final class TextRenderer implements Renderer<String> {
  /** Whether text carries escape sequences for weight and colour. */
  public enum Look {
    PLAIN,
    STYLED
  }

  /** Longest quote under an answer; a longer one is cut at a word and ends in an ellipsis. */
  static final int MAX_QUOTE_CHARS = 160;

  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  private final Look look;
  private final OptionalInt width;

  /**
   * A renderer for one kind of terminal.
   *
   * @param width columns to wrap at, or empty not to wrap
   */
  public TextRenderer(Look look, OptionalInt width) {
    this.look = requireNonNull(look, "look");
    this.width = requireNonNull(width, "width");
  }

  /** The reply as lines, each ended by a line feed. */
  @Override
  public String render(Reply reply) {
    var text = new StringBuilder();
    for (Block block : reply.blocks()) {
      switch (block) {
        case Heading(var words, var marks) -> {
          separate(text);
          line(text, BOLD, "", SafeText.of(words) + Words.marks(marks));
        }
        case Paragraph(var words, var marks) ->
            line(text, "", "", SafeText.of(words) + Words.marks(marks));
        case Item(var words, var marks) ->
            line(text, "", "- ", SafeText.of(words) + Words.marks(marks));
        case Sources(var citations, var quotes) -> sources(text, citations, quotes);
        case Suggestions(var questions) -> suggestions(text, questions);
      }
    }
    return text.toString();
  }

  private void sources(StringBuilder text, List<Citation> citations, Sources.Quotes quotes) {
    separate(text);
    line(text, BOLD, "", "Sources");
    for (Citation citation : citations) {
      String quote = SafeText.of(citation.quote());
      String shown =
          switch (quotes) {
            case SHORT -> Words.shorten(quote, MAX_QUOTE_CHARS);
            case WHOLE -> quote;
          };
      line(
          text,
          DIM,
          "[" + citation.number() + "] ",
          SafeText.of(Words.place(citation)) + ": \"" + shown + "\"");
    }
  }

  private void suggestions(StringBuilder text, List<String> questions) {
    separate(text);
    line(text, BOLD, "", "You could ask next:");
    for (String question : questions) {
      line(text, "", "- ", SafeText.of(question));
    }
  }

  private static void separate(StringBuilder text) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  private void line(StringBuilder text, String style, String lead, String words) {
    boolean styled = look == Look.STYLED && !style.isEmpty();
    for (String line : wrap(lead, words)) {
      text.append(styled ? style : "").append(line).append(styled ? RESET : "").append('\n');
    }
  }

  /** Lines no longer than the width, the later ones indented by the lead; words stay whole. */
  private List<String> wrap(String lead, String words) {
    if (width.isEmpty()) {
      return List.of(lead + words);
    }
    int columns = width.getAsInt();
    String indent = " ".repeat(lead.length());
    var lines = new ArrayList<String>();
    var line = new StringBuilder(lead);
    int start = 0;
    while (start < words.length()) {
      int space = words.indexOf(' ', start);
      int end = space < 0 ? words.length() : space;
      String word = words.substring(start, end);
      boolean isFirst = line.length() == lead.length();
      if (!isFirst && columnsOf(line) + 1 + columnsOf(word) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(isFirst ? "" : " ").append(word);
      }
      start = end + 1;
    }
    lines.add(line.toString());
    return lines;
  }

  private static int columnsOf(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
