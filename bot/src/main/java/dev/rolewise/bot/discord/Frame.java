package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands around a reply. Ids are opaque and come back when something is pressed; each has at
 * most {@value DiscordLimit#ID} characters.
 *
 * @param actions the buttons below, none if there is no answer that they are for
 * @param questions ids of the questions that are suggested; without them they are only text
 * @param question the question to show above, if it is to be shown
 * @param byline whom the message names, if it names anybody
 */
record Frame(
    List<Press> actions,
    Optional<Questions> questions,
    Optional<String> question,
    Optional<Byline> byline) {
  /**
   * A button below an answer.
   *
   * @param id what comes back when it is pressed
   */
  record Press(Action action, String id) {
    Press {
      requireNonNull(action, "action");
      requireId(id);
    }
  }

  /**
   * Ids of suggested questions.
   *
   * @param select of the select that holds them when they are too many for buttons
   * @param ids of each question, as a button and as an option of the select
   */
  record Questions(String select, ToIds ids) {
    Questions {
      requireId(select);
      requireNonNull(ids, "ids");
    }
  }

  /** Gives questions ids. */
  @FunctionalInterface
  interface ToIds {
    /** The id of a question, always the same for the same one. */
    String id(String question);
  }

  /**
   * Somebody whom a message names. Discord shows the name and notifies nobody.
   *
   * @param deed what the person did
   * @param user id of the user
   */
  record Byline(Deed deed, String user) {
    private static final Pattern USER = Pattern.compile("[0-9]{1,20}");

    Byline {
      requireNonNull(deed, "deed");
      if (!USER.matcher(user).matches()) {
        throw new IllegalArgumentException("user must be the id of a user");
      }
    }
  }

  /** What somebody did. */
  enum Deed {
    ASKED("Asked by"),
    SHARED("Shared by");

    private final String words;

    Deed(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Nothing around it, for everybody. */
  static final Frame NONE =
      new Frame(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  Frame {
    actions = List.copyOf(actions);
    requireNonNull(questions, "questions");
    requireNonNull(question, "question");
    requireNonNull(byline, "byline");
  }

  /** The same with buttons below. */
  Frame with(List<Press> below) {
    return new Frame(below, questions, question, byline);
  }

  /** The same with suggested questions that can be pressed. */
  Frame with(Questions suggested) {
    return new Frame(actions, Optional.of(suggested), question, byline);
  }

  /** The same below its question. */
  Frame withQuestion(String asked) {
    return new Frame(actions, questions, Optional.of(asked), byline);
  }

  /** The same with the name of somebody. */
  Frame with(Byline named) {
    return new Frame(actions, questions, question, Optional.of(named));
  }

  /** Checks the id of something that can be pressed, and returns it. */
  static String requireId(String id) {
    if (id.isBlank() || DiscordText.length(id) > DiscordLimit.ID) {
      throw new IllegalArgumentException(
          "an id must have 1 to " + DiscordLimit.ID + " characters, got " + DiscordText.length(id));
    }
    return id;
  }
}
