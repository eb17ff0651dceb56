package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Action;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Budget;
import dev.rolewise.bot.render.Renderer;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.ShortReply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a reply as a message of Slack. What is too much for one message is left out as whole
 * statements, with a note; sources and buttons go last.
 *
 * <p>Nothing that a person, a document or a model wrote is live in the message. The only mention is
 * that of {@link #shared}.
 */
final class SlackRenderer implements Renderer<SlackMessage> {
  /** Which blocks a message may have. */
  private enum Kinds {
    ALL,
    /** Those that every Slack takes: no table, no chart, no thumbs of Slack's own. */
    OLD
  }

  /**
   * What stands around the reply.
   *
   * @param answer id of the answer that feedback is for, if it is asked for
   * @param picture id of the uploaded picture of the chart, if there is one
   * @param question the question to show above, if it is to be shown
   * @param sharer user id of who shared it, if somebody did
   */
  private record Frame(
      Optional<String> answer,
      Optional<String> picture,
      Optional<String> question,
      Optional<String> sharer) {
    static final Frame NONE =
        new Frame(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Blocks of a reply at most; several of them share a block of Slack. */
  private static final int MAX_REPLY_BLOCKS = 500;

  /** Least that a budget takes. */
  private static final int MIN_CHARS = 400;

  private static final int MIN_STATEMENT = 60;
  private static final int MAX_QUESTION = 500;
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");

  private final ToIds ids;
  private final Kinds kinds;
  private final Frame frame;

  /**
   * A renderer that uses every kind of block.
   *
   * @param ids of the questions that are suggested
   */
  SlackRenderer(ToIds ids) {
    this(ids, Kinds.ALL, Frame.NONE);
  }

  private SlackRenderer(ToIds ids, Kinds kinds, Frame frame) {
    this.ids = requireNonNull(ids, "ids");
    this.kinds = kinds;
    this.frame = frame;
  }

  /** The same with blocks that every Slack takes, for when it refused the newer ones. */
  SlackRenderer fallback() {
    return new SlackRenderer(ids, Kinds.OLD, frame);
  }

  /** The same with thumbs below. */
  SlackRenderer withFeedback(String answer) {
    return new SlackRenderer(
        ids,
        kinds,
        new Frame(Optional.of(answer), frame.picture(), frame.question(), frame.sharer()));
  }

  /**
   * The same with an uploaded picture where {@link #needsPicture a chart needs one}.
   *
   * @param file id that Slack gave the file
   */
  SlackRenderer withPicture(String file) {
    return new SlackRenderer(
        ids, kinds, new Frame(frame.answer(), Optional.of(file), frame.question(), frame.sharer()));
  }

  /**
   * The same for a channel: above it the question, below it who shared it.
   *
   * @param question empty when the sharer unticked it
   * @param user id of the sharer
   */
  SlackRenderer shared(Optional<String> question, String user) {
    if (!USER.matcher(user).matches()) {
      throw new IllegalArgumentException("user must be the id of a user");
    }
    return new SlackRenderer(
        ids, kinds, new Frame(frame.answer(), frame.picture(), question, Optional.of(user)));
  }

  /** Whether the reply has a chart that Slack does not draw by itself. */
  boolean needsPicture(Reply reply) {
    return reply.blocks().stream()
        .anyMatch(block ->
            block instanceof Block.Image(var chart, _)
                && (kinds == Kinds.OLD || SlackChart.of(chart).isEmpty()));
  }

  @Override
  public SlackMessage render(Reply reply) {
    Fitted fitted = fit(reply, SlackLimit.MESSAGE_BLOCKS, SlackLimit.MESSAGE_CHARS);
    return new SlackMessage(
        SlackWords.text(fitted.reply(), questionLine(), sharerLine()), fitted.blocks().json());
  }

  /** The blocks of a reply inside a view, which takes no table, chart or thumbs. */
  SlackBlocks insideView(Reply reply, int maxBlocks, int maxChars) {
    return fallback().fit(reply, maxBlocks, maxChars).blocks();
  }

  private record Fitted(Reply reply, SlackBlocks blocks) {}

  /** Leaves out as little as it can. */
  private Fitted fit(Reply reply, int maxBlocks, int maxChars) {
    int chars = maxChars;
    while (true) {
      Reply fitted = new Budget(chars, MAX_REPLY_BLOCKS).fit(reply);
      for (SlackDrawing.Headings headings : SlackDrawing.Headings.values()) {
        SlackBlocks blocks = draw(fitted, headings);
        if (blocks.size() <= maxBlocks && blocks.chars() <= maxChars) {
          return new Fitted(fitted, blocks);
        }
      }
      if (chars == MIN_CHARS) {
        return cut(fitted, maxBlocks, maxChars);
      }
      chars = Math.max(MIN_CHARS, chars * 4 / 5);
    }
  }

  /** Not even one statement fits, so statements are cut too. */
  private Fitted cut(Reply reply, int maxBlocks, int maxChars) {
    for (int max = SlackLimit.SECTION; ; max = max / 2) {
      Reply shorter = ShortReply.of(reply, max);
      SlackBlocks blocks = draw(shorter, SlackDrawing.Headings.INSIDE);
      boolean fits = blocks.size() <= maxBlocks && blocks.chars() <= maxChars;
      if (fits || max < MIN_STATEMENT) {
        blocks.keep(maxBlocks, maxChars);
        return new Fitted(shorter, blocks);
      }
    }
  }

  private SlackBlocks draw(Reply reply, SlackDrawing.Headings headings) {
    var blocks = new SlackBlocks();
    questionLine().ifPresent(blocks::section);
    var drawing = new SlackDrawing(blocks, ids, headings, kinds == Kinds.ALL, frame.picture());
    drawing.draw(reply);
    sharerLine().ifPresent(line -> blocks.context(List.of(line)));
    frame.answer().ifPresent(answer -> feedback(blocks, answer));
    return blocks;
  }

  private Optional<String> questionLine() {
    return frame
        .question()
        .map(question -> "*Question:* " + SlackText.mrkdwn(question, MAX_QUESTION));
  }

  private Optional<String> sharerLine() {
    return frame.sharer().map(user -> "Shared by <@" + user + ">");
  }

  private void feedback(SlackBlocks blocks, String answer) {
    if (kinds == Kinds.ALL) {
      blocks.feedback(
          new SlackBlocks.Pressed(SlackIds.FEEDBACK, SlackIds.GOOD + answer, Action.GOOD.label()),
          new SlackBlocks.Pressed(SlackIds.FEEDBACK, SlackIds.BAD + answer, Action.BAD.label()));
    } else {
      blocks.actions(
          List.of(
              new SlackBlocks.Pressed(
                  SlackIds.FEEDBACK + ":good", SlackIds.GOOD + answer, "👍 " + Action.GOOD.label()),
              new SlackBlocks.Pressed(
                  SlackIds.FEEDBACK + ":bad", SlackIds.BAD + answer, "👎 " + Action.BAD.label())));
    }
  }
}
