package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Growth;
import dev.rolewise.bot.platform.Growth.Next;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.Words;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message of a thread that grows while an answer is written. First {@link #send}, by one thread
 * at a time, then the rest by another one.
 */
final class SlackStream implements Growth.Sender {
  /**
   * Whoever a message grows for; Slack wants to know outside of direct messages.
   *
   * @param team id of the workspace
   * @param user id of the user
   */
  record Reader(String team, String user) {
    Reader {
      requireNonNull(team, "team");
      requireNonNull(user, "user");
    }
  }

  private enum Stage {
    NOT_BEGUN,
    GROWING,
    /** Nobody can tell what it shows. */
    UNCLEAR,
    ENDED
  }

  private static final Logger log = LoggerFactory.getLogger(SlackStream.class);
  private static final String GONE = "message_not_found";

  private final SlackApi api;
  private final String channel;
  private final String thread;
  private final Reader reader;
  private final String key;
  private Stage stage = Stage.NOT_BEGUN;
  private String ts = "";
  private List<Block> shown = List.of();

  /**
   * @param key names the message
   */
  SlackStream(SlackApi api, String channel, String thread, Reader reader, String key) {
    this.api = api;
    this.channel = channel;
    this.thread = thread;
    this.reader = reader;
    this.key = key;
  }

  @Override
  public synchronized Next send(Reply beginning) {
    if (stage == Stage.NOT_BEGUN) {
      if (!(api.startStream(channel, thread, reader) instanceof Sent.Done(String started))) {
        // What may have begun is empty, and Slack ends it by itself.
        return Next.NO_MORE;
      }
      stage = Stage.GROWING;
      ts = started;
    }
    List<Block> added = beginning.blocks().subList(shown.size(), beginning.blocks().size());
    String markdown = markdown(added, shown.isEmpty());
    if (markdown.length() > SlackLimit.STREAM_TEXT) {
      return Next.NO_MORE;
    }
    return switch (api.appendStream(channel, ts, markdown)) {
      case Sent.Done _ -> {
        shown = beginning.blocks();
        yield Next.MORE;
      }
      case Sent.Refused(String error) when error.equals(SlackApi.RATE_LIMITED) -> Next.NO_MORE;
      case Sent.Refused(String error) -> {
        log.warn("a message does not grow any more: {}", error);
        stage = Stage.UNCLEAR;
        yield Next.NO_MORE;
      }
      case Sent.Unclear(String reason) -> {
        log.warn("whether a message has grown is unclear: {}", reason);
        stage = Stage.UNCLEAR;
        yield Next.NO_MORE;
      }
    };
  }

  /** Whether there is a message that something else may not stand beside. */
  synchronized boolean hasBegun() {
    return stage != Stage.NOT_BEGUN;
  }

  /** What the message shows for certain, if a reply goes on from there. */
  synchronized Optional<Reply> shownOf(Reply reply) {
    return stage == Stage.GROWING
            && reply.blocks().size() >= shown.size()
            && reply.blocks().subList(0, shown.size()).equals(shown)
        ? Optional.of(new Reply(shown))
        : Optional.empty();
  }

  /** Whether it still grows. */
  synchronized boolean isGrowing() {
    return stage == Stage.GROWING;
  }

  /**
   * Ends the message.
   *
   * @param rest what stands below what it shows; when Slack refuses that for its blocks, the
   *     message goes on growing
   */
  synchronized Sent stop(SlackMessage rest) {
    Sent sent = api.stopStream(channel, ts, Optional.empty(), Optional.of(rest), key);
    if (sent instanceof Sent.Done) {
      stage = Stage.ENDED;
    }
    return sent;
  }

  /** Puts another message in its place, whatever it shows. */
  synchronized Sent replace(SlackMessage message) {
    if (stage != Stage.ENDED) {
      // A message that grows cannot be changed; one that does not grow any more need not be ended.
      Sent stopped = api.stopStream(channel, ts, Optional.empty(), Optional.empty(), key);
      if (!(stopped instanceof Sent.Done)) {
        log.debug("a message could not be ended: {}", stopped);
      }
      stage = Stage.ENDED;
    }
    return api.update(channel, ts, message);
  }

  /** Takes the message away, so that it can be sent anew; false if it may still be there. */
  synchronized boolean takeAway() {
    return switch (api.delete(channel, ts)) {
      case Sent.Done _ -> true;
      case Sent.Refused(String error) -> error.equals(GONE);
      case Sent.Unclear _ -> false;
    };
  }

  private static String markdown(List<Block> blocks, boolean isFirst) {
    var text = new StringBuilder();
    boolean wasItem = false;
    for (Block block : blocks) {
      boolean isItem = block instanceof Block.Item;
      if (!isFirst || !text.isEmpty()) {
        text.append(isItem && wasItem ? "\n" : "\n\n");
      }
      switch (block) {
        case Block.Heading(var words, var marks) ->
            text.append("**")
                .append(SlackText.markdown(words))
                .append("**")
                .append(Words.marks(marks));
        case Block.Paragraph(var words, var marks) ->
            text.append(SlackText.markdown(words)).append(Words.marks(marks));
        case Block.Item(var words, var marks) ->
            text.append("- ").append(SlackText.markdown(words)).append(Words.marks(marks));
        default ->
            throw new IllegalArgumentException("not at the beginning of an answer: " + block);
      }
      wasItem = isItem;
    }
    return text.toString();
  }
}
