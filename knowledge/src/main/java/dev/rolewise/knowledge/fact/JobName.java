package dev.rolewise.knowledge.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    return new JobName(Words.canonical(paren > 3 ? title.substring(0, paren) : title));
  }

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
