package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.CitationList;
import dev.rolewise.bot.answer.Claim;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Note;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;

/** A reply while it is put together; numbers what is cited. Not thread-safe. */
final class Page {
  private final CitationList citations;
  private final List<Block> blocks = new ArrayList<>();

  Page(KnowledgeBase knowledge) {
    citations = new CitationList(knowledge);
  }

  void heading(String text) {
    blocks.add(new Heading(text, List.of()));
  }

  /** A heading whose words rest on statements. */
  void heading(Claim claim) {
    blocks.add(new Heading(claim.text(), citations.cite(claim.statements())));
  }

  void paragraph(Claim claim) {
    blocks.add(new Paragraph(claim.text(), citations.cite(claim.statements())));
  }

  void items(List<Claim> claims) {
    claims.forEach(claim -> blocks.add(item(claim)));
  }

  /** The items under a heading, or nothing without items. */
  void list(String heading, List<Claim> claims) {
    if (!claims.isEmpty()) {
      heading(heading);
      items(claims);
    }
  }

  void note(String text) {
    blocks.add(new Note(text));
  }

  void add(Block block) {
    blocks.add(block);
  }

  Item item(Claim claim) {
    return new Item(claim.text(), citations.cite(claim.statements()));
  }

  List<Integer> cite(List<Statement> statements) {
    return citations.cite(statements);
  }

  /**
   * The finished page with its sources.
   *
   * @param suggestions what to ask next, may be empty
   * @param rest how to get what a platform leaves out
   */
  Outcome finished(
      Quotes quotes, List<String> suggestions, String rest, Conversation conversation) {
    return new Outcome.Replied(
        reply(quotes, suggestions, rest), conversation.after(citations.citations()));
  }

  /** The same without a conversation. */
  Reply reply(Quotes quotes, List<String> suggestions, String rest) {
    if (!citations.citations().isEmpty()) {
      blocks.add(new Sources(citations.citations(), quotes));
    }
    if (!suggestions.isEmpty()) {
      blocks.add(new Suggestions(suggestions));
    }
    return new Reply(blocks, rest);
  }
}
