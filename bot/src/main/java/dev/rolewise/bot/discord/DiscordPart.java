package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.ChartImage.Drawing.Drawn;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** A piece of a message that is never divided. */
sealed interface DiscordPart {
  /**
   * Lines with markup of the program's own.
   *
   * @param markdown safe, never blank, at most {@value DiscordLimit#TEXT} characters
   */
  record Text(String markdown) implements DiscordPart {
    public Text {
      if (markdown.isBlank() || markdown.length() > DiscordLimit.TEXT) {
        throw new IllegalArgumentException(
            "a text must have 1 to " + DiscordLimit.TEXT + " characters, got " + markdown.length());
      }
    }
  }

  /** A line across; not drawn where a message begins. */
  record Divider() implements DiscordPart {}

  /** A picture of a chart. */
  record Chart(Drawn drawn, String altText) implements DiscordPart {
    public Chart {
      requireNonNull(drawn, "drawn");
      requireNonNull(altText, "altText");
    }
  }

  /** A text with a button beside it. */
  record Beside(Text text, Button button) implements DiscordPart {
    public Beside {
      requireNonNull(text, "text");
      requireNonNull(button, "button");
    }
  }

  /** Buttons or a select. */
  record Row(ActionRow row) implements DiscordPart {
    public Row {
      requireNonNull(row, "row");
    }
  }

  /**
   * Parts that a message holds together, if any message can: a heading and what it heads, a list
   * and the sentence before it.
   *
   * @param parts never empty
   */
  record Group(List<DiscordPart> parts) {
    public Group {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("parts must not be empty");
      }
    }
  }

  /** Components that it takes, those inside of it among them; texts may share one. */
  default int components() {
    return switch (this) {
      case Text _, Divider _, Chart _ -> 1;
      case Beside _ -> 3;
      case Row(var row) -> 1 + row.getComponents().size();
    };
  }

  /** Characters that count as text of the message. */
  default int chars() {
    return switch (this) {
      case Text(var markdown) -> markdown.length();
      case Beside(var text, _) -> text.markdown().length();
      case Divider _, Chart _, Row _ -> 0;
    };
  }
}
