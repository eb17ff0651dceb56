package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.retrieval.Corrected.Correction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the words of a question towards the words of the documents, and writes out what people
 * shorten in a chat. Immutable, deterministic and safe to use from many threads.
 *
 * <p>Left as they are: known words, words of one or two letters, abbreviations in capitals,
 * whatever has digits or signs in it, and names, which is what a capital letter inside a sentence
 * is taken for. An English word is only replaced if the documents have it nowhere, and have a word
 * one slip away beside the same neighbour ("product manger").
 */
public final class Spelling {
  /** From this length on two slips are corrected, below it one. */
  private static final int LONG_WORD = 6;

  /** From this length on two slips may concern consonants. */
  private static final int VERY_LONG_WORD = 8;

  private static final int MIN_LENGTH = 3;

  /** Longer words are no short forms. */
  private static final int MAX_SHORTENED = 7;

  private static final int MAX_LENGTH = 24;
  private static final int MIN_JOINED_LENGTH = 7;

  /** Longer texts are pasted, not typed. */
  private static final int MAX_WORDS = 200;

  /** What the frequency of a word outside the documents counts as. */
  private static final int EXTRA_FREQUENCY = 20;

  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}_@#&'’.])\\p{L}+(?![\\p{L}\\p{N}_@'’]|\\.\\p{L}|://)");

  /**
   * A word of the vocabulary.
   *
   * @param letters one bit for each letter in it
   * @param skeleton its consonants
   */
  private record Entry(String word, int letters, String skeleton, int frequency) {}

  /** A word of the question with the words around it, in lower case or empty. */
  private record Place(String word, String previous, String next) {}

  private final Vocabulary vocabulary;
  private final Set<String> known;
  private final Predicate<String> isEnglish;
  private final List<List<Entry>> byLength = new ArrayList<>();

  /**
   * @param vocabulary words of the documents
   * @param extraWords further words to correct to, in lower case
   * @param isEnglish whether a word in lower case is an English word or a well-known name
   */
  public Spelling(Vocabulary vocabulary, Set<String> extraWords, Predicate<String> isEnglish) {
    this.vocabulary = requireNonNull(vocabulary, "vocabulary");
    this.isEnglish = requireNonNull(isEnglish, "isEnglish");
    known = new HashSet<>(vocabulary.words());
    known.addAll(extraWords);
    known.addAll(FunctionWords.all());
    for (int length = 0; length <= MAX_LENGTH; length++) {
      byLength.add(new ArrayList<>());
    }
    for (String word : known) {
      if (word.length() >= MIN_LENGTH && word.length() <= MAX_LENGTH) {
        int frequency =
            vocabulary.words().contains(word) ? vocabulary.frequency(word) : EXTRA_FREQUENCY;
        byLength.get(word.length()).add(new Entry(word, letters(word), skeleton(word), frequency));
      }
    }
  }

  /** Corrects a question. A text of more than 200 words comes back as it is. */
  public Corrected correct(String text) {
    Matcher matcher = WORD.matcher(text);
    var spans = new ArrayList<int[]>();
    while (matcher.find()) {
      spans.add(new int[] {matcher.start(), matcher.end()});
      if (spans.size() > MAX_WORDS) {
        return new Corrected(text, List.of());
      }
    }
    boolean shouted = isMostlyCapitalised(text, spans);
    var result = new StringBuilder();
    var corrections = new ArrayList<Correction>();
    int copied = 0;
    String previous = "";
    for (int i = 0; i < spans.size(); i++) {
      int start = spans.get(i)[0];
      int end = spans.get(i)[1];
      String written = text.substring(start, end);
      String next = i + 1 < spans.size() ? lower(text, spans.get(i + 1)) : "";
      var place = new Place(written.toLowerCase(Locale.ROOT), previous, next);
      boolean name = !shouted && isName(text, start, written);
      if (!name && areOneWord(place, text, end, spans, i)) {
        int last = spans.get(i + 1)[1];
        String joined = place.word() + next;
        result.append(text, copied, start).append(joined);
        corrections.add(new Correction(text.substring(start, last), joined));
        copied = last;
        previous = joined;
        i++;
        continue;
      }
      Optional<String> meant = name ? Optional.empty() : find(place);
      if (meant.isPresent()) {
        result.append(text, copied, start).append(meant.get());
        corrections.add(new Correction(written, meant.get()));
        copied = end;
      }
      previous = meant.orElse(place.word());
    }
    return new Corrected(result.append(text, copied, text.length()).toString(), corrections);
  }

  /** Whether a word and the next are one in the documents, as in "stone mason". */
  private boolean areOneWord(Place place, String text, int end, List<int[]> spans, int i) {
    return i + 1 < spans.size()
        && place.word().length() >= MIN_LENGTH
        && place.next().length() >= MIN_LENGTH
        && !FunctionWords.contains(place.word())
        && !FunctionWords.contains(place.next())
        && text.substring(end, spans.get(i + 1)[0]).equals(" ")
        && vocabulary.words().contains(place.word() + place.next())
        && !vocabulary.isFollowed(place.word(), place.next());
  }

  private static String lower(String text, int[] span) {
    return text.substring(span[0], span[1]).toLowerCase(Locale.ROOT);
  }

  private static boolean isMostlyCapitalised(String text, List<int[]> spans) {
    int capitals = 0;
    for (int[] span : spans) {
      capitals += Character.isUpperCase(text.charAt(span[0])) ? 1 : 0;
    }
    return spans.size() >= 3 && capitals * 3 > spans.size() * 2;
  }

  /** Whether a word has a capital letter that is not there because a sentence begins. */
  private static boolean isName(String text, int start, String word) {
    if (!Character.isUpperCase(word.charAt(0))) {
      return false;
    }
    boolean allCapitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    int before = start - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    boolean sentenceBegins = before < 0 || ".!?:\n".indexOf(text.charAt(before)) >= 0;
    return allCapitals || !sentenceBegins;
  }

  private Optional<String> find(Place place) {
    if (Words.isAbbreviation(place.word())) {
      return Optional.empty();
    }
    String word = place.word();
    Optional<String> longForm = Shorthand.longForm(word, place.previous(), place.next());
    boolean inDocuments = vocabulary.words().contains(word);
    boolean isOddTitle =
        JobTitles.isHead(place.next()) && !vocabulary.isFollowed(word, place.next());
    boolean isUnknown = !known.contains(word) && (longForm.isPresent() || !isEnglish.test(word));
    if (isOddTitle || isUnknown) {
      Optional<String> shortened = findShortened(place);
      if (shortened.isPresent()) {
        return shortened;
      }
    }
    if (longForm.isPresent() && (word.length() == 1 || !inDocuments)) {
      return longForm;
    }
    if (inDocuments) {
      return Optional.empty();
    }
    if (word.length() < MIN_LENGTH || word.length() > MAX_LENGTH || known.contains(word)) {
      return Optional.empty();
    }
    if (vocabulary.frequency(word) > 0) {
      return isEnglish.test(word) ? Optional.empty() : findOtherVowel(word);
    }
    if (isEnglish.test(word)) {
      return findBesideNeighbour(place);
    }
    return findParts(word).or(() -> Optional.ofNullable(findClosest(place)));
  }

  /**
   * The word of the documents that a short one leaves letters out of, where both stand beside the
   * same neighbour: "gov lead", "asst vp", "ai mkt".
   */
  private Optional<String> findShortened(Place place) {
    String word = place.word();
    if (word.length() < 2 || word.length() > MAX_SHORTENED || FunctionWords.contains(word)) {
      return Optional.empty();
    }
    boolean isWord = known.contains(word) || isEnglish.test(word);
    String next = Shorthand.longForm(place.next(), word, "").orElse(place.next());
    Entry best = null;
    for (int length = word.length() + 1; length <= MAX_LENGTH; length++) {
      for (Entry entry : byLength.get(length)) {
        boolean better = best == null || compare(entry, best) < 0;
        if (better
            && isShortened(word, entry)
            && (!isWord || entry.word().startsWith(word))
            && vocabulary.words().contains(entry.word())
            && (!isWord || !haveSameStem(word, entry.word()))
            && (vocabulary.isFollowed(place.previous(), entry.word())
                || vocabulary.isFollowed(entry.word(), next)
                || vocabulary.isFollowed(entry.word(), next + "s"))) {
          best = entry;
        }
      }
    }
    return Optional.ofNullable(best).map(Entry::word);
  }

  /** Whether a word is the beginning of another, its consonants in order, or lacks one vowel. */
  private static boolean isShortened(String word, Entry entry) {
    String other = entry.word();
    if (word.charAt(0) != other.charAt(0)) {
      return false;
    }
    if (other.startsWith(word)) {
      return word.length() >= MIN_LENGTH && other.length() >= word.length() + 3;
    }
    if (other.length() == word.length() + 1) {
      return skeleton(word).equals(entry.skeleton());
    }
    int at = 0;
    for (int i = 0; i < other.length() && at < word.length(); i++) {
      boolean isVowel = at > 0 && "aeiou".indexOf(word.charAt(at)) >= 0;
      if (isVowel) {
        return false;
      }
      at += other.charAt(i) == word.charAt(at) ? 1 : 0;
    }
    return at == word.length() && other.charAt(other.length() - 1) == word.charAt(at - 1);
  }

  private Optional<String> findBesideNeighbour(Place place) {
    Entry best = null;
    for (Entry entry : candidates(place.word(), 1)) {
      boolean better = best == null || compare(entry, best) < 0;
      if (better
          && vocabulary.words().contains(entry.word())
          && EditDistance.between(place.word(), entry.word(), 1) == 1
          && !haveSameStem(place.word(), entry.word())
          && (vocabulary.isFollowed(place.previous(), entry.word())
              || vocabulary.isFollowed(entry.word(), place.next()))) {
        best = entry;
      }
    }
    return Optional.ofNullable(best).map(Entry::word);
  }

  /**
   * A word may have the stem of a known one and still lack a vowel or have another: "requirments",
   * "conducter" beside "conduct".
   */
  private Optional<String> findOtherVowel(String word) {
    String skeleton = skeleton(word);
    return candidates(word, 1).stream()
        .filter(entry ->
            entry.skeleton().equals(skeleton)
                && EditDistance.between(word, entry.word(), 1) == 1
                && (entry.word().length() == word.length() + 1
                    ? haveSameStem(word, entry.word())
                    : entry.word().length() == word.length()
                        && vocabulary.words().contains(entry.word())))
        .min(Spelling::compare)
        .map(Entry::word);
  }

  private static int compare(Entry a, Entry b) {
    int byFrequency = Integer.compare(b.frequency(), a.frequency());
    return byFrequency != 0 ? byFrequency : a.word().compareTo(b.word());
  }

  private static boolean haveSameStem(String a, String b) {
    List<String> stems = Stems.stems(List.of(a, b));
    return stems.getFirst().equals(stems.getLast());
  }

  /** Two words without the space between them, if they stand together in the documents. */
  private Optional<String> findParts(String word) {
    for (int i = 2; word.length() >= MIN_JOINED_LENGTH && i <= word.length() - 2; i++) {
      String first = word.substring(0, i);
      String second = word.substring(i);
      if (vocabulary.words().contains(first)
          && vocabulary.words().contains(second)
          && vocabulary.isFollowed(first, second)) {
        return Optional.of(first + " " + second);
      }
    }
    return Optional.empty();
  }

  private @Nullable String findClosest(Place place) {
    String word = place.word();
    int limit = word.length() < LONG_WORD ? 1 : 2;
    String skeleton = skeleton(word);
    Entry best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (Entry entry : candidates(word, limit)) {
      int distance = EditDistance.between(word, entry.word(), limit);
      if (distance <= limit && isPlausible(word, skeleton, entry, distance)) {
        double cost = cost(place, skeleton, entry, distance);
        if (cost < lowest || (cost == lowest && best != null && compare(entry, best) < 0)) {
          best = entry;
          lowest = cost;
        }
      }
    }
    return best == null ? null : best.word();
  }

  /** Entries that cannot be ruled out by length and letters alone. */
  private List<Entry> candidates(String word, int limit) {
    int letters = letters(word);
    var candidates = new ArrayList<Entry>();
    int longest = Math.min(MAX_LENGTH, word.length() + limit);
    for (int length = Math.max(0, word.length() - limit); length <= longest; length++) {
      for (Entry entry : byLength.get(length)) {
        if (Integer.bitCount(letters ^ entry.letters()) <= 2 * limit) {
          candidates.add(entry);
        }
      }
    }
    return candidates;
  }

  /**
   * Two slips in a short word, one in a very short one, or a consonant too many ("rung" is not
   * "run") make it another word.
   */
  private static boolean isPlausible(String word, String skeleton, Entry entry, int distance) {
    if (word.length() == MIN_LENGTH) {
      boolean swapped = letters(word) == entry.letters() && word.length() == entry.word().length();
      return swapped
          || (entry.word().length() > MIN_LENGTH && FunctionWords.contains(entry.word()));
    }
    if (distance == 1) {
      boolean longer = word.length() <= MIN_LENGTH + 1 && entry.word().length() < word.length();
      return !longer || skeleton.equals(entry.skeleton());
    }
    boolean sameStart = word.charAt(0) == entry.word().charAt(0);
    return skeleton.equals(entry.skeleton()) || (sameStart && word.length() >= VERY_LONG_WORD);
  }

  /**
   * Vowels, doubled letters and swaps are got wrong most, the first letter least; "how" is mostly
   * followed by "much", "many" or a verb.
   */
  private static double cost(Place place, String skeleton, Entry entry, int distance) {
    String word = place.word();
    String other = entry.word();
    double cost = distance;
    if (skeleton.equals(entry.skeleton())) {
      cost -= 0.5;
    }
    if (letters(word) == entry.letters() && word.length() == other.length()) {
      cost -= 0.4;
    }
    if (word.charAt(0) != other.charAt(0)) {
      cost += 0.6;
    }
    if (place.previous().equals("how") && FunctionWords.contains(other)) {
      cost -= 0.5;
    }
    return cost - 0.08 * Math.log(1 + entry.frequency());
  }

  private static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << (word.charAt(i) & 31);
    }
    return letters;
  }

  /** The first letter and every consonant after it, doubled ones once. */
  private static String skeleton(String word) {
    var skeleton = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean doubled = !skeleton.isEmpty() && skeleton.charAt(skeleton.length() - 1) == c;
      if (i == 0 || ("aeiouy".indexOf(c) < 0 && !doubled)) {
        skeleton.append(c);
      }
    }
    return skeleton.toString();
  }
}
