package dev.rolewise.knowledge.retrieval;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people type in a chat for common English words. */
final class Shorthand {
  private static final Map<String, String> LONG_FORMS =
      Map.ofEntries(
          entry("u", "you"),
          entry("ur", "your"),
          entry("ya", "you"),
          entry("hw", "how"),
          entry("wht", "what"),
          entry("wat", "what"),
          entry("wut", "what"),
          entry("wats", "what is"),
          entry("whts", "what is"),
          entry("wen", "when"),
          entry("whr", "where"),
          entry("wich", "which"),
          entry("abt", "about"),
          entry("btwn", "between"),
          entry("b4", "before"),
          entry("bcz", "because"),
          entry("cuz", "because"),
          entry("exp", "experience"),
          entry("yr", "year"),
          entry("yrs", "years"),
          entry("yoe", "years of experience"),
          entry("plz", "please"),
          entry("pls", "please"),
          entry("thx", "thanks"),
          entry("dose", "does"),
          entry("duz", "does"),
          entry("wanna", "want to"),
          entry("gonna", "going to"),
          entry("gotta", "have to"),
          entry("gimme", "give me"),
          entry("lemme", "let me"),
          entry("thru", "through"),
          entry("min", "minimum"),
          entry("avg", "average"),
          entry("math", "mathematics"),
          entry("maths", "mathematics"),
          entry("ern", "earn"),
          entry("erns", "earns"),
          entry("teh", "the"),
          entry("strt", "start"),
          entry("frm", "from"),
          entry("wth", "with"),
          entry("wud", "would"),
          entry("cud", "could"),
          entry("shud", "should"),
          entry("becum", "become"),
          entry("certs", "certifications"),
          entry("cert", "certification"),
          entry("infra", "infrastructure"),
          entry("gov", "government"),
          entry("uni", "university"),
          entry("biz", "business"),
          entry("mgmt", "management"),
          entry("approx", "approximately"),
          entry("sal", "salary"),
          entry("reqs", "requirements"),
          entry("quals", "qualifications"),
          entry("edu", "education"),
          entry("mgr", "manager"),
          entry("mngr", "manager"),
          entry("eng", "engineer"),
          entry("dir", "director"),
          entry("hd", "head"),
          entry("hed", "head"),
          entry("resp", "responsibilities"),
          entry("engr", "engineer"),
          entry("dev", "developer"),
          entry("asst", "assistant"),
          entry("assoc", "associate"),
          entry("prof", "professor"),
          entry("exec", "executive"),
          entry("execs", "executives"),
          entry("dept", "department"),
          entry("govt", "government"),
          entry("mkt", "market"),
          entry("mktg", "marketing"),
          entry("ppl", "people"),
          entry("ty", "thanks"));

  /** {@code r} is also a programming language: it is read as a verb only beside one of these. */
  private static final Set<String> BESIDE_ARE =
      Set.of(
          "what", "wat", "wht", "how", "hw", "where", "who", "why", "which", "when", "there",
          "they", "we", "you", "u", "these", "those", "the", "my", "your", "ur");

  private Shorthand() {}

  /**
   * The long form of a word.
   *
   * @param previous the word before it in lower case, or the empty string
   * @param next the word after it in lower case, or the empty string
   */
  static Optional<String> longForm(String word, String previous, String next) {
    return switch (word) {
      case "r" ->
          BESIDE_ARE.contains(previous) || BESIDE_ARE.contains(next)
              ? Optional.of("are")
              : Optional.empty();
      case "y" -> previous.isEmpty() && !next.isEmpty() ? Optional.of("why") : Optional.empty();
      case "btw" -> previous.isEmpty() ? Optional.empty() : Optional.of("between");
      default -> Optional.ofNullable(LONG_FORMS.get(word));
    };
  }
}
