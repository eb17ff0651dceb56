package dev.rolewise.bot.command;

import dev.rolewise.knowledge.retrieval.EditDistance;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds names by their beginnings, by the beginnings of their words, and in spite of typos. */
final class NameIndex {
  /** Most suggestions; Discord takes no more. */
  static final int MAX = 25;

  /** Words at least this long may have one wrong letter. */
  private static final int ONE_TYPO = 5;

  /** Words at least this long may have two wrong letters. */
  private static final int TWO_TYPOS = 8;

  /** Fewer letters are no beginning of one name. */
  private static final int MIN_BEGUN = 4;

  /** Fewer letters name nobody unless they are a whole name. */
  private static final int MIN_FRAGMENT = 3;

  /** No name is longer than this. */
  private static final int MAX_TYPED = 200;

  /** A name that can be found, and what is suggested for it. */
  record Entry(String name, String value, String label) {}

  /** A name with its words folded for comparing. */
  private record Folded(Entry entry, String name, List<String> words) {}

  /** A name with how badly it fits; 0 is best. */
  private record Ranked(Folded folded, int badness) {}

  private final Supplier<List<Entry>> entries;
  private volatile List<Folded> folded = List.of();

  /**
   * @param entries read when a name is first looked for
   */
  NameIndex(Supplier<List<Entry>> entries) {
    this.entries = entries;
  }

  private List<Folded> folded() {
    if (folded.isEmpty()) {
      folded =
          entries.get().stream()
              .map(entry -> new Folded(entry, fold(entry.name()), words(fold(entry.name()))))
              .toList();
    }
    return folded;
  }

  /** What fits without any typo, at most two; a fragment of a name only if it is long enough. */
  List<Completion> fitting(String typed) {
    boolean isFragment = fold(typed).replace(" ", "").length() < MIN_FRAGMENT;
    return best(ranked(typed, isFragment ? 0 : 2), 2);
  }

  /** What fits best first; nothing typed fits everything. */
  List<Completion> complete(String typed, int most) {
    return best(ranked(typed, Integer.MAX_VALUE), most);
  }

  private List<Ranked> ranked(String typed, int worst) {
    if (typed.length() > MAX_TYPED) {
      return new ArrayList<>();
    }
    String wanted = fold(typed);
    List<String> words = words(wanted);
    List<Ranked> ranked = new ArrayList<>();
    for (Folded name : folded()) {
      int badness = badness(name, wanted, words);
      if (badness >= 0 && badness <= worst) {
        ranked.add(new Ranked(name, badness));
      }
    }
    return ranked;
  }

  /** The one name that is what is written but for typos, or else that begins with it. */
  Optional<Completion> only(String written) {
    String wanted = fold(written.substring(0, Math.min(MAX_TYPED, written.length())));
    List<Ranked> ranked = new ArrayList<>();
    for (Folded name : folded()) {
      int badness = wholeBadness(name.name().replace(" ", ""), wanted.replace(" ", ""));
      if (badness >= 0) {
        ranked.add(new Ranked(name, badness));
      }
    }
    int least = ranked.stream().mapToInt(Ranked::badness).min().orElse(0);
    ranked.removeIf(one -> one.badness() > least);
    List<Completion> best = best(ranked, 2);
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }

  private static int wholeBadness(String name, String wanted) {
    int far = EditDistance.between(wanted, name, typos(wanted));
    return far <= typos(wanted)
        ? far
        : wanted.length() >= MIN_BEGUN && name.startsWith(wanted) ? 3 : -1;
  }

  private static int typos(String word) {
    return word.length() >= TWO_TYPOS ? 2 : word.length() >= ONE_TYPO ? 1 : 0;
  }

  /** What is nearest, however far it is. */
  List<Completion> nearest(String written, int most) {
    List<Completion> fitting = complete(written, most);
    if (fitting.size() == most) {
      return fitting;
    }
    String wanted = fold(written.substring(0, Math.min(MAX_TYPED, written.length())));
    List<String> words = words(wanted);
    List<Ranked> ranked = new ArrayList<>();
    for (Folded name : folded()) {
      int far = EditDistance.between(wanted, name.name(), wanted.length() + name.name().length());
      long shared = words.stream().filter(name.words()::contains).count();
      ranked.add(new Ranked(name, (int) (far - shared * wanted.length())));
    }
    Map<String, Completion> all = new LinkedHashMap<>();
    fitting.forEach(completion -> all.put(completion.value(), completion));
    best(ranked, most).forEach(completion -> all.putIfAbsent(completion.value(), completion));
    return all.values().stream().limit(most).toList();
  }

  private static List<Completion> best(List<Ranked> ranked, int most) {
    ranked.sort(Comparator.comparingInt(Ranked::badness));
    Map<String, Completion> best = new LinkedHashMap<>();
    for (Ranked one : ranked) {
      Entry entry = one.folded().entry();
      if (best.size() < most) {
        best.putIfAbsent(entry.value(), new Completion(entry.value(), entry.label()));
      }
    }
    return List.copyOf(best.values());
  }

  /** How badly a name fits, or -1 if it does not. */
  private static int badness(Folded name, String wanted, List<String> words) {
    if (name.name().startsWith(wanted)) {
      return name.name().length() == wanted.length() ? 0 : 1;
    }
    if (name.name().replace(" ", "").startsWith(wanted.replace(" ", ""))) {
      return 2;
    }
    int worst = 2;
    for (String word : words) {
      int own = Integer.MAX_VALUE;
      for (String part : name.words()) {
        own = Math.min(own, badness(part, word));
      }
      if (own == Integer.MAX_VALUE) {
        return -1;
      }
      worst = Math.max(worst, own);
    }
    return worst;
  }

  private static int badness(String part, String word) {
    if (part.startsWith(word)) {
      return 2;
    }
    int typos = typos(word);
    if (typos == 0) {
      return Integer.MAX_VALUE;
    }
    // Of a long name only the beginning may have been typed so far.
    for (int length = word.length() - typos; length <= word.length() + typos; length++) {
      if (length > 0
          && length <= part.length()
          && EditDistance.between(word, part.substring(0, length), typos) <= typos) {
        return 3;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}+#]+", " ")
        .strip();
  }

  private static List<String> words(String folded) {
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
  }
}
