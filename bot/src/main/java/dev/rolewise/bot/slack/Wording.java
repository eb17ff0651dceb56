package dev.rolewise.bot.slack;

import dev.rolewise.knowledge.retrieval.Topic;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what people write in Slack. Every method is a pure function. */
final class Wording {
  /** Characters that are read; no question needs more. */
  private static final int MAX_READ = 12_000;

  // Markup holds no other, so that whatever is written is read in one pass.
  private static final Pattern USER = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^<>]*)?>");
  private static final Pattern LABELLED = Pattern.compile("<[^<>|]*\\|([^<>]*)>");
  private static final Pattern LINK = Pattern.compile("<([^<>]*)>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A name in front of what is said to its bearer: "Anna, what do you think?". */
  private static final Pattern ADDRESSED = Pattern.compile("^(\\p{Lu}\\p{Ll}+),.*");

  private static final Set<String> NO_NAMES =
      Set.of(
          "also",
          "and",
          "but",
          "then",
          "thanks",
          "great",
          "nice",
          "cool",
          "well",
          "hi",
          "hey",
          "hello",
          "okay",
          "ok",
          "so",
          "now",
          "sorry",
          "yes",
          "no",
          "please",
          "right",
          "hmm",
          "salary",
          "pay",
          "base",
          "bonus",
          "total",
          "equity",
          "experience",
          "education",
          "requirements",
          "skills",
          "responsibilities");

  /** What a message without a question mark begins with when it asks a bot for something. */
  private static final Pattern ASKING =
      Pattern.compile(
          "(?i)^(?:what|what's|whats|how|which|compare|list|explain|tell me|show (?:me|us|the|all)"
              + "|(?:can|could|would|will) you)\\b.*");

  /** "Can you compare it", "what is your source": a bot is asked that too. */
  private static final Pattern TO_A_BOT =
      Pattern.compile(
          "(?i)\\b(?:can|could|would|will) you (?:(?:please|also|just) )*+"
              + "(?:compare|tell|show|list|explain|give|quote)\\b|\\byour sources?\\b");

  private static final String USUALLY =
      "(?:(?:really|usually|normally|typically|generally|currently|already) )?";

  /** "Do we need a degree?": those who hire ask a bot that, too, if it is about what jobs need. */
  private static final Pattern BY_EMPLOYERS =
      Pattern.compile(
          "(?i)\\b(?:do|should|must|can|could|would|will) we "
              + USUALLY
              + "(?:(?:need|have|expect|want) to )?"
              + "(?:need|want|prefer|require|expect|pay|offer|budget|(?:look|ask|test) for)\\b");

  /** "Could we get the salary range?": so is this, if it is about nothing else. */
  private static final Pattern FOR_US =
      Pattern.compile(
          "(?i)\\b(?:can|could|may) we (?:please )?(?:get|see|have)\\b(?=[^,;:.?!]*"
              + "\\b(?:salar(?:y|ies)|pay|compensation|wages?|bonus|skills|requirements)\\b)");

  private static final Set<Topic> NEEDED =
      Set.of(Topic.EDUCATION, Topic.EXPERIENCE, Topic.LICENCES, Topic.SOFT_SKILLS, Topic.SKILLS);

  /** "What should we pay?", "which tools do we ask for?": asked of whoever knows about jobs. */
  private static final Pattern BY_EMPLOYERS_OPENLY =
      Pattern.compile(
          "(?i)(?:^(?:\\p{L}+,? )?|[,;:.?!] (?:(?:and|but|or|so) )?)"
              + "(?:what|which|how (?:much|many))\\b[^,;:.?!]*"
              + "\\bwe "
              + USUALLY
              + "(?:(?:need|have|expect|want) to )?"
              + "(?:require|expect|pay|offer|budget|(?:look|ask|test) for)\\b[^,;:.?!]*");

  /** Words that are more often for a colleague than for a bot. */
  private static final Pattern TO_A_PERSON =
      Pattern.compile(
          "(?i).*\\b(do|did|are|have|can|could|would|will) you\\b.*|.*\\b(your|you're|u)\\b.*"
              + "|.*\\byou (think|know|mean|agree|free|there)\\b.*"
              + "|.*\\b(are|were|shall|should|do|did|can|could|have|will) we\\b.*");

  /** Whom a message without a mention may be for by its words. */
  enum Meant {
    /** It asks nothing, or says to whom it speaks. */
    OTHERS,
    /** It asks what a colleague may be asked as well: "do you know what a VP makes?". */
    PERHAPS_THE_BOT,
    /** It asks what those who hire ask a bot, if it is about a job: "what should we offer?". */
    THE_BOT_IF_ABOUT_JOBS,
    THE_BOT
  }

  private Wording() {}

  /** The words of a message without mentions and markup. */
  static String plain(String text) {
    String read = text.length() > MAX_READ ? text.substring(0, MAX_READ) : text;
    String words = USER.matcher(read).replaceAll(" ");
    words = LABELLED.matcher(words).replaceAll("$1");
    words = LINK.matcher(words).replaceAll("$1");
    words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return SPACE.matcher(words).replaceAll(" ").strip();
  }

  /** Whether a message mentions a user. */
  static boolean mentions(String text, String user) {
    return USER.matcher(text).results().anyMatch(found -> found.group(1).equals(user));
  }

  /** Whom a message without a mention of the bot, in a thread it has answered, may be for. */
  static Meant meant(String text) {
    if (USER.matcher(text).find() || text.contains("<!")) {
      return Meant.OTHERS;
    }
    String words = plain(text);
    var addressed = ADDRESSED.matcher(words);
    if (addressed.matches() && !NO_NAMES.contains(addressed.group(1).toLowerCase(Locale.ROOT))) {
      return Meant.OTHERS;
    }
    if (!words.endsWith("?") && (!ASKING.matcher(words).matches() || words.endsWith("!"))) {
      return Meant.OTHERS;
    }
    String others = TO_A_BOT.matcher(words).replaceAll("tell");
    if (!TO_A_PERSON.matcher(others).matches()) {
      return Meant.THE_BOT;
    }
    var openly = BY_EMPLOYERS_OPENLY.matcher(others);
    if (openly.find()) {
      others = openly.replaceAll("");
      if (TO_A_PERSON.matcher(others).matches()) {
        return Meant.PERHAPS_THE_BOT;
      }
      return ASKING.matcher(others).matches() ? Meant.THE_BOT : Meant.THE_BOT_IF_ABOUT_JOBS;
    }
    if (NEEDED.stream().anyMatch(topic -> topic.isAskedIn(words))) {
      others = BY_EMPLOYERS.matcher(others).replaceAll("tell");
    }
    others = FOR_US.matcher(others).replaceAll("tell");
    return TO_A_PERSON.matcher(others).matches()
        ? Meant.PERHAPS_THE_BOT
        : Meant.THE_BOT_IF_ABOUT_JOBS;
  }
}
