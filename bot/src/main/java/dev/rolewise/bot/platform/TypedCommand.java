package dev.rolewise.bot.platform;

import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Parameter;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.platform.Request.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads commands as people type them: {@code compare "AI expert" vs VP}, {@code salary VP --place
 * Pune}. What begins with no command is a question.
 */
public final class TypedCommand {
  private static final Pattern BETWEEN =
      Pattern.compile("(?i)\\s+(?:vs\\.?|versus|and)\\s+|\\s*,\\s*");

  private TypedCommand() {}

  /** What a line asks for. */
  public static Work read(String line, Commands commands) {
    String text = line.strip();
    if (text.isEmpty()) {
      return new Work.Help();
    }
    String[] split = text.split("\\s+", 2);
    Optional<Usage> usage =
        commands.find(split[0].toLowerCase(Locale.ROOT)).map(command -> command.usage());
    String rest = split.length == 2 ? split[1] : "";
    return usage.map(known -> read(known, rest)).orElseGet(() -> Request.question(text));
  }

  private static Work read(Usage usage, String rest) {
    Map<String, List<String>> given = new HashMap<>();
    List<String> loose = new ArrayList<>();
    Optional<Parameter> named = Optional.empty();
    for (String word : words(rest)) {
      if (word.startsWith("--") || word.startsWith("—")) {
        String name = word.replaceFirst("^(--|—)", "").toLowerCase(Locale.ROOT);
        named = usage.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
        if (named.isEmpty()) {
          return new Work.Explain(usage.name() + ": unknown option '" + word + "'");
        }
        named
            .filter(parameter -> parameter.count().isNamed())
            .ifPresent(parameter -> given.putIfAbsent(parameter.name(), List.of("")));
      } else if (named.isPresent() && named.get().count().isNamed()) {
        put(given, named.get().name(), word);
      } else {
        loose.add(word);
      }
    }
    usage.parameters().stream()
        .filter(parameter -> !parameter.count().isNamed())
        .findFirst()
        .ifPresent(parameter -> {
          List<String> values = parameter.count() == Count.SEVERAL ? several(loose) : one(loose);
          if (!values.isEmpty()) {
            given.put(parameter.name(), values);
          }
        });
    return new Work.Run(usage.name(), given);
  }

  private static void put(Map<String, List<String>> given, String name, String word) {
    // An option of several words needs no quotes: it lasts until the next one.
    List<String> before = given.getOrDefault(name, List.of());
    String first = before.isEmpty() ? "" : before.getFirst();
    given.put(name, List.of(first.isEmpty() ? word : first + " " + word));
  }

  private static List<String> one(List<String> words) {
    return words.isEmpty() ? List.of() : List.of(String.join(" ", words));
  }

  private static List<String> several(List<String> words) {
    String line = String.join(" ", words);
    return BETWEEN.matcher(line).find()
        ? BETWEEN.splitAsStream(line).filter(name -> !name.isBlank()).toList()
        : List.copyOf(words);
  }

  /** Words, and what stands between quotes as one. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' || c == '“' || c == '”') {
        isQuoted = !isQuoted;
      } else if (Character.isWhitespace(c) && !isQuoted) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
