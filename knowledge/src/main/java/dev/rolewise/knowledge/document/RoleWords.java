package dev.rolewise.knowledge.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells names of occupations by their words. */
final class RoleWords {
  /** Last words of names of occupations that no ending gives away. */
  private static final Set<String> ROLE_WORDS =
      Set.of(
          "head",
          "lead",
          "chief",
          "expert",
          "specialist",
          "nurse",
          "clerk",
          "chef",
          "cook",
          "pilot",
          "guard",
          "aide",
          "agent",
          "assistant",
          "consultant",
          "accountant",
          "attendant",
          "president",
          "superintendent",
          "architect",
          "analyst",
          "scientist",
          "executive",
          "representative",
          "associate",
          "partner",
          "intern",
          "fellow",
          "master",
          "mechanic",
          "technologist",
          "techs",
          "dietitian",
          "evangelist",
          "strategist",
          "administrator",
          "officer",
          "attorney",
          "coach",
          "hygienist",
          "veterinarian",
          "physician",
          "librarian",
          "judge",
          "paralegal",
          "secretary",
          "cto",
          "ceo",
          "cfo",
          "cio",
          "vp",
          "svp",
          "avp",
          "evp",
          "sre",
          "dba",
          "owner",
          "programmer",
          "apprentice",
          "principal",
          "dean",
          "faculty",
          "staff",
          "professional",
          "practitioner",
          "generalist",
          "surgeon",
          "midwife",
          "economist",
          "liaison",
          "correspondent",
          "critic",
          "host",
          "model",
          "advocate",
          "deputy",
          "actuary",
          "notary",
          "trainee",
          "lifeguard",
          "paramedic",
          "medic",
          "captain",
          "steward",
          "stewardess",
          "waitress",
          "chauffeur",
          "entrepreneur",
          "guide",
          "nanny",
          "au pair",
          "priest",
          "sheriff",
          "bailiff",
          "concierge",
          "curator",
          "diplomat",
          "athlete",
          "referee",
          "umpire",
          "detective",
          "sergeant",
          "lieutenant",
          "deckhand",
          "labourer",
          "handyman");

  /** Endings of names of occupations. */
  private static final List<String> ROLE_ENDINGS =
      List.of("er", "or", "ist", "ian", "man", "woman", "erin", "istin", "wright");

  /** Words with such an ending that are no occupation. */
  private static final Set<String> NO_ROLE =
      Set.of(
          "career",
          "computer",
          "water",
          "ladder",
          "software",
          "number",
          "power",
          "customer",
          "order",
          "other",
          "further",
          "higher",
          "lower",
          "however",
          "whether",
          "either",
          "sector",
          "factor",
          "labor",
          "major",
          "minor",
          "error",
          "monitor",
          "vector",
          "behavior",
          "human",
          "over",
          "under",
          "per",
          "ever",
          "never",
          "after",
          "together",
          "better",
          "greater",
          "larger",
          "center",
          "offer",
          "paper",
          "chapter",
          "letter",
          "matter",
          "member",
          "summer",
          "winter",
          "september",
          "october",
          "november",
          "december",
          "exist",
          "consist",
          "list",
          "for",
          "or",
          "their",
          "her",
          "bachelor",
          "master's",
          "bachelor's",
          "server",
          "docker",
          "transformer",
          "newsletter",
          "employer",
          "user",
          "consumer",
          "stakeholder",
          "mayor",
          "senior",
          "junior",
          "prior",
          "interior",
          "exterior",
          "floor",
          "door",
          "color",
          "cluster",
          "layer",
          "parameter",
          "hyper-parameter",
          "former",
          "latter",
          "cover",
          "remember",
          "consider");

  private static final Set<String> JOINS = Set.of("of", "in", "for", "and", "&", "or");

  private RoleWords() {}

  /** Whether these words look like the name of an occupation. */
  static boolean isRole(String name) {
    String head = head(name);
    return isRoleWord(head);
  }

  /** The word that says what the role is: the last one before "of" or "in" and parentheses. */
  static String head(String name) {
    String last = "";
    for (String word : HeadingText.words(name)) {
      String bare = HeadingText.bare(word).toLowerCase(Locale.ROOT);
      if (!last.isEmpty()
          && ((JOINS.contains(bare) && !bare.equals("and")) || word.startsWith("("))) {
        if (isRoleWord(last)) {
          return last;
        }
      }
      if (!bare.isEmpty()) {
        last = bare;
      }
      if (word.endsWith(",") || word.endsWith(":")) {
        return last;
      }
    }
    return last;
  }

  static boolean isRoleWord(String word) {
    String one = singular(word);
    if (ROLE_WORDS.contains(one) || ROLE_WORDS.contains(word)) {
      return true;
    }
    if (NO_ROLE.contains(one) || one.length() < 4) {
      return false;
    }
    for (String ending : ROLE_ENDINGS) {
      if (one.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && word.length() > 3;
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Whether this is a small word that joins the words of a name. */
  static boolean isJoin(String word) {
    return JOINS.contains(word);
  }
}
