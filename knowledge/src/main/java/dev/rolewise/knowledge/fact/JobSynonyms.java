package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Other names that people use for jobs, such as "sparky" for an electrician. */
public final class JobSynonyms {
  /** Longer names that hold the words of a shorter one are of the same job from here on. */
  private static final int MIN_WORDS = 2;

  private static final Map<String, List<List<JobName>>> BY_WORD = new HashMap<>();

  static {
    for (String line : Vocabulary.lines("job-synonyms.txt")) {
      List<JobName> names = new ArrayList<>();
      for (String name : line.split(";", -1)) {
        names.add(JobName.of(name));
      }
      Set<String> words = new HashSet<>();
      names.forEach(name -> words.addAll(name.words()));
      words.forEach(word -> BY_WORD.computeIfAbsent(word, _ -> new ArrayList<>()).add(names));
    }
  }

  private JobSynonyms() {}

  /**
   * The other names of a job; empty if none are known.
   *
   * @param names names the job goes by
   * @param qualified whether a name may say more than the known one: "Heavy and tractor-trailer
   *     truck drivers" are truck drivers
   */
  public static Set<JobName> of(Collection<JobName> names, boolean qualified) {
    Set<JobName> others = new LinkedHashSet<>();
    for (JobName name : names) {
      for (String word : name.words()) {
        for (List<JobName> group : BY_WORD.getOrDefault(word, List.of())) {
          boolean named =
              group.stream()
                  .anyMatch(known ->
                      known.isSameAs(name)
                          || (qualified
                              && known.words().size() >= MIN_WORDS
                              && name.covers(known)));
          if (named) {
            others.addAll(group);
          }
        }
      }
    }
    others.removeIf(other -> names.stream().anyMatch(other::isSameAs));
    return others;
  }
}
