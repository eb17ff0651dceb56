package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Claim;
import dev.rolewise.bot.answer.Explanation;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows how an answer came about: what was understood, what matched, why it was refused. */
public final class WhyCommand implements Command {
  private static final String QUESTION = "question";

  /** Figures of one role at most. */
  private static final int MAX_LEFT_OUT = 6;

  private static final Usage USAGE =
      new Usage(
          "why",
          "Shows how the last answer came about: what was understood, matched and left out.",
          List.of(
              new Parameter(
                  QUESTION, "A question instead of the last one.", Kind.TEXT, Count.AT_MOST_ONE)));

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    List<String> before = call.conversation().questions();
    Optional<String> given = call.find(QUESTION);
    if (given.isEmpty() && before.isEmpty()) {
      return call.conversation().citations().isEmpty()
          ? new Outcome.Wrong("why: no question was answered yet")
          : shown(call.conversation(), library);
    }
    Explanation explanation =
        given.isPresent()
            ? library.explainer().explain(given.get(), before)
            : library.explainer().explain(before.getLast(), before.subList(0, before.size() - 1));
    if (given.isEmpty()
        && !call.conversation().citations().isEmpty()
        && !explanation.answer().citations().equals(call.conversation().citations())) {
      return shown(call.conversation(), library);
    }
    // The answer that was asked about stays the last one.
    return new Outcome.Replied(reply(explanation, library), call.conversation());
  }

  /** What is shown of how an answer came about. */
  static Reply reply(Explanation explanation, Library library) {
    var page = new Page(library.knowledge());
    page.list("Understood", explanation.understood().stream().map(WhyCommand::plain).toList());
    page.list("What matches best", explanation.matched());
    page.heading("Outcome");
    page.items(List.of(plain(outcome(explanation.answer()))));
    page.items(
        explanation.dropped().stream()
            .map(text -> plain("Left out, because its source does not hold it: " + text))
            .toList());
    return page.reply(Quotes.NONE, List.of(), "");
  }

  /** How a card, a table or a comparison came about: from what, and what it left out. */
  private static Outcome shown(Conversation conversation, Library library) {
    Map<RoleDocument, Set<Statement>> cited = new LinkedHashMap<>();
    for (Citation citation : conversation.citations()) {
      cited
          .computeIfAbsent(
              library.knowledge().documentOf(citation.statement()), _ -> new LinkedHashSet<>())
          .add(citation.statement());
    }
    var page = new Page(library.knowledge());
    page.note(
        "The last reply was no answer to a question: it was chosen from the documents by topic.");
    page.heading("Chosen");
    cited.forEach((role, statements) ->
        page.items(
            List.of(
                plain(
                    role.title()
                        + ": "
                        + statements.size()
                        + " of the "
                        + role.statements().size()
                        + " statements of its document, each cited in its line."))));
    cited.forEach((role, statements) -> {
      List<Claim> left = library.profiles().payLeftOut(role, statements);
      page.list("Pay left out: " + role.title(), left.stream().limit(MAX_LEFT_OUT).toList());
      if (left.size() > MAX_LEFT_OUT) {
        page.note((left.size() - MAX_LEFT_OUT) + " more figures: salary --role " + role.id() + ".");
      }
    });
    return new Outcome.Replied(page.reply(Quotes.NONE, List.of(), ""), conversation);
  }

  private static Claim plain(String text) {
    return new Claim(text, List.of());
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered ->
          "Answered from "
              + (answered.citations().size() == 1
                  ? "one statement."
                  : answered.citations().size() + " statements.");
      case Answer.NotCovered refused -> "Refused: " + refused.message();
      case Answer.Clarify question -> "Asked back: " + question.message();
    };
  }
}
