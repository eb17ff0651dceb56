package dev.rolewise.bot.discord;

import dev.rolewise.bot.discord.Called.Problem;
import dev.rolewise.bot.platform.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Discord and waits for what it says. JDA waits out rate limits; what is known not to be done
 * twice is tried again when it is unclear. Safe for many threads.
 */
final class DiscordCalls {
  private static final Logger log = LoggerFactory.getLogger(DiscordCalls.class);
  private static final int MAX_TRIES = 4;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final int SERVER_ERROR = 500;

  /** Discord takes no longer one. */
  private static final int MAX_NONCE = 25;

  private final Pause pause;

  DiscordCalls(Pause pause) {
    this.pause = pause;
  }

  /** Whether a call that is made twice does no more than one that is made once. */
  private enum Repeat {
    HARMLESS,
    HARMFUL,
    /** Another call does it soon anyway. */
    NEEDLESS
  }

  /** Lets time pass. */
  void pause(Duration time) throws InterruptedException {
    pause.pause(time);
  }

  /** Puts a message in the place of the one that an interaction was answered with first. */
  Called edit(InteractionHook hook, DiscordMessage message) {
    return send(() -> hook.editOriginal(message.toEdit()), Repeat.HARMLESS);
  }

  /** The same for something that another message takes the place of soon. */
  Called editForNow(InteractionHook hook, DiscordMessage message) {
    return send(() -> hook.editOriginal(message.toEdit()), Repeat.NEEDLESS);
  }

  /**
   * Puts a message in the place of an earlier one.
   *
   * @param id of the earlier one, which the bot has posted
   */
  Called edit(MessageChannel channel, String id, DiscordMessage message) {
    return send(() -> channel.editMessageById(id, message.toEdit()), Repeat.HARMLESS);
  }

  /** The same for something that another message takes the place of soon. */
  Called editForNow(MessageChannel channel, String id, DiscordMessage message) {
    return send(() -> channel.editMessageById(id, message.toEdit()), Repeat.NEEDLESS);
  }

  /** Takes away the message that an interaction was answered with first. */
  Called delete(InteractionHook hook) {
    return send(hook::deleteOriginal, _ -> "", Repeat.HARMLESS);
  }

  /**
   * Sends one more message after an interaction was answered. Discord takes the same one twice, so
   * it is sent once, also when that is unclear.
   */
  Called followUp(InteractionHook hook, DiscordMessage message, boolean isPrivate) {
    return send(() -> hook.sendMessage(message.toCreate()).setEphemeral(isPrivate), Repeat.HARMFUL);
  }

  /**
   * Posts a message.
   *
   * @param repliedTo id of the message it replies to, if it is still there and may be replied to
   * @param key names the message: Discord takes two with the same key as one
   */
  Called post(
      MessageChannel channel, Optional<String> repliedTo, DiscordMessage message, String key) {
    Called posted = postOnce(channel, repliedTo, message, key);
    return repliedTo.isPresent()
            && posted instanceof Called.Refused(Problem problem, _)
            && problem == Problem.NO_REPLY
        ? postOnce(channel, Optional.empty(), message, key)
        : posted;
  }

  private Called postOnce(
      MessageChannel channel, Optional<String> repliedTo, DiscordMessage message, String key) {
    return send(
        () ->
            channel
                .sendMessage(message.toCreate())
                .setMessageReference(repliedTo.orElse(null))
                .failOnInvalidReply(false)
                .setNonce(nonce(key)),
        Repeat.HARMLESS);
  }

  /** Posts a message to one person. */
  Called tell(JDA jda, String user, DiscordMessage message, String key) {
    return send(
        () ->
            jda.openPrivateChannelById(user)
                .flatMap(channel -> channel.sendMessage(message.toCreate()).setNonce(nonce(key))),
        Repeat.HARMLESS);
  }

  /**
   * Opens a thread under a message for what is asked next, where that is allowed. One that is there
   * already has the id of the message.
   *
   * @return the id of the thread
   */
  Called openThread(MessageChannel channel, String message, String name) {
    return channel instanceof IThreadContainer container
        ? send(
            () -> container.createThreadChannel(name, message),
            ThreadChannel::getId,
            Repeat.HARMLESS)
        : new Called.Refused(Problem.NOT_ALLOWED, "no threads here");
  }

  private static String nonce(String key) {
    return key.substring(0, Math.min(MAX_NONCE, key.length()));
  }

  private Called send(Supplier<RestAction<Message>> call, Repeat repeat) {
    return send(call, Message::getId, repeat);
  }

  private <T> Called send(Supplier<RestAction<T>> call, Function<T, String> id, Repeat repeat) {
    Called sent = new Called.Unclear("not tried");
    Duration wait = FIRST_WAIT;
    for (int i = 0; i < MAX_TRIES; i++) {
      sent = once(call, id);
      if (!(sent instanceof Called.Unclear(String reason)) || repeat != Repeat.HARMLESS) {
        return sent;
      }
      log.warn("whether Discord did something is unclear, trying again: {}", reason);
      if (!pauses(wait)) {
        return sent;
      }
      wait = Pause.longer(wait, LONGEST_WAIT);
    }
    return sent;
  }

  private static <T> Called once(Supplier<RestAction<T>> call, Function<T, String> id) {
    try {
      return new Called.Done(id.apply(call.get().complete()));
    } catch (InsufficientPermissionException e) {
      return new Called.Refused(Problem.NOT_ALLOWED, e.getPermission().getName());
    } catch (InteractionExpiredException e) {
      return new Called.Refused(Problem.EXPIRED, "the interaction is too old");
    } catch (ErrorResponseException e) {
      if (e.getResponse().getException() instanceof RuntimeException unreadable) {
        // Discord did it, and says so in a way that JDA does not know.
        log.warn("what Discord says could not be read", unreadable);
        return new Called.Done("");
      }
      return e.getResponse().code >= SERVER_ERROR || e.getResponse().getException() != null
          ? new Called.Unclear(e.getMeaning())
          : new Called.Refused(problem(e), e.getErrorCode() + " " + e.getMeaning());
    } catch (RejectedExecutionException | CancellationException e) {
      return new Called.Refused(Problem.OTHER, "the connection is closed");
    }
  }

  private static Problem problem(ErrorResponseException e) {
    return switch (e.getErrorResponse()) {
      case UNKNOWN_WEBHOOK, INVALID_WEBHOOK_TOKEN, UNKNOWN_INTERACTION -> Problem.EXPIRED;
      case MISSING_PERMISSIONS, MISSING_ACCESS -> Problem.NOT_ALLOWED;
      case REPLY_FAILED_MISSING_MESSAGE_HISTORY_PERM -> Problem.NO_REPLY;
      case CANNOT_SEND_TO_USER -> Problem.CLOSED;
      case UNKNOWN_MESSAGE -> Problem.GONE;
      case THREAD_LOCKED, ILLEGAL_OPERATION_ARCHIVED_THREAD -> Problem.LOCKED;
      default -> Problem.OTHER;
    };
  }

  private boolean pauses(Duration time) {
    try {
      pause.pause(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
