package dev.rolewise.bot.slack;

/**
 * Gives what stands behind a button an id. Slack hands the id back when the button is pressed, and
 * shows it to whoever looks into the message: it holds nothing of a person or of a question.
 */
@FunctionalInterface
interface ToIds {
  /** The id of a question, at most {@link SlackLimit#VALUE} characters; the same for the same. */
  String id(String question);
}
