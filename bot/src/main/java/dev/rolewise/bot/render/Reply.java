package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Block.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is shown to a person, still without a platform.
 *
 * @param blocks its parts in reading order; their text may hold anything a document or a question
 *     holds, so each renderer escapes it
 * @param rest how to get what a platform has to leave out, a sentence; empty if there is no way
 */
public record Reply(List<Block> blocks, String rest) {
  public Reply {
    blocks = List.copyOf(blocks);
    requireNonNull(rest, "rest");
  }

  /** A reply that needs no word about what is left out. */
  public Reply(List<Block> blocks) {
    this(blocks, "");
  }

  /** The citations that its marks point to, in the order of their numbers. */
  public List<Citation> citations() {
    return blocks.stream()
        .flatMap(block -> block instanceof Sources(var cited, _) ? cited.stream() : Stream.empty())
        .toList();
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
    return new Reply(blocks, "Ask for a part of it to see the rest.");
  }

  /** The beginning of an answer, while the rest of it is on its way. */
  public static Reply beginning(List<Sentence> sentences) {
    return new Reply(sentences.stream().map(Reply::block).toList());
  }

  private static Block block(Sentence sentence) {
    return switch (sentence.form()) {
      case HEADING -> new Heading(sentence.text(), sentence.citations());
      case TEXT -> new Paragraph(sentence.text(), sentence.citations());
      case ITEM -> new Item(sentence.text(), sentence.citations());
    };
  }
}
