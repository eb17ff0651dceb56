package dev.rolewise.knowledge.retrieval;

import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Bands;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobSynonyms;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.JobCatalog;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the jobs of the documents in a text, by any part of their names that ends in a job word.
 */
final class JobNames {
  private static final int MAX_WORDS = 10;

  /** Words of more letters are said by longer forms of them: "freelance" by "freelancers". */
  private static final int MIN_START = 6;

  private static final int MAX_INITIALS = 3;

  /** Titles of more words are not told by their initials. */
  private static final int MAX_TITLE_INITIALS = 4;

  /** A name of which a text says less than this may be another than is meant. */
  private static final double MAX_VAGUE_COVERAGE = 0.62;

  /** Words that may stand inside a name without counting. */
  private static final Set<String> JOINING = Set.of("of", "in", "for", "the", "a", "an", "s");

  /**
   * @param whole whether no part of it means the job: it names several, or is none of the
   *     documents' own names
   */
  private record Name(JobName name, Job job, boolean whole) {
    double coveredBy(Set<String> words) {
      double covered = name.coveredBy(words);
      return whole && covered < 1 ? 0 : covered;
    }
  }

  /**
   * A job and where it stands in a text.
   *
   * @param start index of its first character
   * @param end index behind its last character
   */
  record Hit(Mention mention, int start, int end) {}

  /**
   * A job title that no document knows, and where it stands in a text.
   *
   * @param wording as the text writes it
   */
  record Unknown(String wording, int start, int end) {}

  private record Token(String word, int start, int end, List<String> canonical) {}

  private final Map<String, List<Name>> byWord = new HashMap<>();

  /** The same by the words that end titles only. */
  private final Map<String, List<Name>> byHead = new HashMap<>();

  /** The runs of words in names that have the same initials. */
  private final Map<String, Set<String>> initials = new HashMap<>();

  /** The words of names that stand side by side, by the letters that the first begins with. */
  private final Map<String, Set<List<String>>> pairs = new HashMap<>();

  /**
   * The titles that have the same initials, and the ends of titles of roles: "ds" for "data
   * scientist", "pm" in "localization PM".
   */
  private final Map<String, Set<String>> titles = new HashMap<>();

  /** The words of the titles of each document. */
  private final Map<String, Set<String>> wordsOfTitles = new HashMap<>();

  JobNames(JobCatalog catalog) {
    for (Job job : catalog.jobs()) {
      job.role()
          .ifPresent(document ->
              job.names()
                  .forEach(name ->
                      wordsOfTitles
                          .computeIfAbsent(document, _ -> new HashSet<>())
                          .addAll(name.words())));
    }
    Set<Set<String>> taken = new HashSet<>();
    for (Job job : catalog.jobs()) {
      boolean joint = job.role().isEmpty() && !JointTitle.parts(job.title()).isEmpty();
      for (JobName name : job.names()) {
        add(new Name(name, job, joint && name.equals(job.names().getFirst())));
        addInitials(name);
        addPairs(name);
        if (job.role().isPresent() || !job.pay().isEmpty()) {
          taken.add(Set.copyOf(name.words()));
          addInitialsOfTitle(name.words());
        }
        if (job.role().isPresent() && name.words().size() > 2) {
          addInitialsOfTitle(name.words().subList(1, name.words().size()));
        }
      }
    }
    for (Job job : catalog.jobs()) {
      boolean joint = !JointTitle.parts(job.title()).isEmpty();
      for (JobName other : JobSynonyms.of(job.names(), job.role().isPresent() && !joint)) {
        // a document may mean another job by the name
        if (!taken.contains(Set.copyOf(other.words()))) {
          add(new Name(asRead(other), job, true));
        }
      }
    }
  }

  /** What a run of words in the names of jobs is called for short, as "ds" for "data science". */
  private void addInitials(JobName name) {
    List<String> words = name.words();
    for (int from = 0; from < words.size(); from++) {
      var letters = new StringBuilder();
      for (int to = from; to < words.size() && letters.length() < MAX_INITIALS; to++) {
        if (JobTitles.isHead(words.get(to))) {
          break;
        }
        letters.append(words.get(to).charAt(0));
        if (letters.length() > 1) {
          initials
              .computeIfAbsent(letters.toString(), _ -> new HashSet<>())
              .add(String.join(" ", words.subList(from, to + 1)));
        }
      }
    }
  }

