package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;
import java.util.Optional;

/** Whoever waits for the outcome of one request. */
public interface Recipient {
  /** What showing something came to. */
  sealed interface Delivery {
    /**
     * It is shown.
     *
     * @param place where, as the platform writes it; may be empty
     * @param thread opaque key of the conversation that goes on below it; none if that of the
     *     request does
     */
    record Delivered(String place, Optional<String> thread) implements Delivery {
      public Delivered {
        requireNonNull(place, "place");
        requireNonNull(thread, "thread");
      }

      /** Where the conversation of the request goes on. */
      public Delivered(String place) {
        this(place, Optional.empty());
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
