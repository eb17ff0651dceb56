package dev.rolewise.bot.slack;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: its text, or else what its blocks say, or else what is attached to it, such
 * as a message that somebody passes on. Every method is a pure function.
 */
final class MessageWords {
  private MessageWords() {}

  /** The words with Slack's own markup, empty if there are none. */
  static String of(
      @Nullable String text,
      @Nullable List<LayoutBlock> blocks,
      @Nullable List<Attachment> attachments) {
    if (text != null && !text.isBlank()) {
      return text;
    }
    String inBlocks = lines(blocks == null ? Stream.of() : blocks.stream().map(MessageWords::of));
    if (!inBlocks.isBlank()) {
      return inBlocks;
    }
    return lines(
        attachments == null
            ? Stream.of()
            : attachments.stream()
                .map(attached -> of(attached.getText(), null, null))
                .filter(words -> !words.isBlank()));
  }

  private static String lines(Stream<String> lines) {
    return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String of(@Nullable LayoutBlock block) {
    return switch (block) {
      case RichTextBlock rich -> lines(words(rich.getElements()));
      case SectionBlock section ->
          lines(
              Stream.concat(
                      Stream.ofNullable(section.getText()),
                      section.getFields() == null ? Stream.of() : section.getFields().stream())
                  .map(MessageWords::of));
      case HeaderBlock header -> of(header.getText());
      case MarkdownBlock markdown -> Objects.toString(markdown.getText(), "");
      case null, default -> "";
    };
  }

  private static String of(@Nullable TextObject text) {
    return text == null ? "" : Objects.toString(text.getText(), "");
  }

  private static Stream<String> words(@Nullable List<?> elements) {
    return elements == null ? Stream.of() : elements.stream().map(MessageWords::word);
  }

  /**
   * Words are written as in a text, where three signs stand for markup only if they are escaped.
   */
  private static String word(@Nullable Object element) {
    return switch (element) {
      case RichTextSectionElement section -> joined(section.getElements());
      case RichTextQuoteElement quote -> joined(quote.getElements());
      case RichTextPreformattedElement fixed -> joined(fixed.getElements());
      case RichTextListElement list -> lines(words(list.getElements()));
      case RichTextSectionElement.Text text -> escaped(text.getText());
      case RichTextSectionElement.User user -> "<@" + user.getUserId() + ">";
      case RichTextSectionElement.Link link ->
          escaped(link.getText() == null ? link.getUrl() : link.getText());
      case null, default -> " ";
    };
  }

  private static String joined(@Nullable List<?> elements) {
    return words(elements).collect(Collectors.joining());
  }

  private static String escaped(@Nullable String text) {
    return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
