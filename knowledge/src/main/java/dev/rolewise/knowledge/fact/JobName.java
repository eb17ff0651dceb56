package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A job title reduced to the words that tell it from others, for comparing.
 *
 * @param words canonical words in the order of the title, see {@link Words#canonical}
 */
public record JobName(List<String> words) {
  public JobName {
    words = List.copyOf(words);
  }

  /** The name that a title stands for; what stands in brackets is left out. */
  public static JobName of(String title) {
    int paren = title.indexOf('(');
    String name = BOTH_FORMS.matcher(paren > 3 ? title.substring(0, paren) : title).replaceAll("");
    return new JobName(Words.canonical(name.indexOf('.') < 0 ? name : written(name)));
  }

  /** "B\u00e4cker/-in", "Kaufmann/-frau", "Lehrer:innen": the ending of the second form. */
  private static final Pattern BOTH_FORMS =
      Pattern.compile("(?<=\\p{L}{3})[/*:_]-?(?:in|innen|frau|frauen)(?![\\p{L}-])");

  /** A title whose words are cut short with a point, written out: "Chief Off.". */
  private static String written(String title) {
    return SHORT
        .matcher(title)
        .replaceAll(found -> FULL.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), "$0"));
  }

  private static final Pattern SHORT = Pattern.compile("(?<!\\p{L})(\\p{L}{2,5})\\.");

  /** Words that are cut short in lists of ranks and positions, in lower case. */
  private static final Map<String, String> FULL =
      Map.ofEntries(
          Map.entry("off", "officer"),
          Map.entry("capt", "captain"),
          Map.entry("lt", "lieutenant"),
          Map.entry("sgt", "sergeant"),
          Map.entry("cpl", "corporal"),
          Map.entry("insp", "inspector"),
          Map.entry("supt", "superintendent"),
          Map.entry("supv", "supervisor"),
          Map.entry("tech", "technician"),
          Map.entry("mech", "mechanic"),
          Map.entry("elec", "electrician"),
          Map.entry("op", "operator"),
          Map.entry("oper", "operator"),
          Map.entry("appr", "apprentice"));

  /**
   * The name of those who work in a field that a table names in place of them: "quantity surveying"
   * is what quantity surveyors do, and logging workers are loggers. Empty for a name that ends in a
   * job word or in no such field.
   */
  public Optional<JobName> ofWorkers() {
    boolean workers = words.size() == 2 && words.getLast().equals("worker");
    if (words.isEmpty() || (!workers && words.stream().anyMatch(JobTitles::isHead))) {
      return Optional.empty();
    }
    String field = workers ? words.getFirst() : words.getLast();
    for (Map.Entry<String, List<String>> ending : WORKERS.entrySet()) {
      if (field.endsWith(ending.getKey())) {
        String stem = field.substring(0, field.length() - ending.getKey().length());
        for (String end : ending.getValue()) {
          if (JobTitles.isStrongHead(stem + end)) {
            List<String> name =
                new ArrayList<>(workers ? List.of() : words.subList(0, words.size() - 1));
            name.add(stem + end);
            return Optional.of(new JobName(name));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Endings of fields of work, with those of the people who work in them. */
  private static final Map<String, List<String>> WORKERS =
      Map.of(
          "ing",
          List.of("", "er", "or", "e", "ant"),
          "ure",
          List.of(""),
          "ry",
          List.of("er", ""),
          "ism",
          List.of("ist"),
          "ation",
          List.of("er", "ator"),
          "y",
          List.of("ist", "er"));

  /** Whether both have the same words in any order. */
  public boolean isSameAs(JobName other) {
    return set().equals(other.set());
  }

  /** Whether every word of the other name is one of this name. */
  public boolean covers(JobName other) {
    return !other.words.isEmpty() && set().containsAll(other.words);
  }

  /** How much of this name the given words say, from 0 to 1; 0 if they say anything else. */
  public double coveredBy(Set<String> given) {
    Set<String> own = set();
    return own.isEmpty() || !own.containsAll(given) ? 0 : (double) given.size() / own.size();
  }

  // Written out: those of records are built at run time, which a short process waits for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobName name && words.equals(name.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  private Set<String> set() {
    return new HashSet<>(words);
  }
}
