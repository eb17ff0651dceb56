package dev.rolewise.bot.discord;

import dev.rolewise.bot.discord.DiscordMessage.Picture;
import dev.rolewise.bot.discord.DiscordPart.Beside;
import dev.rolewise.bot.discord.DiscordPart.Chart;
import dev.rolewise.bot.discord.DiscordPart.Divider;
import dev.rolewise.bot.discord.DiscordPart.Group;
import dev.rolewise.bot.discord.DiscordPart.Row;
import dev.rolewise.bot.discord.DiscordPart.Text;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * Puts parts into as few messages as hold them in their order. A group that no message holds is
 * divided between its parts. Not thread-safe.
 */
final class DiscordPages {
  /** Colour of the edge of every message. */
  private static final int ACCENT = 0x2F6FB7;

  /** From here on texts share text displays, so that components are left for the rest. */
  private static final int MANY_COMPONENTS = DiscordLimit.COMPONENTS / 2;

  private final List<Page> full = new ArrayList<>();
  private Page page = new Page();

  void add(Group group) {
    if (page.holds(group.parts())) {
      page.add(group.parts());
      return;
    }
    if (new Page().holds(group.parts())) {
      turn();
      page.add(group.parts());
      return;
    }
    // A heading does not stay behind alone.
    if (!page.holds(group.parts().subList(0, Math.min(2, group.parts().size())))) {
      turn();
    }
    for (DiscordPart part : group.parts()) {
      if (!page.holds(List.of(part))) {
        turn();
      }
      page.add(List.of(part));
    }
  }

  /** Messages there are by now. */
  int size() {
    return full.size() + (page.isEmpty() ? 0 : 1);
  }

  /** Messages there are once a group that one message holds is added. */
  int sizeWith(Group group) {
    return page.holds(group.parts()) ? full.size() + 1 : full.size() + 2;
  }

  /** The messages, none of them empty. */
  List<DiscordMessage> messages() {
    turn();
    return full.stream().map(Page::message).toList();
  }

  private void turn() {
    if (!page.isEmpty()) {
      full.add(page);
      page = new Page();
    }
  }

  /** What one message holds. */
  private static final class Page {
    private final List<DiscordPart> parts = new ArrayList<>();
    private int components = 1;
    private int chars;
    private int charts;

    boolean isEmpty() {
      return parts.isEmpty();
    }

    boolean holds(List<DiscordPart> more) {
      int moreComponents = components;
      int moreChars = chars;
      int moreCharts = charts;
      boolean isFirst = true;
      boolean followsText = !parts.isEmpty() && parts.getLast() instanceof Text;
      for (DiscordPart part : more) {
        boolean isText = part instanceof Text;
        moreComponents += isText && followsText && !isFirst ? 0 : part.components();
        boolean joins = isText && followsText && (!isFirst || components >= MANY_COMPONENTS);
        // Between two texts that share a display there is a line break.
        moreChars += part.chars() + (joins ? 1 : 0);
        moreCharts += part instanceof Chart ? 1 : 0;
        isFirst = false;
        followsText = isText;
      }
      return moreComponents <= DiscordLimit.COMPONENTS
          && moreChars <= DiscordLimit.TEXT
          && moreCharts <= DiscordLimit.FILES;
    }

    /** The texts of a group follow each other in one display. */
    void add(List<DiscordPart> group) {
      for (int i = 0; i < group.size(); i++) {
        DiscordPart part = group.get(i);
        if (part instanceof Divider && (parts.isEmpty() || parts.getLast() instanceof Divider)) {
          continue;
        }
        boolean joins =
            part instanceof Text
                && !parts.isEmpty()
                && parts.getLast() instanceof Text
                && (i > 0 || components >= MANY_COMPONENTS);
        if (joins
            && parts.getLast() instanceof Text(var before)
            && part instanceof Text(var text)) {
          parts.set(parts.size() - 1, new Text(before + "\n" + text));
          chars += 1 + part.chars();
        } else {
          parts.add(part);
          components += part.components();
          chars += part.chars();
        }
        if (part instanceof Chart) {
          charts++;
        }
      }
    }

    DiscordMessage message() {
      List<ContainerChildComponent> children = new ArrayList<>();
      List<Picture> pictures = new ArrayList<>();
      for (DiscordPart part : parts) {
        children.add(
            switch (part) {
              case Text(var markdown) -> TextDisplay.of(markdown);
              case Divider _ -> Separator.createDivider(Separator.Spacing.SMALL);
              case Beside(var text, var button) ->
                  Section.of(button, TextDisplay.of(text.markdown()));
              case Row(var row) -> row;
              case Chart(var drawn, var altText) -> {
                var picture =
                    new Picture("chart-" + (pictures.size() + 1) + ".png", altText, drawn);
                pictures.add(picture);
                yield MediaGallery.of(
                    MediaGalleryItem.fromUrl(picture.url()).withDescription(altText));
              }
            });
      }
      return new DiscordMessage(List.of(Container.of(children).withAccentColor(ACCENT)), pictures);
    }
  }
}
