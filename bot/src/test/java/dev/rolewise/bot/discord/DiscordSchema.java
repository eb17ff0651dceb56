package dev.rolewise.bot.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells what Discord would refuse in the body of a request: what its OpenAPI document forbids, and
 * what its limits on whole messages forbid beside that. Where the document is not on this machine,
 * only the second is told. Safe for many threads.
 */
final class DiscordSchema {
  private static final Path DOCUMENT = Path.of("../../shared/oracles/discord-openapi.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VERSION = Pattern.compile("^/?(?:api/)?(?:v\\d+/)?");
  private static final Pattern ATTACHMENT = Pattern.compile("attachment://(.*)");

  /** Flag of a message that is made of components. */
  private static final int COMPONENTS_V2 = 1 << 15;

  /** Type of a response to an interaction that is a form. */
  private static final int FORM = 9;

  private static final int ACTION_ROW = 1;
  private static final int TEXT_DISPLAY = 10;

  /** Types of components that a message without the flag takes: rows and what stands in them. */
  private static final int LAST_OLD_TYPE = 8;

  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private record Operation(String name, JsonNode node) {}

  private DiscordSchema() {}

  /** Whether Discord's OpenAPI document is there to check against. */
  static boolean isPresent() {
    return Files.isRegularFile(DOCUMENT);
  }

  /**
   * What is wrong with a request; nothing if Discord takes it.
   *
   * @param method such as {@code PATCH}
   * @param path with or without {@code /api/v10}, and with or without a query
   * @param jsonBody the JSON document, of a multipart request its {@code payload_json}; empty if
   *     there is no body
   */
  static List<String> check(String method, String path, String jsonBody) {
    List<String> violations = new ArrayList<>();
    Optional<JsonNode> body = Optional.empty();
    if (!jsonBody.isEmpty()) {
      try {
        body = Optional.of(JSON.readTree(jsonBody));
      } catch (JsonProcessingException e) {
        return List.of("body is no JSON: " + e.getOriginalMessage());
      }
    }
    if (isPresent()) {
      violations.addAll(checkOperation(method, path, body));
    }
    if (body.isPresent()) {
      // The data of a response to an interaction is a message too, unless it is a form.
      checkMessage(body.get(), violations);
      if (body.get().path("type").asInt() != FORM) {
        checkMessage(body.get().path("data"), violations);
      }
    }
    return violations;
  }

  // ---- the document

  private static List<String> checkOperation(String method, String path, Optional<JsonNode> body) {
    Optional<Operation> found = find(method, path);
    if (found.isEmpty()) {
      return List.of("no such operation: " + method + " " + path);
    }
    Operation operation = found.get();
    JsonNode content = operation.node().path("requestBody").path("content");
    if (body.isEmpty()) {
      boolean isRequired = operation.node().path("requestBody").path("required").asBoolean();
      return isRequired ? List.of("body is missing") : List.of();
    }
    JsonNode schema =
        content.has("application/json")
            ? content.path("application/json").path("schema")
            : content.path("multipart/form-data").path("schema");
    if (schema.isMissingNode()) {
      return List.of("operation takes no body: " + operation.name());
    }
    return messages(
        SCHEMAS.computeIfAbsent(operation.name(), _ -> compiled(schema)).validate(body.get()));
  }

  /** What is wrong; a union that no member fits also complains of the types of all others. */
  private static List<String> messages(Set<ValidationMessage> messages) {
    Set<String> telling = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (ValidationMessage message : messages) {
      all.add(message.getMessage());
      boolean isOtherMember =
          message.getInstanceLocation().toString().endsWith("type")
              && message.getType().equals("enum");
      if (!isOtherMember && !message.getType().equals("oneOf")) {
        telling.add(message.getMessage());
      }
    }
    return List.copyOf(telling.isEmpty() ? all : telling);
  }

  private static JsonSchema compiled(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("$schema", VersionFlag.V202012.getId());
    whole.putArray("allOf").add(schema);
    whole.set("components", Document.ROOT.path("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** The operation with the most words of the path in common. */
  private static Optional<Operation> find(String method, String path) {
    String plain = VERSION.matcher(path.replaceFirst("\\?.*", "")).replaceFirst("/");
    String[] words = plain.split("/", -1);
    Optional<Operation> best = Optional.empty();
    int most = -1;
    for (Map.Entry<String, JsonNode> entry : Document.ROOT.path("paths").properties()) {
      JsonNode node = entry.getValue().path(method.toLowerCase(Locale.ROOT));
      int same = node.isMissingNode() ? -1 : same(words, entry.getKey().split("/", -1));
      if (same > most) {
        most = same;
        best = Optional.of(new Operation(method + " " + entry.getKey(), node));
      }
    }
    return best;
  }

  /** How many words of a path stand in a template of it, or -1 if it is none. */
  private static int same(String[] words, String[] template) {
    if (words.length != template.length) {
      return -1;
    }
    int same = 0;
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals(template[i])) {
        same++;
      } else if (!template[i].startsWith("{") || words[i].isEmpty()) {
        return -1;
      }
    }
    return same;
  }

  private static final class Document {
    static final JsonNode ROOT = read();

    private static JsonNode read() {
      try {
        JsonNode root = JSON.readTree(DOCUMENT.toFile());
        // Discord writes ids as strings and takes them as numbers too, as JDA sends those of files.
        ((ObjectNode) root.path("components").path("schemas").path("SnowflakeType"))
            .putArray("type")
            .add("string")
            .add("integer");
        return root;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  // ---- whole messages

  private static void checkMessage(JsonNode message, List<String> violations) {
    if (!message.isObject()) {
      return;
    }
    var counts = new Counts();
    message.path("components").forEach(component -> counts.count(component, violations));
    boolean isV2 = (message.path("flags").asInt() & COMPONENTS_V2) != 0;
    if (isV2) {
      require(counts.components <= 40, counts.components + " components", violations);
      require(counts.chars <= 4000, counts.chars + " characters of text", violations);
      for (String other : List.of("content", "embeds", "poll", "sticker_ids")) {
        JsonNode value = message.path(other);
        boolean isThere =
            !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().isEmpty())
                && !(value.isArray() && value.isEmpty());
        require(!isThere, other + " beside components", violations);
      }
    } else {
      require(!counts.hasNewTypes, "components of a message without the flag", violations);
    }
    Set<String> files = new HashSet<>();
    message.path("attachments").forEach(file -> files.add(file.path("filename").asText()));
    for (String shown : counts.files) {
      require(files.contains(shown), "no file is named '" + shown + "'", violations);
    }
    for (String file : files) {
      require(
          !isV2 || counts.files.contains(file),
          "nothing shows the file '" + file + "'",
          violations);
    }
  }

  private static void require(boolean holds, String violation, List<String> violations) {
    if (!holds) {
      violations.add(violation);
    }
  }

  private static final class Counts {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private int components;
    private int chars;
    private boolean hasNewTypes;

    void count(JsonNode component, List<String> violations) {
      components++;
      int type = component.path("type").asInt();
      hasNewTypes |= type > LAST_OLD_TYPE;
      if (type == TEXT_DISPLAY) {
        String content = component.path("content").asText();
        require(!content.isBlank(), "blank text", violations);
        chars += content.codePointCount(0, content.length());
      }
      if (type == ACTION_ROW) {
        boolean hasOnlyButtons = true;
        for (JsonNode child : component.path("components")) {
          hasOnlyButtons &= child.path("type").asInt() == 2;
        }
        require(
            hasOnlyButtons || component.path("components").size() == 1,
            "a select shares its row",
            violations);
      }
      if (component.has("custom_id")) {
        String id = component.path("custom_id").asText();
        require(ids.add(id), "custom_id '" + id + "' twice", violations);
      }
      Set<String> values = new HashSet<>();
      for (JsonNode option : component.path("options")) {
        String value = option.path("value").asText();
        require(values.add(value), "option '" + value + "' twice", violations);
      }
      component.path("items").forEach(item -> file(item.path("media")));
      file(component.path("media"));
      file(component.path("file"));
      component.path("components").forEach(child -> count(child, violations));
      if (component.has("accessory")) {
        count(component.path("accessory"), violations);
      }
      if (component.path("component").isObject()) {
        count(component.path("component"), violations);
      }
    }

    private void file(JsonNode media) {
      var matcher = ATTACHMENT.matcher(media.path("url").asText());
      if (matcher.matches()) {
        files.add(matcher.group(1));
      }
    }
  }
}
