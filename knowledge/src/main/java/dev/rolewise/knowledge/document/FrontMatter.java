package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself between two lines of three hyphens at its beginning.
 *
 * @param title name of the role, or empty
 * @param aliases other names of the role
 * @param asOf year of the figures
 * @param market country or region of the figures
 * @param currency currency of amounts that do not name one
 * @param notes what it says of when the document was made, as "key: value"
 * @param keyLines the keys it has, also those with a value that was left out, with their lines
 * @param findings what is wrong with it; a value with an error is left out
 * @param lines number of lines it takes, with both lines of hyphens; 0 without front matter
 */
record FrontMatter(
    String title,
    List<String> aliases,
    OptionalInt asOf,
    Optional<String> market,
    Optional<Currency> currency,
    List<String> notes,
    Map<FrontMatterKey, Integer> keyLines,
    List<Finding> findings,
    int lines) {
  static final FrontMatter NONE =
      new FrontMatter(
          "",
          List.of(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Map.of(),
          List.of(),
          0);

  private static final String KEYS = "title, aliases, as-of, market, currency";

  /** A problem before it is known how the file is shown to people. */
  record Finding(Problem.Severity severity, int line, String message) {
    Finding {
      requireNonNull(severity, "severity");
      requireNonNull(message, "message");
    }
  }

  FrontMatter {
    requireNonNull(title, "title");
    requireNonNull(asOf, "asOf");
    requireNonNull(market, "market");
    requireNonNull(currency, "currency");
    aliases = List.copyOf(aliases);
    notes = List.copyOf(notes);
    keyLines = Map.copyOf(keyLines);
    findings = List.copyOf(findings);
  }

  /** Reads it from the beginning of a text; lines end in {@code \n}. */
  static FrontMatter of(String text) {
    if (!text.startsWith("---") || !isRule(text, 0)) {
      return NONE;
    }
    int start = text.indexOf('\n') + 1;
    int lines = 2;
    for (int at = start; at > 0 && at < text.length(); at = text.indexOf('\n', at) + 1) {
      if (isRule(text, at)) {
        String yaml = text.substring(start, at);
        return looksLikeYaml(yaml) ? new Reading(yaml).result(lines) : NONE;
      }
      lines++;
    }
    return NONE;
  }

  /** Position in the text behind the front matter. */
  int end(String text) {
    int at = 0;
    for (int i = 0; i < lines; i++) {
      int feed = text.indexOf('\n', at);
      if (feed < 0) {
        return text.length();
      }
      at = feed + 1;
    }
    return at;
  }

  private static boolean isRule(String text, int at) {
    int feed = text.indexOf('\n', at);
    String line = text.substring(at, feed < 0 ? text.length() : feed).stripTrailing();
    return line.equals("---") || (at > 0 && line.equals("..."));
  }

  /** A rule at the top of a page is not front matter: the first line of that has a key. */
  private static boolean looksLikeYaml(String yaml) {
    for (String line : yaml.split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        return colon > 0 && line.substring(0, colon).indexOf(' ') < 0;
      }
    }
    return true;
  }

  /** A key with what stands behind it. */
  private record Entry(String key, int line, Value value) {}

  private sealed interface Value {
    /** A text or number as it is written. */
    record Scalar(String text) implements Value {}

    /** Texts or numbers as they are written. */
    record Scalars(List<String> texts) implements Value {}

    /** Anything else, in words. */
    record Other(String described) implements Value {}
  }

  /** Takes the values out of one front matter. */
  private static final class Reading {
    private final String yaml;
    private final List<Finding> findings = new ArrayList<>();
    private String title = "";
    private List<String> aliases = List.of();
    private OptionalInt asOf = OptionalInt.empty();
    private Optional<String> market = Optional.empty();
    private Optional<Currency> currency = Optional.empty();
    private final List<String> notes = new ArrayList<>();

    Reading(String yaml) {
      this.yaml = yaml;
    }

    FrontMatter result(int lines) {
      Set<String> seen = new HashSet<>();
      Map<FrontMatterKey, Integer> keyLines = new EnumMap<>(FrontMatterKey.class);
      for (Entry entry : entries()) {
        FrontMatterKey.find(entry.key()).ifPresent(key -> keyLines.putIfAbsent(key, entry.line()));
        if (!seen.add(entry.key())) {
          error(entry.line(), "'" + entry.key() + "' appears twice");
        }
        take(entry);
      }
      findings.addAll(repeated(keyLines.getOrDefault(FrontMatterKey.ALIASES, 1)));
      return new FrontMatter(
          title, aliases, asOf, market, currency, notes, keyLines, findings, lines);
    }

    /** The aliases that say a name once more. */
    private List<Finding> repeated(int line) {
      List<Finding> repeated = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (String alias : aliases) {
        boolean isNew = seen.add(alias.toLowerCase(Locale.ROOT));
        if (!isNew || alias.equalsIgnoreCase(title)) {
          String message = "aliases: '" + alias + "' " + (isNew ? "is the title" : "appears twice");
          repeated.add(new Finding(Problem.Severity.WARNING, line, message));
        }
      }
      return repeated;
    }

    private List<Entry> entries() {
      List<Entry> simple = simpleEntries(yaml);
      return simple.isEmpty() && !yaml.isBlank() ? parsedEntries() : simple;
    }

    private void take(Entry entry) {
      switch (entry.key()) {
        case "title" -> title = text(entry);
        case "aliases" -> aliases = texts(entry);
        case "as-of" -> asOf = year(entry);
        case "market" -> market = Optional.of(text(entry)).filter(name -> !name.isEmpty());
        case "currency" -> currency = currency(entry);
        default -> {
          if (entry.value() instanceof Value.Scalar(var text)) {
            notes.add(entry.key().replaceAll("[-_]", " ") + ": " + text);
          }
          findings.add(
              new Finding(
                  Problem.Severity.WARNING,
                  entry.line(),
                  "unknown key '" + entry.key() + "', must be one of " + KEYS));
        }
      }
    }

    private String text(Entry entry) {
      if (entry.value() instanceof Value.Scalar(var text) && !text.isEmpty()) {
        return text;
      }
      error(entry.line(), entry.key() + ": must be a text, got " + described(entry.value()));
      return "";
    }

    private List<String> texts(Entry entry) {
      if (entry.value() instanceof Value.Scalars(var texts)) {
        return texts;
      }
      error(
          entry.line(), entry.key() + ": must be a list of texts, got " + described(entry.value()));
      return List.of();
    }

    private OptionalInt year(Entry entry) {
      if (entry.value() instanceof Value.Scalar(var text)) {
        OptionalInt year = Years.only(text);
        if (year.isPresent()) {
          return year;
        }
      }
      error(
          entry.line(),
          entry.key() + ": must be a year such as 2024, got " + described(entry.value()));
      return OptionalInt.empty();
    }

    private Optional<Currency> currency(Entry entry) {
      if (entry.value() instanceof Value.Scalar(var text)) {
        try {
          return Optional.of(Currency.getInstance(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
          // Reported below, together with values of another type.
        }
      }
      error(
          entry.line(),
          entry.key() + ": must be a currency code such as USD, got " + described(entry.value()));
      return Optional.empty();
    }

    private static String described(Value value) {
      return switch (value) {
        case Value.Scalar(var text) -> text.isEmpty() ? "nothing" : "'" + text + "'";
        case Value.Scalars _ -> "a list";
        case Value.Other(var described) -> described;
      };
    }

    private void error(int line, String message) {
      findings.add(new Finding(Problem.Severity.ERROR, line, message));
    }

    // ---- any YAML

    private List<Entry> parsedEntries() {
      List<Entry> entries = new ArrayList<>();
      try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          error(2, "front matter must be keys with values, one of " + KEYS);
          return entries;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName();
          int line = parser.currentTokenLocation().getLineNr() + 1;
          parser.nextToken();
          entries.add(new Entry(key, line, value(parser)));
        }
      } catch (JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String reason = e.getOriginalMessage().lines().findFirst().orElse("").strip();
        int line = at == null ? 1 : at.getLineNr() + 1;
        error(line, "front matter must be YAML, got " + reason);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return entries;
    }

    private static Value value(JsonParser parser) throws IOException {
      return switch (parser.currentToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            new Value.Scalar(folded(parser.getText()));
        case START_ARRAY -> list(parser);
        case START_OBJECT -> {
          parser.skipChildren();
          yield new Value.Other("keys with values");
        }
        case VALUE_TRUE, VALUE_FALSE -> new Value.Other("'" + parser.getText() + "'");
        case null, default -> new Value.Other("nothing");
      };
    }

    private static Value list(JsonParser parser) throws IOException {
      List<String> texts = new ArrayList<>();
      String odd = "";
      JsonToken token = parser.nextToken();
      while (token != null && token != JsonToken.END_ARRAY) {
        if (value(parser) instanceof Value.Scalar(var text) && !text.isEmpty()) {
          texts.add(text);
        } else {
          odd = "a list with something else in it";
        }
        token = parser.nextToken();
      }
      return odd.isEmpty() ? new Value.Scalars(texts) : new Value.Other(odd);
    }

    private static String folded(String text) {
      return SourceText.of(text, 1).text();
    }
  }

  // ---- simple front matter

  /**
   * Reads front matter of plain texts and lists of them, which is nearly all there is; a YAML
   * parser takes longer to load than all documents take to read.
   *
   * @return empty if anything in it needs a YAML parser
   */
  private static List<Entry> simpleEntries(String yaml) {
    List<Entry> entries = new ArrayList<>();
    String key = "";
    int keyLine = 0;
    List<String> items = new ArrayList<>();
    int line = 1;
    for (String raw : yaml.split("\n", -1)) {
      line++;
      String words = raw.stripTrailing();
      if (words.isEmpty()) {
        continue;
      }
      if (!key.isEmpty() && words.strip().startsWith("- ")) {
        String item = simpleScalar(words.strip().substring(2).strip());
        if (item.isEmpty()) {
          return List.of();
        }
        items.add(item);
        continue;
      }
      if (!key.isEmpty()) {
        if (items.isEmpty()) {
          return List.of();
        }
        entries.add(new Entry(key, keyLine, new Value.Scalars(items)));
        key = "";
        items = new ArrayList<>();
      }
      int colon = words.indexOf(':');
      if (colon <= 0 || !isName(words.substring(0, colon))) {
        return List.of();
      }
      String name = words.substring(0, colon);
      String rest = words.substring(colon + 1);
      if (rest.isEmpty()) {
        key = name;
        keyLine = line;
        continue;
      }
      Value value = rest.startsWith(" ") ? simpleValue(rest.strip()) : null;
      if (value == null) {
        return List.of();
      }
      entries.add(new Entry(name, line, value));
    }
    if (!key.isEmpty()) {
      if (items.isEmpty()) {
        return List.of();
      }
      entries.add(new Entry(key, keyLine, new Value.Scalars(items)));
    }
    return entries;
  }

  private static @Nullable Value simpleValue(String words) {
    if (!words.startsWith("[")) {
      String scalar = simpleScalar(words);
      return scalar.isEmpty() ? null : new Value.Scalar(scalar);
    }
    if (!words.endsWith("]") || words.indexOf('\\') >= 0) {
      return null;
    }
    List<String> items = new ArrayList<>();
    String inner = words.substring(1, words.length() - 1);
    int at = 0;
    while (at < inner.length()) {
      char quote = inner.charAt(at);
      if (quote == ' ') {
        at++;
        continue;
      }
      boolean quoted = quote == '"' || quote == '\'';
      int close = quoted ? inner.indexOf(quote, at + 1) : at;
      int comma = close < 0 ? -1 : inner.indexOf(',', close);
      int end = comma < 0 ? inner.length() : comma;
      String item = close < 0 ? "" : simpleScalar(inner.substring(at, end).strip());
      if (item.isEmpty() || "{}[]".indexOf(item.charAt(item.length() - 1)) >= 0) {
        return null;
      }
      items.add(item);
      at = end + 1;
    }
    return new Value.Scalars(items);
  }

  /** A text that YAML reads as it stands, without its quotes; empty if it is not that simple. */
  private static String simpleScalar(String words) {
    if (words.isEmpty()) {
      return "";
    }
    char first = words.charAt(0);
    if (first == '"' || first == '\'') {
      int close = words.indexOf(first, 1);
      boolean plain = close == words.length() - 1 && words.indexOf('\\') < 0;
      return plain ? words.substring(1, close).strip() : "";
    }
    boolean number = first >= '1' && first <= '9' && isDate(words);
    if (!number && !Character.isLetter(first)) {
      return "";
    }
    if (words.contains(": ") || words.contains(" #") || words.endsWith(":")) {
      return "";
    }
    for (int i = 0; i < words.length(); i++) {
      if ("[]{}\t".indexOf(words.charAt(i)) >= 0) {
        return "";
      }
    }
    return switch (words.toLowerCase(Locale.ROOT)) {
      case "true", "false", "null", "yes", "no", "on", "off", "y", "n" -> "";
      default -> words;
    };
  }

  /** Whether these are digits alone or a date such as 2025-01-15. */
  private static boolean isDate(String words) {
    return words.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean isName(String words) {
    return words.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}
