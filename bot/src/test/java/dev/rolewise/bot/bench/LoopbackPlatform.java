package dev.rolewise.bot.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A chat platform on loopback that a bot connects to. It numbers the mentions it sends and notes
 * what becomes of each.
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

  /** Ends the connection, waits for the next one and sends what was not acknowledged again. */
  void dropConnection();

  /** Waits until everything that was sent is acknowledged. */
  void awaitAcknowledgements();

  /** Waits until so many messages of the bot are there. */
  void awaitMessages(int count);

  /** Nanoseconds from each event to its acknowledgement. */
  List<Long> acknowledgements();

  /** Nanoseconds from each mention to the message that answers it, by its number. */
  Map<Integer, Long> answers();

  /** How many messages answer each mention, by its number. */
  Map<Integer, Integer> messages();

  /**
   * Connects whoever does nothing but acknowledge, which is the least that a bot does. It is gone
   * once it is closed.
   */
  AutoCloseable acknowledgeOnly() throws IOException;

  /** Forgets how long things took. */
  void forgetTimes();

  @Override
  void close();
}