  private void addPairs(JobName name) {
    List<String> words = name.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).length() > WordForms.MIN_PART) {
        pairs
            .computeIfAbsent(words.get(i).substring(0, WordForms.MIN_PART), _ -> new HashSet<>())
            .add(words.subList(i, i + 2));
      }
    }
  }

  /** Whether a word is made of the beginnings of two that names have side by side: "infosec". */
  private boolean isClipped(String word) {
    return word.length() >= 2 * WordForms.MIN_PART
        && pairs.getOrDefault(word.substring(0, WordForms.MIN_PART), Set.of()).stream()
            .anyMatch(pair -> !WordForms.clipped(word, pair).isEmpty());
  }

  private void addInitialsOfTitle(List<String> words) {
    if (words.size() > 1
        && words.size() <= MAX_TITLE_INITIALS
        && JobTitles.isHead(words.getLast())) {
      var letters = new StringBuilder();
      words.forEach(word -> letters.append(word.charAt(0)));
      titles.computeIfAbsent(letters.toString(), _ -> new HashSet<>()).add(String.join(" ", words));
    }
  }

  /**
   * The text with the words that initials stand for: those of one title alone, as in "what does a
   * DS make", and those beside a job word, as in "head of ds".
   */
  String spelledOut(String text) {
    return withRunsSpelledOut(withTitlesSpelledOut(text));
  }

  private String withTitlesSpelledOut(String text) {
    List<Token> tokens = tokens(text);
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String written = text.substring(token.start(), token.end());
      String letters =
          written.endsWith("s") && written.length() > 2
              ? written.substring(0, written.length() - 1)
              : written;
      Set<String> meant = titles.getOrDefault(letters.toLowerCase(Locale.ROOT), Set.of());
      boolean capitals = !shouted && letters.chars().allMatch(Character::isUpperCase);
      boolean article = i > 0 && ARTICLES.contains(tokens.get(i - 1).word());
      Optional<String> behind =
          i == 0 ? Optional.<String>empty() : endOfName(tokens.get(i - 1), meant);
      if ((behind.isPresent() || (meant.size() == 1 && (capitals || article)))
          && !token.canonical().stream().allMatch(byWord::containsKey)
          && !Words.isAbbreviation(token.word())
          && !JobTitles.isStop(token.word())
          && !FunctionWords.contains(token.word())
          && Places.whole(written).isEmpty()
          && find(text).stream()
              .noneMatch(hit -> hit.start() <= token.start() && token.end() <= hit.end())) {
        return text.substring(0, token.start())
            + behind.orElseGet(() -> meant.iterator().next())
            + text.substring(token.end());
      }
    }
    return text;
  }

  /** The one of several ends of titles that is the whole name of a role behind a word. */
  private Optional<String> endOfName(Token first, Set<String> ends) {
    for (String end : ends) {
      Set<String> words = new LinkedHashSet<>(first.canonical());
      words.addAll(List.of(end.split(" ", -1)));
      boolean whole =
          covering(words).stream()
              .anyMatch(name -> name.job().role().isPresent() && name.coveredBy(words) == 1);
      if (words.size() > 2 && whole) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  private String withRunsSpelledOut(String text) {
    List<Token> tokens = tokens(text);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Set<String> meant = initials.getOrDefault(token.word(), Set.of());
      int before = i - 1;
      while (before > 0 && JOINING.contains(tokens.get(before).word())) {
        before--;
      }
      boolean besideHead =
          (before >= 0 && isHead(tokens.get(before)))
              || (i + 1 < tokens.size() && isHead(tokens.get(i + 1)));
      boolean isCode =
          i + 1 < tokens.size() && Character.isDigit(tokens.get(i + 1).word().charAt(0));
      if (meant.size() == 1
          && besideHead
          && !isCode
          && !token.canonical().stream().allMatch(byWord::containsKey)
          && !JobTitles.isStop(token.word())
          && !FunctionWords.contains(token.word())) {
        return withRunsSpelledOut(
            text.substring(0, token.start())
                + meant.iterator().next()
                + text.substring(token.end()));
      }
    }
    return text;
  }

  private static JobName asRead(JobName name) {
    return new JobName(
        name.words().stream().map(word -> isTech(word) ? TECHNICIAN : word).toList());
  }

  private void add(Name name) {
    for (String word : new LinkedHashSet<>(name.name().words())) {
      byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(name);
      if (JobTitles.isHead(word)) {
        byHead.computeIfAbsent(word, _ -> new ArrayList<>()).add(name);
      }
    }
  }

  /** The jobs a text names, in reading order. */
  List<Hit> find(String text) {
    List<Token> tokens = tokens(text);
    List<Hit> hits = new ArrayList<>();
    List<Hit> weak = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Hit hit = longest(text, tokens, i, weak);
      if (hit == null) {
        i++;
        continue;
      }
      hit = exactWithin(text, tokens, i, hit);
      if (!isCodeOfOther(text, hit)) {
        hits.add(hit);
      }
      while (i < tokens.size() && tokens.get(i).start() < hit.end()) {
        i++;
      }
    }
    return hits.isEmpty()
        ? weak.stream().filter(hit -> isAllSaid(tokens, hit)).limit(1).toList()
        : hits;
  }

  /**
   * "Entry level AI engineer" is the "AI Engineer", not part of an "Executive-level AI Engineer".
   */
  private Hit exactWithin(String text, List<Token> tokens, int first, Hit partial) {
    for (int i = first + 1;
        partial.mention().fit() < 1 && i < tokens.size() && tokens.get(i).start() < partial.end();
        i++) {
      Hit inside = longest(text, tokens, i, new ArrayList<>());
      if (inside != null
          && inside.mention().fit() >= 1
          && inside.end() >= partial.end()
          && Words.of(text.substring(partial.start(), inside.start())).stream()
              .allMatch(JobTitles::isStop)) {
        return inside;
      }
    }
    return partial;
  }

  private @org.jspecify.annotations.Nullable Hit longest(
      String text, List<Token> tokens, int first, List<Hit> weak) {
    if (isVerb(tokens, first)) {
      return null;
    }
    Hit best = null;
    Set<String> words = new LinkedHashSet<>();
    List<String> ordered = new ArrayList<>();
    for (int j = first; j < tokens.size() && j - first < MAX_WORDS; j++) {
      Token token = tokens.get(j);
      if (j > first && isSeparated(text, tokens.get(j - 1), token, words)) {
        break;
      }
      if (JOINING.contains(token.word())) {
        if (j == first) {
          break;
        }
        continue;
      }
      if (token.word().equals("and")) {
        if (j == first || j + 1 >= tokens.size() || !continues(words, tokens.get(j + 1))) {
          break;
        }
        continue;
      }
      if (token.canonical().isEmpty()) {
        break;
      }
      boolean repeated = token.canonical().stream().anyMatch(words::contains);
      if (repeated && !ordered.isEmpty()) {
        break;
      }
      words.addAll(token.canonical());
      ordered.addAll(token.canonical());
      List<Name> covering = covering(words);
      boolean clear =
          covering.stream().anyMatch(name -> name.coveredBy(words) > MAX_VAGUE_COVERAGE);
      List<String> otherForm =
          clear || !isHead(token) ? List.of() : otherForm(tokens.subList(first, j + 1));
      boolean wholeInOtherForm =
          covering(new LinkedHashSet<>(otherForm)).stream()
              .anyMatch(name -> name.coveredBy(new HashSet<>(otherForm)) == 1);
      boolean other = covering.isEmpty() && isHead(token) && !begins(words);
      if (other || wholeInOtherForm) {
        words.clear();
        words.addAll(otherForm);
        ordered.clear();
        ordered.addAll(otherForm);
        covering = covering(words);
      }
      if (covering.isEmpty() && !isShort(tokens, first, j) && !begins(words)) {
        break;
      }
      if (covering.isEmpty() || isOnlyOfPay(words) || Bands.areOrdinals(words)) {
        continue;
      }
      boolean head = words.stream().anyMatch(JobTitles::isHead);
      String wording = text.substring(tokens.get(first).start(), token.end());
      Mention mention = narrowed(mention(wording, words, ordered, covering), tokens, words);
      var hit = new Hit(mention, tokens.get(first).start(), token.end());
      if ((head && isTitle(words, mention))
          || (mention.fit() == 1
              && (isDistinct(words, mention) || isWrittenAsTitle(text, tokens, first, j)))) {
        best = hit;
      } else if (isTelling(mention, words)) {
        weak.add(hit);
      }
    }
    return best;
  }

  /** "Which cities lead", "to head a team": a job word that says what somebody does. */
  private static boolean isVerb(List<Token> tokens, int index) {
    String word = tokens.get(index).word();
    if (index == 0 || !VERBS.contains(word)) {
      return false;
    }
    String before = tokens.get(index - 1).word();
    String next = index + 1 < tokens.size() ? tokens.get(index + 1).word() : "";
    if (BEHIND_VERB.contains(next) || word.endsWith("s") || next.equals("of")) {
      return BEHIND_VERB.contains(next);
    }
    return BEFORE_VERB.contains(before)
        || (before.length() > MIN_PLURAL && before.endsWith("s") && !before.endsWith("ss"));
  }

  private static final Set<String> VERBS =
      Set.of("lead", "leads", "head", "heads", "coach", "coaches", "guide", "guides");

  private static final Set<String> BEHIND_VERB =
      Set.of("the", "a", "an", "this", "these", "their", "his", "her", "its", "my", "our", "your");

  private static final Set<String> BEFORE_VERB =
      Set.of(
          "to", "will", "would", "can", "could", "should", "may", "might", "must", "that", "who",
          "i", "you", "we", "they");

  private static final int MIN_PLURAL = 3;

  private static boolean isHead(Token token) {
    return token.canonical().stream().anyMatch(JobTitles::isHead);
  }

  /**
   * Whether a text may begin with a short form of words of a name: "PT aide", "infosec analyst".
   */
  private boolean isShort(List<Token> tokens, int first, int last) {
    String word = tokens.get(first).word();
    return first == last
        && ((word.length() > 1 && word.length() <= MAX_INITIALS && !JobTitles.isStop(word))
            || isClipped(word));
  }

  /** The words of the shortest name that the words are other forms of: "vet tech", "PT aide". */
  private List<String> otherForm(List<Token> tokens) {
    List<String> asked = new ArrayList<>();
    for (Token token : tokens) {
      if (!JOINING.contains(token.word())) {
        asked.addAll(token.canonical());
      }
    }
    List<String> best = List.of();
    int fewest = Integer.MAX_VALUE;
    String head = asked.getLast();
    for (Map.Entry<String, List<Name>> known : byHead.entrySet()) {
      if (asked.size() < 2 || !WordForms.areRelated(head, known.getKey())) {
        continue;
      }
      for (Name name : known.getValue()) {
        List<String> own = name.name().words();
        List<String> said = name.whole() ? List.of() : WordForms.said(asked, own);
        if (!said.isEmpty() && own.size() < fewest) {
          fewest = own.size();
          best = said;
        }
      }
    }
    return best;
  }

  /** "Rate", "pay band": what every page on pay is titled with names none of them. */
  private static boolean isOnlyOfPay(Set<String> words) {
    return words.stream().allMatch(word -> PAY_NOUNS.contains(word) || PayTerms.isPay(word));
  }

  private static final Set<String> PAY_NOUNS =
      Set.of("rate", "band", "scale", "grade", "point", "level", "figure", "average", "minimum");

  /** A job word alone counts only if it cannot be an ordinary word. */
  private static boolean isTitle(Set<String> words, Mention mention) {
    if (words.size() > 1 || mention.fit() == 1) {
      return true;
    }
    return JobTitles.isStrongHead(words.iterator().next());
  }

  private static boolean isDistinct(Set<String> words, Mention mention) {
    boolean code = mention.wording().chars().anyMatch(Character::isDigit);
    return words.size() > 1 || code || mention.wording().length() > 3;
  }

  /** "DE" in capitals, "a de": a short name is one if it is written as one. */
  private static boolean isWrittenAsTitle(String text, List<Token> tokens, int first, int last) {
    Token token = tokens.get(first);
    if (first != last || token.word().length() < 2) {
      return false;
    }
    String written = text.substring(token.start(), token.end());
    boolean capitals = written.chars().allMatch(Character::isUpperCase);
    boolean article =
        first > 0 && ARTICLES.contains(tokens.get(first - 1).word().toLowerCase(Locale.ROOT));
    return capitals || article;
  }

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** Part of a name without its job word tells the role if only one document has it. */
  private static boolean isTelling(Mention mention, Set<String> words) {
    Set<String> documents = new HashSet<>();
    mention.jobs().forEach(job -> documents.addAll(job.documents()));
    return documents.size() == 1
        && mention.jobs().size() == 1
        && (mention.jobs().getFirst().role().isPresent()
            || !mention.jobs().getFirst().pay().isEmpty())
        && words.stream()
            .anyMatch(word ->
                word.length() > 3
                    && !JobTitles.isStop(word)
                    && Arrays.stream(Topic.values()).noneMatch(topic -> topic.isAskedIn(word))
                    && !JobTitles.isHead(word)
                    && Places.whole(word).isEmpty()
                    && Bands.in(word).isEmpty());
  }

  /** "L4 programmer": the code of a step of a ladder in front of another job is none of its own. */
  private static boolean isCodeOfOther(String text, Hit hit) {
    return Bands.codes(hit.mention().wording()).contains(hit.mention().wording())
        && JobTitles.in(text).stream()
            .anyMatch(found -> found.start() <= hit.end() + 1 && found.end() > hit.end());
  }

  /**
   * Whether part of a name may be meant: of a job inside a document only where nothing else is
   * said, as in "how about Emirates?".
   */
  private static boolean isAllSaid(List<Token> tokens, Hit hit) {
    return hit.mention().jobs().getFirst().role().isPresent()
        || tokens.stream()
            .filter(token -> token.start() < hit.start() || token.end() > hit.end())
            .allMatch(
                token -> JobTitles.isStop(token.word()) || FunctionWords.contains(token.word()));
  }

  private boolean continues(Set<String> words, Token next) {
    if (next.canonical().stream().anyMatch(JobTitles::isHead) || words.isEmpty()) {
      return false;
    }
    Set<String> longer = new LinkedHashSet<>(words);
    longer.addAll(next.canonical());
    return !covering(longer).isEmpty();
  }

  private static boolean isSeparated(String text, Token before, Token token, Set<String> words) {
    String between = text.substring(before.end(), token.start());
    if (between.contains("/") || between.contains("&") || between.contains(",")) {
      // "AI/ML" and "Vice President, AI" are one name, "AVP, VP" are two
      boolean bothHeads =
          words.stream().anyMatch(JobTitles::isHead)
              && token.canonical().stream().anyMatch(JobTitles::isHead);
      return bothHeads || between.strip().length() > 1;
    }
    return !between.isBlank() && !between.equals("-") && !between.equals("'");
  }

  /** Whether words more would make them a name that counts only as a whole. */
  private boolean begins(Set<String> words) {
    return words.stream()
        .limit(1)
        .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
        .anyMatch(name -> name.whole() && name.name().words().containsAll(words));
  }

  private List<Name> covering(Set<String> words) {
    List<Name> shortest = null;
    for (String word : words) {
      List<Name> names = byWord.get(word);
      if (names == null) {
        return List.of();
      }
      if (shortest == null || names.size() < shortest.size()) {
        shortest = names;
      }
    }
    return shortest == null
        ? List.of()
        : shortest.stream().filter(name -> name.coveredBy(words) > 0).toList();
  }

  private Mention mention(
      String wording, Set<String> words, List<String> ordered, List<Name> covering) {
    double bestFit = 0;
    Map<Job, Double> fits = new java.util.LinkedHashMap<>();
    for (Name name : covering) {
      double fit = name.coveredBy(words);
      if (name.name().words().stream().anyMatch(w -> RANKS.contains(w) && !words.contains(w))) {
        fit /= 2;
      }
      if (fit == 1 && name.name().words().equals(ordered)) {
        fit = 1.1;
      }
      fits.merge(name.job(), fit, Math::max);
      bestFit = Math.max(bestFit, fit);
    }
    double limit = bestFit;
    List<Job> jobs;
    boolean onlyNamed =
        bestFit >= 1
            && fits.entrySet().stream()
                .filter(e -> e.getValue() >= limit)
                .allMatch(e -> e.getKey().pay().isEmpty() && e.getKey().role().isEmpty());
    List<Job> partly =
        fits.entrySet().stream()
            .filter(e -> e.getValue() >= 0.5 && e.getKey().role().isPresent())
            .map(Map.Entry::getKey)
            .toList();
    List<Job> paidThere = onlyNamed && partly.isEmpty() ? paidBeside(fits) : List.of();
    List<Job> shorter =
        onlyNamed && partly.isEmpty() ? rolesNamedIn(ordered, fits.keySet()) : List.of();
    if (shorter.size() == 1) {
      jobs = shorter;
    } else if (paidThere.size() == 1) {
      jobs = paidThere;
    } else if (onlyNamed && partly.size() == 1) {
      // a title that is only named inside a document is another name of the role it is about
      jobs = partly;
      bestFit = fits.getOrDefault(partly.getFirst(), 0.5);
    } else if (bestFit >= 1) {
      jobs =
          fits.entrySet().stream()
              .filter(e -> e.getValue() >= limit)
              .map(Map.Entry::getKey)
              .toList();
      List<Job> own = jobs.stream().filter(job -> job.role().isPresent()).toList();
      jobs = !own.isEmpty() ? own : words.size() == 1 ? withRolesOf(ordered, jobs) : jobs;
    } else {
      double bestRole =
          bestRoleFit(fits, fits.keySet().stream().filter(job -> job.role().isPresent()).toList());
      List<Job> roles =
          fits.entrySet().stream()
              .filter(e -> e.getKey().role().isPresent() && e.getValue() >= 0.8 * bestRole)
              .map(Map.Entry::getKey)
              .toList();
      List<Job> paid = fits.keySet().stream().filter(job -> !job.pay().isEmpty()).toList();
      if (roles.size() == 1 && words.size() > 1) {
        jobs = roles;
      } else if (roles.size() == 1
          && (bestRoleFit(fits, roles) >= 0.5 || paid.stream().allMatch(roles::contains))) {
        jobs = roles;
      } else if (!roles.isEmpty() || paid.isEmpty()) {
        jobs = new ArrayList<>(roles.isEmpty() ? fits.keySet() : union(roles, paid));
      } else {
        jobs = paid;
      }
    }
    return new Mention(wording, jobs, Math.min(1, bestFit));
  }

  /**
   * "Officer" where one document has a row on officers and others are about officers of some kind:
   * it may be any of them.
   */
  private List<Job> withRolesOf(List<String> head, List<Job> named) {
    Set<Job> roles = new LinkedHashSet<>();
    for (Name name : byHead.getOrDefault(head.getLast(), List.of())) {
      boolean elsewhere =
          name.job().role().isPresent()
              && named.stream()
                  .noneMatch(job -> job.documents().containsAll(name.job().documents()));
      if (elsewhere && !name.whole() && endsWith(name.name().words(), head)) {
        roles.add(name.job());
      }
    }
    return roles.isEmpty() ? named : List.copyOf(union(List.copyOf(roles), named));
  }

  /** "Mail carriers" in the document that tells the pay of "Postal service mail carriers". */
  private static List<Job> paidBeside(Map<Job, Double> fits) {
    Set<String> documents = new HashSet<>();
    fits.forEach((job, fit) -> documents.addAll(fit >= 1 ? job.documents() : List.of()));
    return fits.keySet().stream()
        .filter(job -> !job.pay().isEmpty())
        .filter(job -> job.documents().stream().anyMatch(documents::contains))
        .filter(
            job -> job.names().stream().flatMap(n -> n.words().stream()).noneMatch(RANKS::contains))
        .toList();
  }

  /**
   * "Staff court interpreter" inside the document on the "Court interpreter" is that role, and so
   * are the "Qualified officers" inside the one on the "Trading standards officer".
   */
  private List<Job> rolesNamedIn(List<String> ordered, Set<Job> named) {
    Set<String> words = new LinkedHashSet<>(ordered);
    Set<Job> roles = new LinkedHashSet<>();
    boolean changesRank =
        words.stream().anyMatch(word -> RANKS.contains(word) && !word.equals("staff"));
    for (String word : changesRank ? Set.<String>of() : words) {
      for (Name name : byWord.getOrDefault(word, List.of())) {
        boolean sameDocument =
            named.stream()
                .anyMatch(job -> name.job().role().filter(job.documents()::contains).isPresent());
        List<String> own = name.name().words();
        if (sameDocument
            && ((own.size() > 1 && ordered.size() > own.size() && endsWith(ordered, own))
                || isQualified(ordered, own))) {
          roles.add(name.job());
        }
      }
    }
    return List.copyOf(roles);
  }

  /** Whether words are the end of a name behind nothing but what any worker may be called. */
  private static boolean isQualified(List<String> words, List<String> name) {
    List<String> rest = words.stream().dropWhile(COMMON::contains).toList();
    return !rest.isEmpty() && rest.size() < words.size() && endsWith(name, rest);
  }

  private static boolean endsWith(List<String> words, List<String> end) {
    return words.size() >= end.size()
        && words.subList(words.size() - end.size(), words.size()).equals(end);
  }

  /** Words that make a job another one: who asks for a vice president means no assistant. */
  private static final Set<String> RANKS =
      Set.of(
          "assistant",
          "associate",
          "deputy",
          "senior",
          "junior",
          "executive",
          "principal",
          "lead",
          "staff",
          "trainee",
          "apprentice",
          "chief");

  /** Whether the word in front of a title makes it that of another job. */
  static boolean isRank(String word) {
    return RANKS.contains(word) || word.equals("distinguished") || word.equals("fellow");
  }

  private static double bestRoleFit(Map<Job, Double> fits, List<Job> roles) {
    return roles.stream().mapToDouble(role -> fits.getOrDefault(role, 0.0)).max().orElse(0);
  }

  /** Of several jobs, the one whose name the rest of the text has more words of. */
  private static Mention narrowed(Mention mention, List<Token> tokens, Set<String> words) {
    if (!mention.isAmbiguous()) {
      return mention;
    }
    Set<String> all = new HashSet<>();
    tokens.forEach(token -> all.addAll(token.canonical()));
    all.removeAll(words);
    List<Job> best = new ArrayList<>();
    long most = 0;
    for (Job job : mention.jobs()) {
      long shared =
          job.names().stream()
              .mapToLong(name -> name.words().stream().filter(all::contains).distinct().count())
              .max()
              .orElse(0);
      if (shared > most) {
        best.clear();
        most = shared;
      }
      if (shared == most) {
        best.add(job);
      }
    }
    return most > 0 && best.size() == 1
        ? new Mention(mention.wording(), best, mention.fit())
        : mention;
  }

  private static Set<Job> union(List<Job> a, List<Job> b) {
    Set<Job> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }

  /**
   * The jobs of a text, where words in front of a job make it a title inside its document:
   * "midweight graphic designer" is the "Midweight designer" of the document on graphic designers.
   */
  List<Hit> refined(String text, List<Hit> hits) {
    List<Hit> refined = new ArrayList<>();
    for (Hit hit : hits) {
      Hit best = hit;
      for (JobTitles.Found found : JobTitles.in(text)) {
        if (hit.start() >= found.end() || found.start() >= hit.end()) {
          continue;
        }
        Set<String> words = new LinkedHashSet<>(Words.canonical(found.title()));
        Set<String> extra = new LinkedHashSet<>(words);
        extra.removeAll(Words.canonical(text.substring(hit.start(), hit.end())));
        if (!extra.isEmpty()) {
          Job inside = inside(hit.mention().jobs(), words, extra);
          if (inside != null) {
            int start = Math.min(hit.start(), found.start());
            int end = Math.max(hit.end(), found.end());
            best = new Hit(new Mention(text.substring(start, end), List.of(inside), 1), start, end);
          }
        }
      }
      refined.add(best);
    }
    return refined;
  }

  /**
   * "Approved electrician" where that is what a document calls rows of its electricians: the role
   * of that document, if the title has no pay of its own.
   */
  List<Hit> ofRows(List<Hit> hits) {
    return hits.stream()
        .map(hit -> {
          Job job = hit.mention().jobs().getFirst();
          boolean bare =
              hit.mention().jobs().size() == 1 && job.role().isEmpty() && job.pay().isEmpty();
          return bare
              ? roleOfRow(job)
                  .map(role ->
                      new Hit(
                          new Mention(hit.mention().wording(), List.of(role), hit.mention().fit()),
                          hit.start(),
                          hit.end()))
                  .orElse(hit)
              : hit;
        })
        .toList();
  }

  private Optional<Job> roleOfRow(Job titled) {
    return byHead.getOrDefault(titled.names().getFirst().words().getLast(), List.of()).stream()
        .map(Name::job)
        .filter(job -> job.role().filter(titled.documents()::contains).isPresent())
        .filter(job ->
            job.pay().stream()
                .map(Fact.Pay::statement)
                .filter(statement -> !statement.cells().isEmpty())
                .map(statement -> JobName.of(statement.cells().getFirst().text()))
                .anyMatch(row -> row.covers(titled.names().getFirst())))
        .findFirst();
  }

  private @org.jspecify.annotations.Nullable Job inside(
      List<Job> jobs, Set<String> words, Set<String> extra) {
    for (String word : extra) {
      for (Name name : byWord.getOrDefault(word, List.of())) {
        boolean sameDocument =
            jobs.stream()
                .flatMap(job -> job.documents().stream())
                .anyMatch(name.job().documents()::contains);
        if (sameDocument
            && words.containsAll(name.name().words())
            && name.name().words().containsAll(extra)
            && !name.job().pay().isEmpty()) {
          return name.job();
        }
      }
    }
    return null;
  }

  /** The job titles of a text that none of the jobs found accounts for. */
  List<Unknown> unknown(String text, List<Hit> hits) {
    List<Unknown> unknown = new ArrayList<>();
    for (JobTitles.Found found : JobTitles.in(text)) {
      Set<String> words = new LinkedHashSet<>(Words.canonical(found.title()));
      boolean touched = false;
      for (Hit hit : hits) {
        if (hit.start() < found.end() && found.start() < hit.end()) {
          touched = true;
          words.removeAll(Words.canonical(text.substring(hit.start(), hit.end())));
        }
      }
      String front = text.substring(found.start(), found.end());
      for (Hit hit : hits) {
        if (found.start() < hit.start() && hit.start() < found.end()) {
          front = text.substring(found.start(), hit.start());
        }
      }
      words.removeAll(wordsOfTopics(front));
      Places.in(found.title())
          .forEach(place -> words.removeAll(Words.canonical(place.place().name())));
      words.removeIf(word ->
          JobTitles.isStop(word)
              || Bands.whole(word, false).isPresent()
              || COMMON.contains(word)
              || isAskedAbout(word)
              || Places.whole(word).isPresent());
      if (hits.stream().anyMatch(hit -> isTold(hit, found, words))
          || hits.stream().anyMatch(hit -> isOfTitle(hit, found, words))) {
        words.clear();
        touched = true;
      }
      if (!words.isEmpty() || (!touched && !isVague(found.title()))) {
        unknown.add(new Unknown(found.title(), found.start(), found.end()));
      }
    }
    return unknown;
  }

  /**
   * "LNER drivers" where a document on train drivers tells what LNER pays: the job, found at the
   * word that ends the title, if the rows of one job alone have the words in front.
   */
  Optional<Hit> told(Unknown unknown) {
    List<Token> tokens = tokens(unknown.wording());
    if (tokens.size() < 2 || !isHead(tokens.getLast())) {
      return Optional.empty();
    }
    Token last = tokens.getLast();
    int start = unknown.start() + last.start();
    String head = unknown.wording().substring(last.start(), last.end());
    List<Hit> hits = new ArrayList<>();
    for (Name name : byHead.getOrDefault(last.canonical().getLast(), List.of())) {
      var hit =
          new Hit(new Mention(head, List.of(name.job()), 1), start, unknown.start() + last.end());
      boolean ofRole = name.job().role().isPresent() && !name.whole();
      if (ofRole
          && hits.stream().noneMatch(known -> known.mention().jobs().contains(name.job()))
          && tokens.subList(0, tokens.size() - 1).stream()
              .flatMap(token -> token.canonical().stream())
              .allMatch(word -> isToldBy(hit, word))) {
        hits.add(hit);
      }
    }
    return hits.size() == 1 ? Optional.of(hits.getFirst()) : learning(unknown, tokens);
  }

  /**
   * "Elevator apprentice": who learns the only job that has the word in front of it in its name.
   */
  private Optional<Hit> learning(Unknown unknown, List<Token> tokens) {
    if (!LEARNERS.contains(tokens.getLast().canonical().getLast())) {
      return Optional.empty();
    }
    Set<String> field = new LinkedHashSet<>();
    tokens.subList(0, tokens.size() - 1).forEach(token -> field.addAll(token.canonical()));
    Set<String> said = covering(field).isEmpty() ? fieldOf(field) : field;
    List<Job> roles =
        covering(said).stream()
            .filter(name -> !name.whole())
            .map(Name::job)
            .filter(job -> job.role().isPresent())
            .distinct()
            .toList();
    int end = tokens.get(tokens.size() - 2).end();
    return roles.size() == 1
        ? Optional.of(
            new Hit(
                new Mention(unknown.wording().substring(0, end), roles, 1),
                unknown.start(),
                unknown.start() + end))
        : Optional.empty();
  }

  /** The words of a field with the last as the job word of it: "plumbing" as "plumber". */
  private Set<String> fieldOf(Set<String> field) {
    List<String> words = new ArrayList<>(field);
    String last = words.removeLast();
    byHead.keySet().stream()
        .filter(head -> WordForms.areRelated(last, head))
        .findFirst()
        .ifPresent(words::add);
    return words.size() == field.size() ? new LinkedHashSet<>(words) : Set.of();
  }

  private static final Set<String> LEARNERS =
      Set.of("apprentice", "trainee", "intern", "student", "recruit", "cadet");

  /**
   * The role whose work a text tells of in a verb: "driving a bus", "quality engineering"; empty if
   * none or several are told so.
   */
  Optional<Hit> doing(String text) {
    List<Token> tokens = tokens(text);
    Map<Job, Hit> hits = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token verb = tokens.get(i);
      for (Map.Entry<String, List<Name>> known : byHead.entrySet()) {
        if (isHead(verb) || !isDone(verb.word(), known.getKey())) {
          continue;
        }
        for (Name name : known.getValue()) {
          List<String> words = name.name().words();
          int head = words.indexOf(known.getKey());
          if (name.whole() || head < 1 || head + 1 < words.size() || name.job().role().isEmpty()) {
            continue;
          }
          int other = nearest(tokens, i, words.get(head - 1));
          if (other >= 0) {
            int start = tokens.get(Math.min(i, other)).start();
            int end = tokens.get(Math.max(i, other)).end();
            hits.putIfAbsent(
                name.job(),
                new Hit(
                    new Mention(text.substring(start, end), List.of(name.job()), 1), start, end));
          }
        }
      }
    }
    return hits.size() == 1 ? hits.values().stream().findFirst() : Optional.empty();
  }

  /** Whether a verb is what somebody does: "drive", "drives" and "driving" of a driver. */
  private static boolean isDone(String verb, String agent) {
    String plain = verb.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb;
    boolean ofVerb = agent.endsWith("er") || agent.endsWith("or");
    return (ofVerb && WordForms.areRelated(plain, agent) && !plain.equals(agent))
        || verb.equals(agent + "ing");
  }

  /** Where the word stands right in front of a verb or behind it but for little words, or -1. */
  private static int nearest(List<Token> tokens, int verb, String word) {
    if (verb > 0 && tokens.get(verb - 1).canonical().contains(word)) {
      return verb - 1;
    }
    for (int i = verb + 1; i < tokens.size(); i++) {
      if (tokens.get(i).canonical().contains(word)) {
        return i;
      }
      if (!JobTitles.isStop(tokens.get(i).word())) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Whether the title only says which row about the job is meant: "loan officers at car dealers".
   */
  private static boolean isTold(Hit hit, JobTitles.Found found, Set<String> words) {
    boolean touches = hit.start() < found.end() && found.start() < hit.end();
    return touches
        ? words.stream().allMatch(word -> isToldBy(hit, word))
        : words.stream().anyMatch(word -> JobTitles.isHead(word) && isToldBy(hit, word));
  }

  /** "Union plumber" where a document titled "Unionized trades" tells of plumbers. */
  private boolean isOfTitle(Hit hit, JobTitles.Found found, Set<String> words) {
    boolean touches = hit.start() < found.end() && found.start() < hit.end();
    if (!touches || hit.mention().fit() < 1) {
      return false;
    }
    Set<String> titles = new HashSet<>();
    for (Job job : hit.mention().jobs()) {
      job.documents()
          .forEach(document -> titles.addAll(wordsOfTitles.getOrDefault(document, Set.of())));
    }
    return words.stream()
        .allMatch(word ->
            titles.stream()
                .anyMatch(own ->
                    own.equals(word)
                        || (word.length() >= MIN_TITLE_START && own.startsWith(word))));
  }

  private static final int MIN_TITLE_START = 5;

  /** Whether a row about what the job pays has the word: "red seal welder", "staff interpreter". */
  private static boolean isToldBy(Hit hit, String word) {
    for (Job job : hit.mention().jobs()) {
      for (Fact.Pay pay : job.pay()) {
        boolean told =
            Words.canonical(
                    pay.subject().detail()
                        + " "
                        + pay.subject().band().map(Band::name).orElse("")
                        + " "
                        + pay.statement().text())
                .stream()
                .anyMatch(
                    own -> own.equals(word) || (word.length() > MIN_START && own.startsWith(word)));
        if (told) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Salary negotiation tips director": words that ask for something are no part of a title. */
  private static boolean isAskedAbout(String word) {
    if (JobTitles.isHead(word)) {
      return false;
    }
    for (Topic topic : Topic.values()) {
      if (topic != Topic.OVERVIEW && topic.isAskedIn(word)) {
        return true;
      }
    }
    return PayTerms.isPay(word)
        || PayTerms.statistic(word).isPresent()
        || word.startsWith("percentile");
  }

  /** "Soft skills head of AI": words in front of a title that ask for a topic together. */
  private static Set<String> wordsOfTopics(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (Topic topic : Topic.values()) {
      if (topic != Topic.OVERVIEW && topic.isAskedIn(text)) {
        Set<String> asked = new LinkedHashSet<>(Words.canonical(text));
        Words.canonical(topic.without(text)).forEach(asked::remove);
        words.addAll(asked);
      }
    }
    words.removeIf(JobTitles::isHead);
    return words;
  }

  private static boolean isVague(String title) {
    return Words.of(title).stream().allMatch(COMMON::contains);
  }

  /** Words in front of a job title that do not make it another job. */
  private static final Set<String> COMMON =
      Set.of(
          "average",
          "yearly",
          "newly",
          "started",
          "bottom",
          "decile",
          "tenth",
          "ten",
          "percent",
          "percentile",
          "lower",
          "upper",
          "quartile",
          "five",
          "typical",
          "future",
          "successful",
          "aspiring",
          "full",
          "time",
          "professional",
          "regular",
          "normal",
          "qualified",
          "certified",
          "skilled",
          "talented",
          "competent",
          "decent",
          "strong",
          "ideal",
          "potential",
          "current",
          "female",
          "male",
          "young",
          "old",
          "local",
          "many",
          "few",
          "us",
          "american",
          "worker",
          "candidate",
          "specific",
          "certain",
          "particular",
          "ordinary",
          "u",
          "capable",
          "busy",
          "happy",
          "mutch",
          "much",
          "want",
          "wants",
          "wanna",
          "gonna",
          "thinking",
          "considering",
          "hiring",
          "paying",
          "paid",
          "asking",
          "mean",
          "means",
          "actual");

  private static final String TECHNICIAN = "technician";

  private static boolean isTech(String word) {
    return word.equals("tech") || word.equals("techs");
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String word = text.substring(start, i).toLowerCase(Locale.ROOT);
        List<String> canonical = isTech(word) ? List.of(TECHNICIAN) : Words.canonical(word);
        tokens.add(new Token(word, start, i, canonical));
        start = -1;
      }
    }
    return tokens;
  }
}
