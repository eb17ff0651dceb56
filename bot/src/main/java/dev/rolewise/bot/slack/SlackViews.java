package dev.rolewise.bot.slack;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.platform.Reason;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.slack.SlackBlocks.Pressed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** App Home and modals as JSON that Slack takes. Every method is a pure function. */
final class SlackViews {
  /** Most roles with a button; the others are found by asking. */
  private static final int MAX_ROLES = 100;

  private static final int MAX_RECENT = 10;
  private static final int MAX_STATE_LINE = 300;
  private static final int MAX_STATE_LINES = 30;
  private static final int MAX_REASON_CHARS = 1_000;

  /** Slack names no limit for the texts of a view together; this keeps the request small. */
  private static final int MAX_VIEW_CHARS = 30_000;

  /** Blocks that a page needs for what is around its reply. */
  private static final int FRAME_BLOCKS = 4;

  private SlackViews() {}

  /** App Home. */
  static String home(SlackHome home) {
    var blocks = new SlackBlocks();
    blocks.header("Rolewise");
    blocks.section(
        "Ask a career question in your own words: send it to me here, or mention me in a channel."
            + " Every figure is quoted from a role document and names its source.");
    blocks.context(
        List.of(
            "`/career ask` a question · `/career salary` what a job pays · `/career compare` roles"
                + " · `/career help` for all of it"));
    blocks.divider();
    blocks.header("Roles");
    if (home.roles().isEmpty()) {
      blocks.section("No role documents are loaded.");
    } else {
      List<Pressed> roles = new ArrayList<>();
      for (SlackHome.Role role : home.roles()) {
        if (roles.size() < MAX_ROLES) {
          roles.add(new Pressed(SlackIds.ROLE + blocks.nextPressed(), role.id(), role.title()));
        }
      }
      blocks.actions(roles);
      int more = home.roles().size() - roles.size();
      if (more > 0) {
        blocks.context(List.of("There are " + more + " more: `/career roles` lists all of them."));
      }
    }
    if (!home.recent().isEmpty()) {
      blocks.divider();
      blocks.header("Your recent questions");
      List<Pressed> recent = new ArrayList<>();
      for (SlackHome.Recent asked : home.recent()) {
        if (recent.size() < MAX_RECENT) {
          recent.add(
              new Pressed(SlackIds.RECENT + blocks.nextPressed(), asked.id(), asked.question()));
        }
      }
      blocks.actions(recent);
    }
    if (!home.state().isEmpty()) {
      blocks.divider();
      blocks.header("Service");
      blocks.sections(
          home.state().stream()
              .limit(MAX_STATE_LINES)
              .map(line -> "• " + SlackText.mrkdwn(line, MAX_STATE_LINE))
              .toList());
    }
    return SlackBlocks.document(json -> {
      json.writeStartObject();
      json.writeStringField("type", "home");
      blocks(json, blocks);
      json.writeEndObject();
    });
  }

