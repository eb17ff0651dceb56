package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Quote;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.Words;
import dev.rolewise.knowledge.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what the last answer cites: every source, or the lines around one. */
public final class SourcesCommand implements Command {
  /** Statements shown before and behind the one that is cited. */
  private static final int AROUND = 2;

  private static final String NUMBER = "number";
  private static final String QUESTION = "question";
  private static final Usage USAGE =
      new Usage(
          "sources",
          "Shows the sources of the last answer, or the lines around one of them.",
          List.of(
              new Parameter(NUMBER, "The number of a source.", Kind.NUMBER, Count.AT_MOST_ONE),
              new Parameter(
                  QUESTION, "A question instead of the last one.", Kind.TEXT, Count.OPTION)));

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    Conversation conversation = call.conversation();
    Optional<String> question = call.find(QUESTION);
    if (question.isPresent()) {
      conversation =
          conversation.after(
              question.get(),
              library.answerer().answer(question.get(), conversation.questions()).citations());
    }
    List<Citation> citations = conversation.citations();
    if (citations.isEmpty()) {
      return new Outcome.Wrong("sources: there is no answer with sources yet");
    }
    Optional<String> number = call.find(NUMBER);
    if (number.isEmpty()) {
      return new Outcome.Replied(
          new Reply(List.of(new Sources(citations, Quotes.WHOLE))), conversation);
    }
    for (Citation citation : citations) {
      if (String.valueOf(citation.number()).equals(number.get())) {
        List<Block> blocks =
            List.of(around(citation, library), new Sources(List.of(citation), Quotes.NONE));
        return new Outcome.Replied(new Reply(blocks), conversation);
      }
    }
    return new Outcome.Wrong(
        "sources: no source has the number '"
            + number.get()
            + "', there are 1 to "
            + citations.getLast().number());
  }

  private static Quote around(Citation citation, Library library) {
    Statement cited = citation.statement();
    List<Quote.Line> lines = new ArrayList<>();
    for (Statement statement : library.knowledge().documentOf(cited).statements()) {
      boolean isNear =
          Math.abs(statement.ordinal() - cited.ordinal()) <= AROUND
              && statement.path().equals(cited.path());
      if (isNear) {
        lines.add(
            new Quote.Line(
                statement.line(),
                statement.text(),
                statement.ordinal() == cited.ordinal() ? Quote.Role.CITED : Quote.Role.AROUND));
      }
    }
    return new Quote("[" + citation.number() + "] " + Words.place(citation), lines);
  }
}
