package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import java.util.function.BooleanSupplier;

/**
 * One accepted request on its way to its only outcome, which is shown by whoever takes it first:
 * the worker that answers, or the bot when it has no more time to. Safe for many threads.
 */
final class Turn {
  private enum Stage {
    WAITING,
    CLAIMED,
    TAKEN
  }

  private final Request request;
  private final Recipient recipient;
  private Stage stage = Stage.WAITING;

  Turn(Request request, Recipient recipient) {
    this.request = requireNonNull(request, "request");
    this.recipient = requireNonNull(recipient, "recipient");
  }

  Request request() {
    return request;
  }

  Recipient recipient() {
    return recipient;
  }

  /**
   * Claims the request, once.
   *
   * @param claim whether the request is to have an outcome at all; asked at most once
   * @return whether the caller is to bring it about
   */
  synchronized boolean claim(BooleanSupplier claim) {
    if (stage != Stage.WAITING) {
      return false;
    }
    // Whatever becomes of the question, it is not asked again.
    stage = Stage.TAKEN;
    if (claim.getAsBoolean()) {
      stage = Stage.CLAIMED;
    }
    return stage == Stage.CLAIMED;
  }

  /** Whether the caller is the one to show the outcome of a claimed request. */
  synchronized boolean take() {
    boolean isFree = stage == Stage.CLAIMED;
    stage = Stage.TAKEN;
    return isFree;
  }

  /** The same for a request that nobody may have claimed yet. */
  synchronized boolean take(BooleanSupplier claim) {
    boolean _ = claim(claim);
    return take();
  }
}
