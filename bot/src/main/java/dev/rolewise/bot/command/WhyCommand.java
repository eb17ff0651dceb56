package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Claim;
import dev.rolewise.bot.answer.Explanation;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Reply;
import java.util.List;
import java.util.Optional;

/** Shows how an answer came about: what was understood, what matched, why it was refused. */
public final class WhyCommand implements Command {
  private static final String QUESTION = "question";
  private static final String NO_ANSWER =
      "The last reply was no answer to a question: each of its lines says what it cites. This is"
          + " about the last question.";
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
      return new Outcome.Wrong("why: no question was answered yet");
    }
    Explanation explanation =
        given.isPresent()
            ? library.explainer().explain(given.get(), before)
            : library.explainer().explain(before.getLast(), before.subList(0, before.size() - 1));
    Optional<String> note =
        given.isEmpty() && !explanation.answer().citations().equals(call.conversation().citations())
            ? Optional.of(NO_ANSWER)
            : Optional.empty();
    // The answer that was asked about stays the last one.
    return new Outcome.Replied(reply(explanation, note, library), call.conversation());
  }

  /** What is shown of how an answer came about. */
  static Reply reply(Explanation explanation, Library library) {
    return reply(explanation, Optional.empty(), library);
  }

  private static Reply reply(Explanation explanation, Optional<String> note, Library library) {
    var page = new Page(library.knowledge());
    note.ifPresent(page::note);
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
