package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Told;
import dev.rolewise.bot.command.Outcome.Coverage;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Reply;
import java.util.List;
import java.util.Optional;

/** Answers a question. */
public final class AskCommand implements Command {
  private static final String QUESTION = "question";
  private static final Usage USAGE =
      new Usage(
          "ask",
          "Answers a career question from the role documents, every figure cited.",
          List.of(
              new Parameter(QUESTION, "The question, in your own words.", Kind.TEXT, Count.ONE)));

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    Optional<String> question = call.find(QUESTION);
    if (question.isEmpty()) {
      return new Outcome.Wrong("ask: no question given");
    }
    Conversation conversation = call.conversation();
    Told told = library.answerer().tell(question.get(), conversation.questions(), call.asker());
    Answer answer = told.answer();
    return new Outcome.Replied(
        Reply.to(answer),
        conversation.after(question.get(), answer.citations()),
        coverage(answer),
        told.explanation().map(how -> WhyCommand.reply(how, library)));
  }

  private static Coverage coverage(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> Coverage.FULL;
      case Answer.NotCovered _ -> Coverage.NONE;
      case Answer.Clarify _ -> Coverage.UNCLEAR;
    };
  }
}
