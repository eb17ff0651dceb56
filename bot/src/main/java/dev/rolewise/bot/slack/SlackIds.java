package dev.rolewise.bot.slack;

/**
 * Names by which Slack tells what was pressed or sent. Action ids of buttons end in the place of
 * the button in its message, because Slack wants them to differ; their values carry the opaque id.
 */
final class SlackIds {
  /** Start of the action id of a suggested question; the value is the id of the question. */
  static final String ASK = "ask:";

  /** Start of the action id of an earlier question in App Home; the value is its answer's id. */
  static final String RECENT = "recent:";

  /** Start of the action id of a button of a reply; the value is the id of the button. */
  static final String PRESS = "press:";

  /** Start of the action id of a role in App Home; the value is the id of the role. */
  static final String ROLE = "role:";

  /** Start of the action ids of feedback, and the whole one of the native buttons. */
  static final String FEEDBACK = "feedback";

  /** Start of the value of a thumb up; the id of the answer follows. */
  static final String GOOD = "good:";

  /** Start of the value of a thumb down; the id of the answer follows. */
  static final String BAD = "bad:";

  /** Callback of the modal that asks for the reason; its metadata is the id of the answer. */
  static final String REASON = "feedback-reason";

  /** Block and action of the chosen reason. */
  static final String REASON_KIND = "reason-kind";

  /** Block and action of the reason in words. */
  static final String REASON_WORDS = "reason-words";

  /** Callback of the modal that previews a share; its metadata is the id of the answer. */
  static final String SHARE = "share";

  /** Block and action of the box that keeps the question with what is shared. */
  static final String SHARE_QUESTION = "share-question";

  /** Value of that box. */
  static final String WITH_QUESTION = "with-question";

  private SlackIds() {}
}
