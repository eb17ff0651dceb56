package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;
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
  private final BooleanSupplier begin;
  private Stage stage = Stage.WAITING;
  private boolean hasBegun;

  /**
   * @param begin whether anything may be shown of a claimed request, asked before anything is
   */
  Turn(Request request, Recipient recipient, BooleanSupplier begin) {
    this.request = requireNonNull(request, "request");
    this.recipient = requireNonNull(recipient, "recipient");
    this.begin = requireNonNull(begin, "begin");
  }

  Request request() {
    return request;
  }

  Recipient recipient() {
    return recipient;
  }

  /**
   * Claims the request unless that was tried before.
   *
   * @param claim whether the request is to have an outcome at all; asked at most once
   * @return whether an outcome is still to be brought about
   */
  synchronized boolean claim(BooleanSupplier claim) {
    if (stage == Stage.WAITING) {
      // Whatever becomes of the question, it is not asked again.
      stage = Stage.TAKEN;
      if (claim.getAsBoolean()) {
        stage = Stage.CLAIMED;
      }
    }
    return stage == Stage.CLAIMED;
  }

  /** Shows how the outcome of a claimed request begins, unless nothing may be shown any more. */
  synchronized void grow(Reply beginning) {
    if (begin()) {
      recipient.grow(beginning);
    }
  }

  private boolean begin() {
    if (stage == Stage.CLAIMED && !hasBegun) {
      hasBegun = begin.getAsBoolean();
      if (!hasBegun) {
        stage = Stage.TAKEN;
      }
    }
    return stage == Stage.CLAIMED;
  }

  /** Whether the caller is the one to show the outcome of a claimed request. */
  synchronized boolean take() {
    boolean isFree = begin();
    stage = Stage.TAKEN;
    return isFree;
  }

  /** The same for a request that nobody may have claimed yet. */
  synchronized boolean take(BooleanSupplier claim) {
    boolean _ = claim(claim);
    return take();
  }
}
