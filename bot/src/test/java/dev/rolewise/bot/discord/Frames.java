package dev.rolewise.bot.discord;

import dev.rolewise.bot.discord.Frame.Press;
import dev.rolewise.bot.discord.Frame.Questions;
import dev.rolewise.bot.platform.Audience;
import dev.rolewise.bot.platform.Shown;
import dev.rolewise.bot.render.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands around an answer with the id {@code a17}. */
final class Frames {
  private Frames() {}

  /**
   * The frame of a reply.
   *
   * @param question what was asked in words, empty if it was not
   */
  static Frame of(Reply reply, String question, Audience audience) {
    var shown = new Shown(reply, Optional.of("a17"), question, List.of());
    return Frame.NONE
        .with(
            shown.actions(audience).stream()
                .map(action -> new Press(action, action.name().toLowerCase(Locale.ROOT) + ":a17"))
                .toList())
        .with(new Questions("asked:a17", next -> "q" + Integer.toHexString(next.hashCode())));
  }
}
