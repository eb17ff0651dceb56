package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds job titles in a text by the words that end them, such as "engineer" and "nurse". */
public final class JobTitles {
  private static final Set<String> HEADS = new HashSet<>(Vocabulary.lines("job-words.txt"));

  /** Job words that are ordinary words too and need a modifier or a capital letter. */
  private static final Set<String> WEAK_HEADS =
      Set.of(
          "lead",
          "head",
          "assistant",
          "associate",
          "guide",
          "guard",
          "coach",
          "model",
          "expert",
          "chief",
          "agent",
          "critic",
          "officer",
          "partner",
          "owner",
          "minister",
          "judge",
          "miner",
          "mover",
          "porter",
          "potter",
          "miller",
          "smith",
          "fellow",
          "hand",
          "seller",
          "buyer",
          "tester",
          "reader",
          "writer",
          "trader",
          "controller",
          "processor",
          "grip",
          "spy",
          "worker",
          "principal",
          "handler",
          "performer",
          "collector",
          "fighter",
          "captain",
          "deputy",
          "consul",
          "counsel",
          "resident",
          "trainer",
          "founder",
          "tiler",
          "taper",
          "vet",
          "printer",
          "conductor",
          "editor",
          "host",
          "grader",
          "planner",
          "cop",
          "maid",
          "dean",
          "carer",
          "intern",
          "trainee",
          "apprentice",
          "actor",
          "author",
          "runner",
          "builder",
          "assessor",
          "operator",
          "operative",
          "dealer",
          "executive",
          "specialist",
          "representative",
          "producer",
          "developer",
          "streamer",
          "constable",
          "corporal",
          "general",
          "sailor",
          "soldier",
          "usher",
          "driver",
          "tuner",
          "carrier",
          "sorter",
          "finisher",
          "setter",
          "cutter",
          "keeper",
          "climber",
          "grower",
          "packer",
          "picker",
          "loader",
          "stocker",
          "maker");

  /** Words that never belong to a job title although they stand beside one. */
  private static final Set<String> STOP =
      Set.of(
          "a",
          "t",
          "don",
          "doesn",
          "isn",
          "aren",
          "license",
          "licenses",
          "licence",
          "drive",
          "drives",
          "driving",
          "affects",
          "influences",
          "determines",
          "shell",
          "building",
          "build",
          "potentially",
          "possibly",
          "eventually",
          "later",
          "among",
          "an",
          "the",
          "and",
          "or",
          "of",
          "in",
          "for",
          "to",
          "at",
          "as",
          "by",
          "from",
          "on",
          "with",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "am",
          "do",
          "does",
          "did",
          "how",
          "what",
          "which",
          "who",
          "when",
          "where",
          "why",
          "much",
          "many",
          "more",
          "most",
          "less",
          "than",
          "unlike",
          "that",
          "this",
          "these",
          "those",
          "there",
          "their",
          "they",
          "them",
          "he",
          "she",
          "his",
          "her",
          "you",
          "your",
          "i",
          "my",
          "me",
          "we",
          "our",
          "us",
          "it",
          "its",
          "not",
          "no",
          "if",
          "can",
          "could",
          "would",
          "should",
          "will",
          "may",
          "might",
          "must",
          "have",
          "has",
          "had",
          "make",
          "makes",
          "making",
          "made",
          "earn",
          "earns",
          "earned",
          "get",
          "gets",
          "paid",
          "pay",
          "pays",
          "salary",
          "salaries",
          "wage",
          "wages",
          "compensation",
          "income",
          "bonus",
          "want",
          "need",
          "needs",
          "become",
          "becoming",
          "work",
          "works",
          "working",
          "job",
          "jobs",
          "role",
          "roles",
          "position",
          "positions",
          "career",
          "careers",
          "average",
          "median",
          "mean",
          "typical",
          "typically",
          "total",
          "base",
          "about",
          "between",
          "versus",
          "vs",
          "compare",
          "compared",
          "comparison",
          "other",
          "another",
          "same",
          "any",
          "all",
          "some",
          "each",
          "every",
          "annual",
          "hourly",
          "year",
          "years",
          "experienced",
          "good",
          "great",
          "best",
          "top",
          "first",
          "next",
          "new",
          "very",
          "so",
          "just",
          "only",
          "also",
          "both",
          "like",
          "hi",
          "hello",
          "hey",
          "please",
          "thanks",
          "tell",
          "give",
          "show",
          "know",
          "think",
          "being",
          "then",
          "after",
          "before",
          "while",
          "because",
          "but",
          "into",
          "through",
          "per",
          "someone",
          "anyone",
          "person",
          "people",
          "whether",
          "let",
          "say",
          "says",
          "said",
          "diverse",
          "non",
          "including",
          "such",
          "across",
          "related",
          "similar",
          "guide",
          "real",
          "becomes",
          "became",
          "called",
          "means",
          "starting",
          "start",
          "go",
          "going",
          "goes",
          "hire",
          "hires",
          "hiring",
          "hired",
          "require",
          "requires",
          "required",
          "lot",
          "lots",
          "off",
          "up",
          "out",
          "over",
          "under",
          "around",
          "currently",
          "now",
          "today",
          "monthly",
          "weekly",
          "even",
          "still",
          "really",
          "actually",
          "ok",
          "okay",
          "well",
          "yes",
          "hows",
          "whats",
          "im",
          "ive",
          "id",
          "difference",
          "differences",
          "differ",
          "different",
          "higher",
          "lower",
          "highest",
          "lowest",
          "better",
          "worse",
          "entry",
          "level",
          "mid",
          "trained",
          "range",
          "ranges");