  /**
   * The modal that asks why an answer did not help.
   *
   * @param answer opaque id of the answer, handed back as the metadata
   */
  static String reason(String answer) {
    var blocks = new SlackBlocks();
    blocks.add(
        "input",
        json -> {
          json.writeStringField("block_id", SlackIds.REASON_KIND);
          label(json, blocks, "What was wrong?");
          json.writeObjectFieldStart("element");
          json.writeStringField("type", "radio_buttons");
          json.writeStringField("action_id", SlackIds.REASON_KIND);
          json.writeArrayFieldStart("options");
          for (Reason reason : Reason.values()) {
            option(json, blocks, reason.label(), reason.value());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    blocks.add(
        "input",
        json -> {
          json.writeStringField("block_id", SlackIds.REASON_WORDS);
          json.writeBooleanField("optional", true);
          label(json, blocks, "What would have helped?");
          json.writeObjectFieldStart("element");
          json.writeStringField("type", "plain_text_input");
          json.writeStringField("action_id", SlackIds.REASON_WORDS);
          json.writeBooleanField("multiline", true);
          json.writeNumberField("max_length", MAX_REASON_CHARS);
          json.writeEndObject();
        });
    return modal("What was wrong?", Optional.of("Send"), SlackIds.REASON, answer, blocks);
  }

  /**
   * A reply on a page of its own, such as the sources of an answer or how it came about. Only who
   * opened it sees it.
   *
   * @param ids of the questions that are suggested
   */
  static String page(String title, Reply reply, ToIds ids) {
    SlackBlocks blocks =
        new SlackRenderer(ids).insideView(reply, SlackLimit.VIEW_BLOCKS, MAX_VIEW_CHARS);
    return modal(title, Optional.empty(), "page", "", blocks);
  }

  /**
   * The modal that shows what would be shared before it is.
   *
   * @param answer opaque id of the answer, handed back as the metadata
   * @param question what was asked, if a question was
   * @param reply what would be shared
   */
  static String share(String answer, Optional<String> question, Reply reply, ToIds ids) {
    var blocks = new SlackBlocks();
    if (question.isPresent()) {
      blocks.add(
          "input",
          json -> {
            json.writeStringField("block_id", SlackIds.SHARE_QUESTION);
            json.writeBooleanField("optional", true);
            label(json, blocks, "With the answer");
            json.writeObjectFieldStart("element");
            json.writeStringField("type", "checkboxes");
            json.writeStringField("action_id", SlackIds.SHARE_QUESTION);
            json.writeArrayFieldStart("options");
            option(json, blocks, "Show the question", SlackIds.WITH_QUESTION);
            json.writeEndArray();
            json.writeArrayFieldStart("initial_options");
            option(json, blocks, "Show the question", SlackIds.WITH_QUESTION);
            json.writeEndArray();
            json.writeEndObject();
          });
      blocks.section("*Question:* " + SlackText.mrkdwn(question.get(), SlackLimit.FIELD));
    }
    blocks.context(List.of("Everybody in the channel sees the answer below, and your name."));
    blocks.divider();
    blocks.append(
        new SlackRenderer(ids)
            .insideView(
                withoutButtons(reply), SlackLimit.VIEW_BLOCKS - FRAME_BLOCKS, MAX_VIEW_CHARS));
    return modal("Share in channel", Optional.of("Share"), SlackIds.SHARE, answer, blocks);
  }

  /** A preview is for reading. */
  private static Reply withoutButtons(Reply reply) {
    return new Reply(
        reply.blocks().stream()
            .filter(block -> !(block instanceof Suggestions || block instanceof Buttons))
            .toList(),
        reply.rest());
  }

  private static String modal(
      String title, Optional<String> submit, String callback, String metadata, SlackBlocks blocks) {
    if (metadata.length() > SlackLimit.METADATA) {
      throw new IllegalArgumentException(
          "metadata must have at most "
              + SlackLimit.METADATA
              + " characters, got "
              + metadata.length());
    }
    return SlackBlocks.document(json -> {
      json.writeStartObject();
      json.writeStringField("type", "modal");
      json.writeStringField("callback_id", callback);
      if (!metadata.isEmpty()) {
        json.writeStringField("private_metadata", metadata);
      }
      json.writeFieldName("title");
      blocks.plain(json, title, SlackLimit.VIEW_TITLE);
      if (submit.isPresent()) {
        json.writeFieldName("submit");
        blocks.plain(json, submit.get(), SlackLimit.VIEW_TITLE);
      }
      json.writeFieldName("close");
      blocks.plain(json, submit.isPresent() ? "Cancel" : "Close", SlackLimit.VIEW_TITLE);
      blocks(json, blocks);
      json.writeEndObject();
    });
  }

  private static void blocks(JsonGenerator json, SlackBlocks blocks) throws IOException {
    json.writeFieldName("blocks");
    json.writeRawValue(blocks.json());
  }

  private static void label(JsonGenerator json, SlackBlocks blocks, String label)
      throws IOException {
    json.writeFieldName("label");
    blocks.plain(json, label, SlackLimit.FIELD);
  }

  private static void option(JsonGenerator json, SlackBlocks blocks, String label, String value)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("text");
    blocks.plain(json, label, SlackLimit.BUTTON);
    json.writeStringField("value", value);
    json.writeEndObject();
  }
}
