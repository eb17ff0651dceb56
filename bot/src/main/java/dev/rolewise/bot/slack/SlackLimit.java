package dev.rolewise.bot.slack;

/**
 * Limits of Slack. Beyond any of them it refuses the whole message with {@code invalid_blocks} or
 * {@code msg_too_long}, so everything is cut or left out before.
 */
final class SlackLimit {
  static final int MESSAGE_BLOCKS = 50;

  /** How often a response address takes something, within 30 minutes. */
  static final int RESPONSES = 5;

  /** Blocks of a modal or of App Home. */
  static final int VIEW_BLOCKS = 100;

  /** Characters of the texts of all blocks of a message together. */
  static final int MESSAGE_CHARS = 13_200;

  /** Characters of the text beside the blocks; Slack cuts off what is longer. */
  static final int MESSAGE_TEXT = 4_000;

  /** Characters of Markdown that one call adds to a message that grows. */
  static final int STREAM_TEXT = 12_000;

  static final int HEADER = 150;
  static final int SECTION = 3_000;
  static final int FIELDS = 10;
  static final int FIELD = 2_000;
  static final int ACTIONS = 25;
  static final int CONTEXT = 10;
  static final int CONTEXT_ACTIONS = 5;
  static final int BUTTON = 75;

  /** Characters of what a button hands back. */
  static final int VALUE = 2_000;

  /** Characters of block ids, action ids and callback ids. */
  static final int ID = 255;

  /** Rows of a table, the one with the names of the columns among them. */
  static final int TABLE_ROWS = 100;

  static final int TABLE_COLUMNS = 20;

  /** Characters of all cells of a table together. */
  static final int TABLE_CHARS = 10_000;

  static final int TABLES = 1;
  static final int CHARTS = 2;
  static final int CHART_TITLE = 50;
  static final int CHART_SERIES = 6;
  static final int CHART_CATEGORIES = 20;

  /** Characters of the name of a category or a series. */
  static final int CHART_LABEL = 20;

  static final int CHART_AXIS = 50;
  static final int ALT_TEXT = 2_000;

  /** Characters of the title, submit and close texts of a modal. */
  static final int VIEW_TITLE = 24;

  static final int METADATA = 3_000;

  private SlackLimit() {}
}
