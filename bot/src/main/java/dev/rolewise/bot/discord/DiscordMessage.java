package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.ChartImage.Drawing.Drawn;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * What Discord is sent as one message. It can be sent any number of times, and notifies nobody.
 *
 * @param components never empty
 * @param pictures the files that the components show
 */
record DiscordMessage(List<MessageTopLevelComponent> components, List<Picture> pictures) {
  /**
   * A file that a component shows.
   *
   * @param name by which the component finds it, different for each of a message
   * @param altText the same in words, at most {@value DiscordLimit#ALT_TEXT} characters
   */
  record Picture(String name, String altText, Drawn drawn) {
    Picture {
      requireNonNull(name, "name");
      requireNonNull(altText, "altText");
      requireNonNull(drawn, "drawn");
    }

    /** Address by which a component of the same message shows it. */
    String url() {
      return "attachment://" + name;
    }
  }

  DiscordMessage {
    components = List.copyOf(components);
    pictures = List.copyOf(pictures);
    if (components.isEmpty()) {
      throw new IllegalArgumentException("components must not be empty");
    }
  }

  /** A new message. Whoever sends it closes its files. */
  MessageCreateData toCreate() {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setFiles(files())
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false)
        .build();
  }

  /** What an earlier message becomes; its old files go. Whoever sends it closes its files. */
  MessageEditData toEdit() {
    return new MessageEditBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setFiles(files())
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false)
        .build();
  }

  /** Files are read once, so every message gets its own. */
  private List<FileUpload> files() {
    return pictures.stream()
        .map(picture ->
            FileUpload.fromData(picture.drawn().png(), picture.name())
                .setDescription(picture.altText()))
        .toList();
  }
}
