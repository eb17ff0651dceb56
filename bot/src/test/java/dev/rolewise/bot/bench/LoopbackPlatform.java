package dev.rolewise.bot.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A chat platform on loopback that a bot connects to. It numbers the mentions it sends, or whatever
 * else people ask by there, and notes what becomes of each.
 */
public interface LoopbackPlatform extends AutoCloseable {
  /** Variables with which a bot finds it. */
  Map<String, String> environment();

  /** Waits until a bot is connected. */
  void awaitBot();

  /** Sends a mention; its number is not used before. */
  void mention(int number, String question);

  /** Delivers a mention once more, as if it were another one. */
  void mentionAgain(int number, String question);

  /** Sends what somebody types while it is typed, where the platform asks how it goes on. */
  default void type(int number, String words) {}

  /**
   * Ends the connection; what was not acknowledged, or comes meanwhile, is sent over the next one.
   */
  void dropConnection();

  /** Waits until everything that was sent is acknowledged, and what was typed completed. */
  void awaitAcknowledgements();

  /** Waits until so many messages of the bot are there. */
  void awaitMessages(int count);

  /** Nanoseconds from each mention to its acknowledgement. */
  List<Long> acknowledgements();

  /** Nanoseconds from what was typed to how it may go on; none where a platform does not ask. */
  default List<Long> completions() {
    return List.of();
  }

  /** Nanoseconds from each mention to the message that answers it, by its number. */
  Map<Integer, Long> answers();

  /** How many messages answer each mention, by its number. */
  Map<Integer, Integer> messages();

  /** All words of the messages that answer each mention, by its number. */
  Map<Integer, String> words();

  /**
   * Connects whoever does nothing but acknowledge and completes nothing, which is the least that a
   * bot does. It is gone once it is closed.
   */
  AutoCloseable acknowledgeOnly() throws IOException;

  /** Forgets how long things took. */
  void forgetTimes();

  @Override
  void close();
}
