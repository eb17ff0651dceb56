package dev.rolewise.bot.answer;

import java.time.Duration;
import java.util.Optional;

/**
 * Writes text from a prompt.
 *
 * <p>Implementations must be safe to call from many threads, must return within the limit, and must
 * not throw for a failure of the remote service: that is {@link ModelReply.Failed}.
 */
@FunctionalInterface
public interface LanguageModel {
  /**
   * Asks the model and waits for the end of its reply.
   *
   * @param receiver is told the text as it arrives, from one thread at a time, and nothing more
   *     once this method has returned
   * @param limit how long all of it may take
   */
  ModelReply reply(Prompt prompt, Receiver receiver, Duration limit);

  /** Takes what a model writes. */
  interface Receiver {
    /** Whether more is wanted. */
    enum Wish {
      MORE,
      ENOUGH
    }

    /**
     * An attempt begins, and what came before is void.
     *
     * @return {@link Wish#ENOUGH} if none is wanted any more, because what came before was used
     */
    Wish begin();

    /**
     * Some text has arrived.
     *
     * @param piece any part of the text, such as half a word
     * @return {@link Wish#ENOUGH} to end the reply here
     */
    Wish accept(String piece);

    /**
     * The text is at its end.
     *
     * @return why it cannot be used, if it cannot
     */
    Optional<ModelReply.Reason> end();
  }
}
