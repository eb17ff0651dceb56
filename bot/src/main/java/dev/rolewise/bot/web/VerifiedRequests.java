package dev.rolewise.bot.web;

/**
 * Takes requests that are known to come from the platform.
 *
 * <p>Implementations must be safe to call from many threads, must return within the three seconds
 * that Slack waits, and must answer 400 to what they cannot read instead of throwing.
 */
@FunctionalInterface
public interface VerifiedRequests {
  VerifiedResponse handle(VerifiedRequest request);
}
