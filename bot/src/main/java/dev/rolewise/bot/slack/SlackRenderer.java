package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Action;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Budget;
import dev.rolewise.bot.render.Renderer;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.ShortReply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a reply as messages of Slack. What is too much for one of them is left out as whole
 * statements, with a note, unless it may take {@link #parts several}; sources and buttons go last.
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
   * @param cited numbers of the citations that messages before it mark
   */
  private record Frame(
      Optional<String> answer,
      Optional<String> picture,
      Optional<String> question,
      Optional<String> sharer,
      Set<Integer> cited) {
    static final Frame NONE =
        new Frame(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    /** That of a message after which others come. */
    Frame notLast() {
      return new Frame(Optional.empty(), picture, question, Optional.empty(), cited);
    }

    /** That of a message after others. */
    Frame after(Set<Integer> marked) {
      return new Frame(answer, picture, Optional.empty(), sharer, marked);
    }
  }

  /**
   * One of the messages that hold a reply.
   *
   * @param renderer writes it with what stands around it
   * @param reply what it holds
   */
  record Part(SlackRenderer renderer, Reply reply) {
    SlackMessage message() {
      return renderer.render(reply);
    }
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
        new Frame(
            Optional.of(answer), frame.picture(), frame.question(), frame.sharer(), frame.cited()));
  }

  /**
   * The same with an uploaded picture where {@link #needsPicture a chart needs one}.
   *
   * @param file id that Slack gave the file
   */
  SlackRenderer withPicture(String file) {
    return new SlackRenderer(
        ids,
        kinds,
        new Frame(
            frame.answer(), Optional.of(file), frame.question(), frame.sharer(), frame.cited()));
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
        ids,
        kinds,
        new Frame(frame.answer(), frame.picture(), question, Optional.of(user), frame.cited()));
  }

  /** The same for what comes behind something that is shown already. */
  SlackRenderer after(Reply shown) {
    return new SlackRenderer(ids, kinds, frame.after(Set.copyOf(Budget.cited(shown))));
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

  /**
   * Divides a reply between as few messages as hold it, in order. The question stands above the
   * first; sources, buttons, thumbs and the sharer stand on the last.
   *
   * @param most messages; what they do not hold is left out of the last, with a note
   */
  List<Part> parts(Reply reply, int most) {
    List<Part> parts = new ArrayList<>();
    Set<Integer> cited = new HashSet<>(frame.cited());
    SlackRenderer renderer = this;
    Reply left = reply;
    while (parts.size() + 1 < most && !renderer.holds(left)) {
      SlackRenderer notLast = new SlackRenderer(ids, kinds, renderer.frame.notLast());
      Optional<Budget.Split> split = notLast.split(left);
      if (split.isEmpty()) {
        break;
      }
      Reply first = split.get().first();
      parts.add(new Part(notLast, first));
      cited.addAll(Budget.cited(first));
      renderer = new SlackRenderer(ids, kinds, renderer.frame.after(Set.copyOf(cited)));
      left = split.get().rest();
    }
    parts.add(new Part(renderer, left));
    return parts;
  }

  /** Divides a reply so that the first part is as long as a message allows. */
  private Optional<Budget.Split> split(Reply reply) {
    for (int chars = SlackLimit.MESSAGE_CHARS; ; chars = Math.max(MIN_CHARS, chars * 9 / 10)) {
      Optional<Budget.Split> split = new Budget(chars, MAX_REPLY_BLOCKS).split(reply);
      if (split.isPresent() && holds(split.get().first())) {
        return split;
      }
      if (chars == MIN_CHARS) {
        return Optional.empty();
      }
    }
  }

  /** Whether one message holds all of a reply. */
  private boolean holds(Reply reply) {
    return Stream.of(SlackDrawing.Headings.values())
        .map(headings -> draw(reply, headings))
        .anyMatch(blocks -> isMessage(blocks, SlackLimit.MESSAGE_BLOCKS, SlackLimit.MESSAGE_CHARS));
  }

  private static boolean isMessage(SlackBlocks blocks, int maxBlocks, int maxChars) {
    return blocks.size() <= maxBlocks && blocks.chars() <= maxChars;
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
      Reply fitted = new Budget(chars, MAX_REPLY_BLOCKS).fit(reply, frame.cited());
      for (SlackDrawing.Headings headings : SlackDrawing.Headings.values()) {
        SlackBlocks blocks = draw(fitted, headings);
        if (isMessage(blocks, maxBlocks, maxChars)) {
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
      boolean fits = isMessage(blocks, maxBlocks, maxChars);
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