  private static final int MAX_MODIFIERS = 5;
  private static final int MAX_OF_WORDS = 5;

  private JobTitles() {}

  /**
   * A job title and where it stands in a text.
   *
   * @param title as it stands in the text
   * @param start index of its first character
   * @param end index behind its last character
   */
  public record Found(String title, int start, int end) {}

  /** The words that end job titles, in singular and lower case. */
  public static Set<String> heads() {
    return Set.copyOf(HEADS);
  }

  /** Whether a word, in singular or plural, ends job titles. */
  public static boolean isHead(String word) {
    return HEADS.contains(word)
        || HEADS.contains(Words.singular(word))
        || (word.length() >= MIN_COMPOUND && COMPOUND.matcher(word).find());
  }

  /** "Neurosurgeon", "dermatologists", "steersmen": one word of a field and a job. */
  private static final Pattern COMPOUND =
      Pattern.compile("(?:surgeon|ologist)s?$|(?:s|er)men$|erman$");

  private static final int MIN_COMPOUND = 9;

  /** Whether a word is a job title by itself without a modifier beside it. */
  public static boolean isStrongHead(String word) {
    return isHead(word) && !WEAK_HEADS.contains(Words.singular(word));
  }

  /** Whether a subject of pay is a kind of jobs, such as "AI jobs", and no job. */
  public static boolean isKind(String subject) {
    return subject.endsWith(" jobs")
        || subject.endsWith(" roles")
        || subject.endsWith(" positions")
        || subject.endsWith(" occupations");
  }

  /** Whether a word cannot be part of a job title. */
  public static boolean isStop(String word) {
    return STOP.contains(word);
  }

  /**
   * The title that a whole label is, such as a heading or the first cell of a row: at most eight
   * words, one of them a job word, and nothing that reads as a sentence.
   */
  public static Optional<String> whole(String label) {
    String text = label.strip();
    int paren = text.indexOf('(');
    String outer = paren > 3 ? text.substring(0, paren).strip() : text;
    List<String> words = Words.of(outer);
    if (words.isEmpty()
        || words.size() > 8
        || text.endsWith("?")
        || text.endsWith(".")
        || outer.indexOf(':') >= 0) {
      return Optional.empty();
    }
    boolean head = false;
    for (String word : words) {
      String full = Words.expand(word);
      String last = full.substring(full.lastIndexOf(' ') + 1);
      if (isHead(last)) {
        head = true;
      } else if (STOP.contains(word)
          && !word.equals("of")
          && !word.equals("and")
          && !word.equals("or")
          && !word.equals("the")
          && !word.equals("for")
          && !word.equals("in")
          && !word.equals("level")
          && !word.equals("first")
          && !word.equals("new")) {
        return Optional.empty();
      }
    }
    if (!head || endsInOtherNoun(words)) {
      return Optional.empty();
    }
    return Optional.of(outer);
  }

