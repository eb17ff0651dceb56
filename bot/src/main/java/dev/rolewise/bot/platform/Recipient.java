package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;

/** Whoever waits for the outcome of one request. */
public interface Recipient {
  /** What showing something came to. */
  sealed interface Delivery {
    /**
     * It is shown.
     *
     * @param place where, as the platform writes it; may be empty
     */
    record Delivered(String place) implements Delivery {
      public Delivered {
        requireNonNull(place, "place");
      }
    }

    /**
     * It is not shown, as far as can be told.
     *
     * @param reason why, without what anybody said
     */
    record Failed(String reason) implements Delivery {
      public Failed {
        requireNonNull(reason, "reason");
      }
    }
  }

  /** Shows that something is under way; called before the work, may do nothing. */
  default void begin() {}

  /**
   * Shows how an answer begins that takes a while, before {@link #show} shows all of it. Returns at
   * once; may do nothing.
   *
   * @param beginning longer than the one before, which it begins with
   */
  default void grow(Reply beginning) {}

  /** Shows the outcome. Waits until the platform has taken it. */
  Delivery show(Shown shown);

  /** Shows that there is no answer and what to do, without a reason. */
  Delivery apologise(String words);
}
