package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Audience;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An interaction that was acknowledged and waits for its outcome.
 *
 * @param jda the connection it came over
 * @param id its id
 * @param token allows to answer it for fifteen minutes
 * @param acknowledged done when Discord has taken the acknowledgement
 * @param channel where it happened, if the bot may be there by itself
 * @param user id of who waits
 * @param audience who sees the outcome
 * @param note what to say about that, if it is not what was asked for
 */
record Waiting(
    JDA jda,
    String id,
    String token,
    CompletableFuture<?> acknowledged,
    Optional<MessageChannel> channel,
    String user,
    Audience audience,
    Optional<String> note) {
  private static final Logger log = LoggerFactory.getLogger(Waiting.class);
  private static final long PATIENCE_SECONDS = 60;

  Waiting {
    requireNonNull(jda, "jda");
    requireNonNull(id, "id");
    requireNonNull(token, "token");
    requireNonNull(acknowledged, "acknowledged");
    requireNonNull(channel, "channel");
    requireNonNull(user, "user");
    requireNonNull(audience, "audience");
    requireNonNull(note, "note");
  }

  /** Where it happened, in front of the id of a message there; empty if the bot is not there. */
  String place() {
    return channel.map(there -> there.getId() + " ").orElse("");
  }

  /**
   * Answers the interaction, once its acknowledgement has arrived. Whether Discord took that is
   * found out by answering: one that seemed to fail may have been taken.
   */
  InteractionHook hook() {
    try {
      acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("an interaction may not have been acknowledged: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return InteractionHook.from(jda, token);
  }
}