  /** "Nurse education", "Engineer salaries": the job word only modifies another noun. */
  private static boolean endsInOtherNoun(List<String> words) {
    int of = words.indexOf("of");
    if (of < 0) {
      of = words.indexOf("for");
    }
    int end = of > 0 ? of : words.size();
    String last = Words.expand(words.get(end - 1));
    String lastWord = last.substring(last.lastIndexOf(' ') + 1);
    if (isHead(lastWord)
        || joinsPlurals(words.subList(0, end))
        || (lastWord.length() <= 3
            && lastWord.chars().allMatch(c -> "ivx0123456789".indexOf(c) >= 0))) {
      return false;
    }
    // "Vice President, AI and Machine Learning": what follows a comma or "in" narrows the title
    for (int i = 0; i < end - 1; i++) {
      String full = Words.expand(words.get(i));
      if (isHead(full.substring(full.lastIndexOf(' ') + 1))
          && i + 1 < end
          && !words.get(i + 1).equals("and")) {
        return OTHER_NOUNS.contains(Words.singular(lastWord));
      }
    }
    return true;
  }

  /** "Railroad conductors and yardmasters": what "and" joins to workers are workers. */
  private static boolean joinsPlurals(List<String> words) {
    int and = words.lastIndexOf("and");
    return and > 0
        && and == words.size() - 2
        && words.getLast().endsWith("ers")
        && words.get(and - 1).endsWith("s")
        && isHead(words.get(and - 1));
  }

  private static final Set<String> OTHER_NOUNS =
      Set.of(
          "salary",
          "pay",
          "wage",
          "education",
          "skill",
          "requirement",
          "responsibility",
          "duty",
          "job",
          "career",
          "role",
          "outlook",
          "training",
          "estimate",
          "employment",
          "occupation",
          "association",
          "program",
          "school",
          "degree",
          "certification",
          "license",
          "exam",
          "work",
          "experience",
          "overview",
          "level",
          "market",
          "demand",
          "team",
          "data",
          "summary",
          "description",
          "profile",
          "path",
          "qualification",
          "range",
          "compensation",
          "guide",
          "question",
          "expectation",
          "trend",
          "challenge",
          "resource",
          "development",
          "support");

