package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.discord.DiscordPart.Group;
import dev.rolewise.bot.render.Budget;
import dev.rolewise.bot.render.ChartImage;
import dev.rolewise.bot.render.ChartImage.Drawing;
import dev.rolewise.bot.render.PayChart;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.ShortReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a reply as messages of Discord. What is too much for one goes on in the next; what is too
 * much for {@value #MAX_MESSAGES} is left out as whole statements, with a note; sources and buttons
 * go last. Safe for many threads.
 *
 * <p>Nothing that a person, a document or a model wrote is live in a message. The only mention is
 * that of the {@link Frame.Byline}, which notifies nobody.
 */
final class DiscordRenderer {
  /** More messages would flood a channel, and Discord takes no more than five of some apps. */
  static final int MAX_MESSAGES = 4;

  /** Blocks of a reply at most; several of them share a component. */
  private static final int MAX_REPLY_BLOCKS = 1_000;

  /** Least that a budget takes. */
  private static final int MIN_CHARS = 400;

  private static final int MIN_STATEMENT = 60;

  private final Function<PayChart, Drawing> charts;

  /** A renderer that draws charts with the fonts of this machine. */
  DiscordRenderer() {
    this(new ChartImage()::draw);
  }

  /**
   * @param charts draws pictures
   */
  DiscordRenderer(Function<PayChart, Drawing> charts) {
    this.charts = requireNonNull(charts, "charts");
  }

  /**
   * The messages that show a reply, in their order.
   *
   * @return 1 to {@value #MAX_MESSAGES}
   */
  List<DiscordMessage> render(Reply reply, Frame frame) {
    Map<PayChart, Drawing> drawn = new HashMap<>();
    Function<PayChart, Drawing> once = chart -> drawn.computeIfAbsent(chart, charts);
    Optional<Reply> tried = Optional.empty();
    for (int chars = MAX_MESSAGES * DiscordLimit.TEXT; ; chars = Math.max(MIN_CHARS, less(chars))) {
      Reply fitted = new Budget(chars, MAX_REPLY_BLOCKS).fit(reply);
      boolean isNew = !tried.equals(Optional.of(fitted));
      tried = Optional.of(fitted);
      if (isNew) {
        DiscordPages pages = pages(fitted, frame, once);
        if (pages.size() <= MAX_MESSAGES) {
          return pages.messages();
        }
      }
      if (chars == MIN_CHARS) {
        return cut(fitted, frame, once);
      }
    }
  }

  private static int less(int chars) {
    return chars * 9 / 10;
  }

  private static DiscordPages pages(Reply reply, Frame frame, Function<PayChart, Drawing> charts) {
    var pages = new DiscordPages();
    new DiscordDrawing(frame, charts).body(reply).forEach(pages::add);
    DiscordDrawing.end(frame).forEach(pages::add);
    return pages;
  }

  /** Not even one statement fits, so statements are cut too. */
  private static List<DiscordMessage> cut(
      Reply reply, Frame frame, Function<PayChart, Drawing> charts) {
    Reply shorter = reply;
    for (int max = DiscordLimit.TEXT; max >= MIN_STATEMENT; max = max / 2) {
      shorter = ShortReply.of(reply, max);
      DiscordPages pages = pages(shorter, frame, charts);
      if (pages.size() <= MAX_MESSAGES) {
        return pages.messages();
      }
    }
    return clip(shorter, frame, charts);
  }

  /** The reply has too many parts, so the last ones are left out. */
  private static List<DiscordMessage> clip(
      Reply reply, Frame frame, Function<PayChart, Drawing> charts) {
    var pages = new DiscordPages();
    List<Group> parts =
        new DiscordDrawing(frame, charts)
            .body(reply).stream()
                .flatMap(group -> group.parts().stream())
                .map(part -> new Group(List.of(part)))
                .toList();
    for (Group part : parts) {
      if (pages.sizeWith(part) == MAX_MESSAGES) {
        break;
      }
      pages.add(part);
    }
    pages.add(DiscordDrawing.leftOut(reply));
    DiscordDrawing.end(frame).forEach(pages::add);
    return pages.messages();
  }
}
