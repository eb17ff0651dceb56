package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a document says about itself between two lines of three hyphens at its beginning.
 *
 * @param title name of the role, or empty
 * @param aliases other names of the role
 * @param asOf year of the figures
 * @param market country or region of the figures
 * @param currency currency of amounts that do not name one
 * @param findings what is wrong with it; a value with an error is left out
 * @param lines number of lines it takes, with both lines of hyphens; 0 without front matter
 */
record FrontMatter(
    String title,
    List<String> aliases,
    OptionalInt asOf,
    Optional<String> market,
    Optional<Currency> currency,
    List<Finding> findings,
    int lines) {
  static final FrontMatter NONE =
      new FrontMatter(
          "", List.of(), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of(), 0);

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

  /** Takes the values out of one front matter. */
  private static final class Reading {
    private final String yaml;
    private final List<Finding> findings = new ArrayList<>();
    private String title = "";
    private List<String> aliases = List.of();
    private OptionalInt asOf = OptionalInt.empty();
    private Optional<String> market = Optional.empty();
    private Optional<Currency> currency = Optional.empty();

    Reading(String yaml) {
      this.yaml = yaml;
    }

    FrontMatter result(int lines) {
      if (!yaml.isBlank()) {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
          read(parser);
        } catch (JsonProcessingException e) {
          var at = e.getLocation();
          String reason = e.getOriginalMessage().lines().findFirst().orElse("").strip();
          error(at == null ? 1 : at.getLineNr() + 1, "front matter is not valid YAML: " + reason);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new FrontMatter(title, aliases, asOf, market, currency, findings, lines);
    }

    private void read(JsonParser parser) throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        error(2, "front matter must be keys with values, one of " + KEYS);
        return;
      }
      Set<String> seen = new HashSet<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        int line = parser.currentTokenLocation().getLineNr() + 1;
        parser.nextToken();
        if (!seen.add(key)) {
          error(line, "'" + key + "' appears twice");
        }
        switch (key) {
          case "title" -> title = text(parser, key, line);
          case "aliases" -> aliases = texts(parser, line);
          case "as-of" -> asOf = year(parser, line);
          case "market" -> market = Optional.of(text(parser, key, line)).filter(m -> !m.isEmpty());
          case "currency" -> currency = currency(parser, line);
          default -> {
            parser.skipChildren();
            findings.add(
                new Finding(
                    Problem.Severity.WARNING,
                    line,
                    "unknown key '" + key + "', must be one of " + KEYS));
          }
        }
      }
    }

    private String text(JsonParser parser, String key, int line) throws IOException {
      String value = scalar(parser);
      if (value.isEmpty()) {
        error(line, key + ": must be a text, got " + described(parser));
        parser.skipChildren();
      }
      return value;
    }

    private List<String> texts(JsonParser parser, int line) throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return List.of();
      }
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        error(line, "aliases: must be a list of texts, got " + described(parser));
        parser.skipChildren();
        return List.of();
      }
      List<String> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
        String value = scalar(parser);
        if (value.isEmpty()) {
          int at = parser.currentTokenLocation().getLineNr() + 1;
          error(at, "aliases: must be a list of texts, got " + described(parser) + " in it");
          parser.skipChildren();
        } else {
          values.add(value);
        }
      }
      return values;
    }

    private OptionalInt year(JsonParser parser, int line) throws IOException {
      if (parser.currentToken().isScalarValue()) {
        String value = parser.getText().strip();
        if (value.length() == 4 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
          int year = Integer.parseInt(value);
          if (year >= 1900 && year <= 2100) {
            return OptionalInt.of(year);
          }
        }
      }
      error(line, "as-of: must be a year such as 2024, got " + described(parser));
      parser.skipChildren();
      return OptionalInt.empty();
    }

    private Optional<Currency> currency(JsonParser parser, int line) throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        try {
          return Optional.of(
              Currency.getInstance(parser.getText().strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
          // Reported below, together with values of another type.
        }
      }
      error(line, "currency: must be a currency code such as USD, got " + described(parser));
      parser.skipChildren();
      return Optional.empty();
    }

    /** A text or number as it is written; empty for everything else. */
    private static String scalar(JsonParser parser) throws IOException {
      return switch (parser.currentToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            SourceText.of(parser.getText(), 1).text();
        case null, default -> "";
      };
    }

    private static String described(JsonParser parser) throws IOException {
      return switch (parser.currentToken()) {
        case START_ARRAY -> "a list";
        case START_OBJECT -> "keys with values";
        case null -> "nothing";
        case VALUE_NULL -> "nothing";
        default -> "'" + parser.getText() + "'";
      };
    }

    private void error(int line, String message) {
      findings.add(new Finding(Problem.Severity.ERROR, line, message));
    }
  }
}
