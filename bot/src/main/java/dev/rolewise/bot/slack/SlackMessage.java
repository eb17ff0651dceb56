package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

/**
 * What Slack is sent as one message.
 *
 * @param text the message in words, for notifications and screen readers, at most {@link
 *     SlackLimit#MESSAGE_TEXT} characters; never blank
 * @param blocksJson the message as blocks, a JSON array that is sent as it is
 */
record SlackMessage(String text, String blocksJson) {
  SlackMessage {
    requireNonNull(blocksJson, "blocksJson");
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must not be blank");
    }
  }
}
