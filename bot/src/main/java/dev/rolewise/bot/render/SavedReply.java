package dev.rolewise.bot.render;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Optional;

/** Writes a reply so that it can be shown again as it was, whatever becomes of the documents. */
public final class SavedReply {
  /**
   * A reply that takes more characters is not saved. Answers to questions take a tenth of it; a
   * comparison of many roles in full may take more.
   */
  public static final int MAX_CHARS = 200_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .addMixIn(Block.class, Named.class)
          .build();

  private SavedReply() {}

  /** Names the kind of a block. The names stay, because they are saved. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Item.class, name = "item"),
    @JsonSubTypes.Type(value = Block.Sources.class, name = "sources"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Comparison.class, name = "comparison"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Block.Buttons.class, name = "buttons"),
    @JsonSubTypes.Type(value = Block.Suggestions.class, name = "suggestions")
  })
  private interface Named {}

  /** The reply in JSON; nothing if it is too long. */
  public static Optional<String> write(Reply reply) {
    try {
      String json = JSON.writeValueAsString(reply);
      return json.length() <= MAX_CHARS ? Optional.of(json) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers are always JSON", e);
    }
  }

  /** The reply that was written; nothing if this program does not know its form. */
  public static Optional<Reply> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, Reply.class));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}
