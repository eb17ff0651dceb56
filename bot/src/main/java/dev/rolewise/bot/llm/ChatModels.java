package dev.rolewise.bot.llm;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;

/**
 * The two clients for one model.
 *
 * @param whole returns its text when it is whole, and does not try again by itself
 * @param streaming tells its text as it arrives
 */
record ChatModels(ChatModel whole, StreamingChatModel streaming) {
  ChatModels {
    requireNonNull(whole, "whole");
    requireNonNull(streaming, "streaming");
  }
}
