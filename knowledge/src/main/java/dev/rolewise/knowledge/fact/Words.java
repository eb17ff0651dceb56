package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Splits text into words and brings them to one form, for comparing names. */
public final class Words {
  /** Words that carry no meaning of their own in a name. */
  private static final Set<String> EMPTY =
      Set.of("of", "the", "and", "in", "for", "a", "an", "or", "on", "to", "at", "s", "with");

  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("ai", "artificial intelligence"),
          Map.entry("ml", "machine learning"),
          Map.entry("dl", "deep learning"),
          Map.entry("nlp", "natural language processing"),
          Map.entry("vp", "vice president"),
          Map.entry("vps", "vice president"),
          Map.entry("avp", "assistant vice president"),
          Map.entry("avps", "assistant vice president"),
          Map.entry("svp", "senior vice president"),
          Map.entry("evp", "executive vice president"),
          Map.entry("mle", "machine learning engineer"),
          Map.entry("mles", "machine learning engineer"),
          Map.entry("swe", "software engineer"),
          Map.entry("sde", "software engineer"),
          Map.entry("sre", "site reliability engineer"),
          Map.entry("vet", "veterinarian"),
          Map.entry("vets", "veterinarian"),
          Map.entry("ot", "occupational therapist"),
          Map.entry("ots", "occupational therapist"),
          Map.entry("rns", "registered nurse"),
          Map.entry("1st", "first"),
          Map.entry("2nd", "second"),
          Map.entry("3rd", "third"),
          Map.entry("4th", "fourth"),
          Map.entry("sr", "senior"),
          Map.entry("snr", "senior"),
          Map.entry("jr", "junior"),
          Map.entry("jnr", "junior"),
          Map.entry("mgr", "manager"),
          Map.entry("eng", "engineer"),
          Map.entry("engr", "engineer"),
          Map.entry("dir", "director"),
          Map.entry("asst", "assistant"),
          Map.entry("assoc", "associate"),
          Map.entry("exec", "executive"),
          Map.entry("dev", "developer"),
          Map.entry("devs", "developer"),
          Map.entry("admin", "administrator"),
          Map.entry("prof", "professor"),
          Map.entry("profs", "professor"),
          Map.entry("mkt", "market"),
          Map.entry("dept", "department"),
          Map.entry("govt", "government"),
          Map.entry("ceo", "chief executive officer"),
          Map.entry("cto", "chief technology officer"),
          Map.entry("cfo", "chief financial officer"),
          Map.entry("coo", "chief operating officer"),
          Map.entry("cio", "chief information officer"),
          Map.entry("cdo", "chief data officer"),
          Map.entry("cmo", "chief marketing officer"),
          Map.entry("ciso", "chief information security officer"),
          Map.entry("rn", "registered nurse"),
          Map.entry("lpn", "licensed practical nurse"),
          Map.entry("cna", "certified nursing assistant"),
          Map.entry("emt", "emergency medical technician"),
          Map.entry("cpa", "certified public accountant"),
          Map.entry("hr", "human resource"),
          Map.entry("it", "it"),
          Map.entry("qa", "quality assurance"),
          Map.entry("ux", "user experience"),
          Map.entry("ui", "user interface"),
          Map.entry("dba", "database administrator"));

  private Words() {}

  /** The runs of letters and digits of a text in lower case; "c++" and "c#" are kept whole. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside = i < lower.length() && isWordCharacter(lower, i, start);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(lower.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isWordCharacter(String text, int index, int start) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c)
        || (start >= 0
            && (c == '+' || c == '#')
            && index - start <= 2
            && text.charAt(start) == 'c');
  }

  /**
   * The words of a name in one form: abbreviations written out, singular, without words such as
   * "of" and "the".
   */
  public static List<String> canonical(String name) {
    List<String> words = new ArrayList<>();
    for (String word : of(name)) {
      String full = ABBREVIATIONS.get(word);
      if (full == null) {
        full = ABBREVIATIONS.get(singular(word));
      }
      if (full != null) {
        words.addAll(of(full));
      } else if (!EMPTY.contains(word)) {
        words.add(field(singular(word)));
      }
    }
    return words;
  }

  /** One form for "graphics designer" and "graphic designer". */
  private static String field(String word) {
    return word.length() > 6 && word.endsWith("ics") ? word.substring(0, word.length() - 1) : word;
  }

  /** What an abbreviation stands for, or the word itself. */
  public static String expand(String word) {
    return ABBREVIATIONS.getOrDefault(word, word);
  }

  /** Whether the word is an abbreviation that is known in general. */
  public static boolean isAbbreviation(String word) {
    return ABBREVIATIONS.containsKey(word);
  }

  /** The singular of an English noun; words that look like none are returned as they are. */
  public static String singular(String word) {
    int length = word.length();
    if (word.endsWith("wives")) {
      return word.substring(0, length - 3) + "fe";
    }
    if (length < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return irregular(word);
    }
    if (word.endsWith("ies") && length > 4) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("sses")
        || word.endsWith("ches")
        || word.endsWith("shes")
        || word.endsWith("xes")) {
      return word.substring(0, length - 2);
    }
    if (word.endsWith("is") || word.endsWith("ics")) {
      return word;
    }
    return word.substring(0, length - 1);
  }

  private static String irregular(String word) {
    if (word.endsWith("men") && word.length() > 4) {
      return word.substring(0, word.length() - 2) + "an";
    }
    return switch (word) {
      case "people" -> "person";
      default -> word;
    };
  }
}