  /**
   * The job titles in running text, in reading order. Modifiers in front of the job word are taken
   * in as long as they are nouns or adjectives of a title; what follows "of" or a slash too.
   */
  public static List<Found> in(String text) {
    List<Token> tokens = tokens(text);
    List<Found> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String full = Words.expand(tokens.get(i).lower());
      String last = full.substring(full.lastIndexOf(' ') + 1);
      if (!isHead(last) || isVerb(tokens, i) || isOfHeadOffice(tokens, i)) {
        continue;
      }
      int first = i;
      while (first > from
          && i - first < MAX_MODIFIERS
          && tokens.get(first - 1).joinsNext()
          && isModifier(tokens.get(first - 1), tokens.get(i))) {
        first--;
      }
      int end = i;
      // a run of heads is one title: "Assistant Vice President", "Director Engineer"
      while (end + 1 < tokens.size()
          && tokens.get(end).joinsNext()
          && (isHead(tokens.get(end + 1).lower()) || isNumeral(tokens.get(end + 1)))) {
        end++;
      }
      if (end + 2 < tokens.size()
          && (tokens.get(end + 1).lower().equals("of") || tokens.get(end + 1).lower().equals("for"))
          && tokens.get(end).joinsNext()) {
        int next = end + 2;
        while (next < tokens.size()
            && next - end <= MAX_OF_WORDS
            && tokens.get(next - 1).joinsNextOrSlash()
            && (isOfWord(tokens.get(next)) || isJoiningAnd(tokens, next))
            && !leavesCapitals(tokens, end + 2, next)) {
          next++;
        }
        if (next > end + 2 && tokens.get(end + 1).lower().equals("of")) {
          end = next - 1;
        }
      }
      boolean alone = first == end;
      String word = tokens.get(i).lower();
      if (!alone || !WEAK_HEADS.contains(Words.singular(word)) || Words.isAbbreviation(word)) {
        int start = tokens.get(first).start();
        int stop = tokens.get(end).end();
        found.add(new Found(text.substring(start, stop), start, stop));
        i = end;
        from = end + 1;
      }
    }
    return found;
  }

  /** "At head office" is a place. */
  private static boolean isOfHeadOffice(List<Token> tokens, int index) {
    return tokens.get(index).lower().equals("head")
        && index + 1 < tokens.size()
        && tokens.get(index).joinsNext()
        && HEAD_OFFICE.contains(tokens.get(index + 1).lower());
  }

  private static final Set<String> HEAD_OFFICE =
      Set.of("office", "offices", "quarter", "quarters", "count", "start");

  /** "Models guard the data", "promises lead to": behind a plural the word is a verb. */
  private static boolean isVerb(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    if (index == 0 || token.capital() || !VERBS.contains(token.lower())) {
      return false;
    }
    String before = tokens.get(index - 1).lower();
    boolean plural =
        before.length() > 3
            && before.endsWith("s")
            && !before.endsWith("ss")
            && !before.endsWith("ics")
            && !FIELDS.contains(before);
    return plural && tokens.get(index - 1).behind() == ' ';
  }

  /** Job words that are verbs as well, in the form they have behind a plural. */
  private static final Set<String> VERBS =
      Set.of("lead", "guard", "head", "coach", "model", "guide", "judge", "host", "partner");

  /** Fields of work in the plural. */
  private static final Set<String> FIELDS =
      Set.of(
          "sales",
          "operations",
          "sports",
          "systems",
          "news",
          "communications",
          "customs",
          "relations",
          "accounts",
          "services",
          "products",
          "projects",
          "programs",
          "claims",
          "resources",
          "affairs");

  /** Words of sentences that stand in front of a title without being part of it. */
  private static final Set<String> PROSE =
      Set.of(
          "use",
          "uses",
          "using",
          "multi",
          "free",
          "frees",
          "since",
          "win",
          "wins",
          "below",
          "above",
          "within",
          "without",
          "against",
          "toward",
          "towards",
          "themselves",
          "example",
          "keep",
          "keeps",
          "keeping",
          "help",
          "helps",
          "helping",
          "moving",
          "several",
          "few",
          "sure",
          "biased",
          "allow",
          "allows",
          "allowing",
          "include",
          "includes",
          "employ",
          "employs",
          "inform",
          "instruct",
          "supervise",
          "replace",
          "offer",
          "often",
          "especially",
          "increasingly");

  private static boolean isNumeral(Token token) {
    return token.lower().matches("[ivx]{1,3}|\\d");
  }

  private static boolean isJoiningAnd(List<Token> tokens, int index) {
    return tokens.get(index).lower().equals("and")
        && index + 1 < tokens.size()
        && isOfWord(tokens.get(index + 1))
        && tokens.get(index + 1).capital()
        && tokens.get(index - 1).capital();
  }

  /** "Vice President of AI plays": a word without a capital behind words that have one. */
  private static boolean leavesCapitals(List<Token> tokens, int first, int index) {
    return index > first
        && tokens.get(first).capital()
        && !tokens.get(index).capital()
        && !tokens.get(index).lower().equals("and");
  }

  private static boolean isOfWord(Token token) {
    return !STOP.contains(token.lower()) && !isHead(token.lower()) && !token.number();
  }

  private static boolean isModifier(Token token, Token head) {
    String word = token.lower();
    if (STOP.contains(word) || PROSE.contains(word) || token.number()) {
      return false;
    }
    // in running text a title that starts with a capital goes on as long as the capitals do
    return !head.capital() || token.capital() || !token.sentenceLike();
  }

  private record Token(
      String lower, int start, int end, boolean capital, boolean number, char behind) {
    boolean joinsNext() {
      return behind == ' ' || behind == '-' || behind == '/' || behind == '&';
    }

    boolean joinsNextOrSlash() {
      return joinsNext();
    }

    boolean sentenceLike() {
      return true;
    }
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String word = text.substring(start, i);
        tokens.add(
            new Token(
                word.toLowerCase(Locale.ROOT),
                start,
                i,
                Character.isUpperCase(word.charAt(0)),
                Character.isDigit(word.charAt(0)),
                behind(text, i)));
        start = -1;
      }
    }
    return tokens;
  }

  /** The character that parts a token from the next; white space and one comma-free gap is ' '. */
  private static char behind(String text, int index) {
    char result = ' ';
    for (int i = index; i < text.length() && !Character.isLetterOrDigit(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        if (result != ' ') {
          return '.';
        }
        result = c;
      }
    }
    return result;
  }
}
