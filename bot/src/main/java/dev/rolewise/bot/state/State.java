package dev.rolewise.bot.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What outlives a process. Safe for many threads, and for several processes at once.
 *
 * <p>Every method throws {@link StateException} when the store cannot be reached.
 */
public interface State extends AutoCloseable {
  /** Most answers that are remembered of one asker. */
  int MAX_ASKED = 20;

  /** How long a claim holds that its process does not renew. */
  Duration LEASE = Duration.ofSeconds(6);

  /** After this long nobody waits for an answer that a process has left. */
  Duration MAX_LATE = Duration.ofDays(1);

  /**
   * Claims a request for whoever asks first. A claim that was not renewed, and of which nothing was
   * shown, is there for the next one.
   *
   * @param request what tells it from every other one, the same when it is delivered again
   * @param question what {@link #takeOver} is to give; none if nobody can answer it after this
   *     process. It is forgotten as soon as an outcome begins to be shown
   * @return whether it is the caller's to handle
   */
  boolean claim(String request, Optional<String> question);

  /**
   * Notes that an outcome begins to be shown, after which nobody else ever claims the request.
   *
   * @return whether it may be: false if another process has claimed it in the meantime
   */
  boolean begin(String request);

  /** Renews the claims of this process of which nothing was shown yet. */
  void renew();

  /**
   * The questions of claims that were not renewed, oldest first, without those that are too late,
   * which are forgotten. Each is given to one process and once only, so that one that brings
   * processes down comes to an end.
   */
  List<String> takeOver();

  /** What was said before in a thread. */
  Optional<SavedConversation> findConversation(String thread);

  /** Saves what was said in a thread, in place of what was saved before. */
  void save(String thread, SavedConversation conversation);

  /**
   * Remembers which conversation goes on at a place, in place of what was remembered of it.
   *
   * @param place opaque key of where something is shown
   */
  void link(String place, String thread);

  /** The conversation that goes on at a place. */
  Optional<String> findThread(String place);

  /** Keeps an answer for the buttons below it. */
  void keep(KeptAnswer answer);

  /** Remembers where an answer is shown; without effect if it is not kept. */
  void placed(String answer, String place);

  /** The kept answer with the id. */
  Optional<KeptAnswer> findAnswer(String id);

  /**
   * Remembers who was given an answer; of each asker the last {@link #MAX_ASKED}.
   *
   * @param asker opaque, the same for the same person
   * @param answer id of a kept answer
   */
  void asked(String asker, String answer);

  /**
   * The answers that somebody was given, newest first, without those that are forgotten and without
   * what was shown of them.
   */
  List<KeptAnswer> findAsked(String asker);

  /**
   * Saves what somebody thinks of an answer, in place of what the same person thought before. Who
   * thinks the same again, without a reason, still has the reason given before.
   */
  void rate(Feedback feedback);

  /** What somebody thinks of an answer. */
  Optional<Feedback> findFeedback(String answer, String rater);

  /**
   * Adds to the tokens that were spent on a day, whoever spends them.
   *
   * @param day in UTC
   * @param tokens at least 0
   * @return all tokens of the day
   */
  long spend(LocalDate day, long tokens);

  /** Writes down what is to be known after the next start, in place of what was written before. */
  void note(String name, String content);

  /** What was written down. */
  Optional<String> findNote(String name);

  /**
   * Forgets requests, conversations, places, answers and who asked, from before a time; the rest
   * stays.
   */
  void forgetBefore(Instant time);

  /** Does nothing if it can be used. */
  void check();

  @Override
  void close();
}
