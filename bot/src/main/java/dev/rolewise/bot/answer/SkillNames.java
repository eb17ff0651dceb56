package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows skills by their short forms: "GCP" is Google Cloud, "K8s" is Kubernetes. */
final class SkillNames {
  /** Names in lower case, each with the one that it is compared by. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("gcp", "Google Cloud"),
          Map.entry("google cloud platform", "Google Cloud"),
          Map.entry("amazon web services", "AWS"),
          Map.entry("microsoft azure", "Azure"),
          Map.entry("k8s", "Kubernetes"),
          Map.entry("js", "JavaScript"),
          Map.entry("golang", "Go"),
          Map.entry("postgres", "PostgreSQL"),
          Map.entry("sklearn", "scikit-learn"),
          Map.entry("llm", "large language model"),
          Map.entry("llms", "large language models"),
          Map.entry("ms office", "Microsoft Office"),
          Map.entry("ms excel", "Microsoft Excel"),
          Map.entry("power bi", "PowerBI"));

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d.])(?:"
              + SAME.keySet().stream().map(Pattern::quote).sorted().collect(Collectors.joining("|"))
              + ")(?![\\p{L}\\d])");

  private SkillNames() {}

  /** Whether a text is such a name. */
  static boolean isKnown(String text) {
    return SAME.containsKey(text.toLowerCase(Locale.ROOT));
  }

  /** The words of a text in the form that skills are compared in. */
  static List<String> canonical(String text) {
    return Words.canonical(
        NAME.matcher(text)
            .replaceAll(name -> SAME.getOrDefault(name.group().toLowerCase(Locale.ROOT), "")));
  }
}
