package dev.rolewise.bot.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.rolewise.bot.llm.FakeModelHost.Asked;
import java.net.URI;
import java.util.Locale;

/** How a provider is asked, and how it answers. */
public enum Wire {
  OPENAI {
    @Override
    Asked read(URI uri, Headers headers, JsonNode json, String body) {
      return new Asked(
          uri.getPath(),
          json.at("/messages/0/content").asText(),
          json.at("/messages/1/content").asText(),
          json.path("stream").asBoolean(),
          json.at("/response_format/type").asText().equals("json_schema"),
          body,
          first(headers, "Authorization"));
    }

    @Override
    byte[] begin() {
      return event(
          "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
              + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
    }

    @Override
    byte[] piece(String text) {
      return event(
          "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
              + "[{\"index\":0,\"delta\":{\"content\":"
              + quoted(text)
              + "}}]}");
    }

    @Override
    byte[] end(Ending ending) {
      return joined(
          event(
              "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
                  + "[{\"index\":0,\"delta\":{},\"finish_reason\":\""
                  + (ending == Ending.DONE ? "stop" : "content_filter")
                  + "\"}]}"),
          event(
              "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[],"
                  + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":20,\"total_tokens\":120}}"),
          event("[DONE]"));
    }

    @Override
    byte[] whole(String text, Ending ending) {
      return ("{\"id\":\"c1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,"
                  + "\"message\":{\"role\":\"assistant\",\"content\":"
              + quoted(text)
              + "},\"finish_reason\":\""
              + (ending == Ending.DONE ? "stop" : "content_filter")
              + "\"}],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":20,"
              + "\"total_tokens\":120}}")
          .getBytes(UTF_8);
    }
  },
  ANTHROPIC {
    @Override
    Asked read(URI uri, Headers headers, JsonNode json, String body) {
      return new Asked(
          uri.getPath(),
          json.at("/system/0/text").asText(),
          json.at("/messages/0/content/0/text").asText(),
          json.path("stream").asBoolean(),
          json.toString().contains("json_schema"),
          body,
          first(headers, "X-api-key"));
    }

    @Override
    byte[] begin() {
      return joined(
          named(
              "message_start",
              "{\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":"
                  + "\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"usage\":"
                  + "{\"input_tokens\":100,\"output_tokens\":1}}}"),
          named(
              "content_block_start",
              "{\"type\":\"content_block_start\",\"index\":0,"
                  + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"));
    }

    @Override
    byte[] piece(String text) {
      return named(
          "content_block_delta",
          "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
              + "{\"type\":\"text_delta\",\"text\":"
              + quoted(text)
              + "}}");
    }

    @Override
    byte[] end(Ending ending) {
      return joined(
          named("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"),
          named(
              "message_delta",
              "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\""
                  + (ending == Ending.DONE ? "end_turn" : "refusal")
                  + "\"},\"usage\":{\"output_tokens\":20}}"),
          named("message_stop", "{\"type\":\"message_stop\"}"));
    }

    @Override
    byte[] whole(String text, Ending ending) {
      return ("{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":"
                  + "[{\"type\":\"text\",\"text\":"
              + quoted(text)
              + "}],\"stop_reason\":\""
              + (ending == Ending.DONE ? "end_turn" : "refusal")
              + "\",\"usage\":{\"input_tokens\":100,\"output_tokens\":20}}")
          .getBytes(UTF_8);
    }
  },
  GEMINI {
    @Override
    Asked read(URI uri, Headers headers, JsonNode json, String body) {
      return new Asked(
          uri.getPath(),
          json.at("/systemInstruction/parts/0/text").asText(),
          json.at("/contents/0/parts/0/text").asText(),
          uri.getPath().contains("streamGenerateContent"),
          json.at("/generationConfig/responseSchema").isObject()
              || json.at("/generationConfig/responseJsonSchema").isObject(),
          body,
          first(headers, "X-goog-api-key"));
    }

    @Override
    byte[] begin() {
      return new byte[0];
    }

    @Override
    byte[] piece(String text) {
      return event(
          "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":"
              + quoted(text)
              + "}],\"role\":\"model\"},\"index\":0}],\"modelVersion\":\"m\"}");
    }

    @Override
    byte[] end(Ending ending) {
      return event(new String(whole("", ending), UTF_8));
    }

    @Override
    byte[] whole(String text, Ending ending) {
      return ("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":"
              + quoted(text)
              + "}],\"role\":\"model\"},\"finishReason\":\""
              + (ending == Ending.DONE ? "STOP" : "SAFETY")
              + "\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":100,"
              + "\"candidatesTokenCount\":20,\"totalTokenCount\":120},\"modelVersion\":\"m\"}")
          .getBytes(UTF_8);
    }
  },
  OLLAMA {
    @Override
    Asked read(URI uri, Headers headers, JsonNode json, String body) {
      return new Asked(
          uri.getPath(),
          json.at("/messages/0/content").asText(),
          json.at("/messages/1/content").asText(),
          json.path("stream").asBoolean(),
          json.path("format").isObject(),
          body,
          first(headers, "Authorization"));
    }

    @Override
    String type(boolean streamed) {
      return "application/x-ndjson";
    }

    @Override
    byte[] begin() {
      return new byte[0];
    }

    @Override
    byte[] piece(String text) {
      return ("{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":"
              + "\"assistant\",\"content\":"
              + quoted(text)
              + "},\"done\":false}\n")
          .getBytes(UTF_8);
    }

    @Override
    byte[] end(Ending ending) {
      return joined(whole("", ending), "\n".getBytes(UTF_8));
    }

    @Override
    byte[] whole(String text, Ending ending) {
      return ("{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":"
              + "\"assistant\",\"content\":"
              + quoted(text)
              + "},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":100,"
              + "\"eval_count\":20}")
          .getBytes(UTF_8);
    }
  };

  /** How a reply ends. */
  enum Ending {
    DONE,
    /** The provider will not have it said. */
    DECLINED
  }

  abstract Asked read(URI uri, Headers headers, JsonNode json, String body);

  /** The key that a request has, as it was configured; empty without one. */
  String key(Headers headers) {
    return switch (this) {
      case OPENAI, OLLAMA -> first(headers, "Authorization").replaceFirst("^Bearer ", "");
      case ANTHROPIC -> first(headers, "X-api-key");
      case GEMINI -> first(headers, "X-goog-api-key");
    };
  }

  /** Where the list of models is. */
  String list() {
    return this == OLLAMA ? "api/tags" : "models";
  }

  /** What stands in front of the first piece. */
  abstract byte[] begin();

  abstract byte[] piece(String text);

  abstract byte[] end(Ending ending);

  abstract byte[] whole(String text, Ending ending);

  String type(boolean streamed) {
    return streamed ? "text/event-stream" : "application/json";
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String first(Headers headers, String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  private static String quoted(String text) {
    ObjectNode node = FakeModelHost.JSON.createObjectNode();
    return node.textNode(text).toString();
  }

  private static byte[] event(String data) {
    return ("data: " + data + "\n\n").getBytes(UTF_8);
  }

  private static byte[] named(String name, String data) {
    return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    var out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
