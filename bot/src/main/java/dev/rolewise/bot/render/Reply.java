package dev.rolewise.bot.render;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.knowledge.document.RoleDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown to a person, still without a platform.
 *
 * @param blocks its parts in reading order; their text may hold anything a document or a question
 *     holds, so each renderer escapes it
 */
public record Reply(List<Block> blocks) {
  public Reply {
    blocks = List.copyOf(blocks);
  }

  /** What is said, then its sources, then what to ask next. */
  public static Reply to(Answer answer) {
    var blocks = new ArrayList<Block>();
    for (Sentence sentence : answer.sentences()) {
      blocks.add(block(sentence));
    }
    if (!answer.citations().isEmpty()) {
      blocks.add(new Sources(answer.citations(), Quotes.SHORT));
    }
    if (!answer.suggestions().isEmpty()) {
      blocks.add(new Suggestions(answer.suggestions()));
    }
    return new Reply(blocks);
  }

  /** The sources of an answer with whole quotes, or a sentence that there are none. */
  public static Reply sources(List<Citation> citations) {
    return new Reply(
        List.of(
            citations.isEmpty()
                ? new Paragraph("There is no answer with sources yet.", List.of())
                : new Sources(citations, Quotes.WHOLE)));
  }

  /** The roles that the documents are about. */
  public static Reply roles(List<RoleDocument> documents) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Heading("Roles", List.of()));
    for (RoleDocument document : documents) {
      blocks.add(new Item(describe(document), List.of()));
    }
    return new Reply(blocks);
  }

  private static String describe(RoleDocument document) {
    var line = new StringBuilder(document.id()).append(": ").append(document.title());
    line.append(Words.origin(document.market(), document.asOf()));
    if (!document.aliases().isEmpty()) {
      line.append(", also ").append(String.join(", ", document.aliases()));
    }
    return line.toString();
  }

  private static Block block(Sentence sentence) {
    return switch (sentence.form()) {
      case HEADING -> new Heading(sentence.text(), sentence.citations());
      case TEXT -> new Paragraph(sentence.text(), sentence.citations());
      case ITEM -> new Item(sentence.text(), sentence.citations());
    };
  }
}
