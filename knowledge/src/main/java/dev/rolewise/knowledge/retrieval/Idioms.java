package dev.rolewise.knowledge.retrieval;

import java.util.List;
import java.util.regex.Pattern;

/** Plain words for what people say in other words than documents do. */
final class Idioms {
  private record Idiom(Pattern said, String meant) {}

  private static final List<Idiom> IDIOMS =
      List.of(
          idiom(
              "on the road|on (?:a )?planes?|fly(?:ing)?(?= a lot| out| around)|business"
                  + " trips?|away from home|liv(?:e|ing) out of a suitcase|suitcase",
              "travel"),
          idiom(
              "stay(?:ing)? home|from home|(?<!feel |felt |feels )at home|wfh|home office|in my"
                  + " pajamas|couch",
              "remote hybrid flexible work"),
          idiom("down the (?:road|line)|years from now", "outlook"),
          idiom("perks?|extras|goodies|sweeteners", "benefits"),
          idiom("old age|put aside|nest egg|when i(?:'m| am) old", "retirement pension"),
          idiom(
              "(?:slice|piece|share|part) of the (?:company|pie|business|firm)|own (?:a )?part",
              "equity stock options"),
          idiom(
              "frantic|hectic|busy|calm|relaxed|chill|laid[- ]back|crazy pace",
              "fast-paced dynamic environment"),
          idiom(
              "who (?:hires|employs|signs|takes on)|paychecks?|paycheques?|where"
                  + " (?:can|could|do|does|would) .{0,40}\\bwork\\b",
              "employers organizations companies settings"),
          idiom(
              "(?:my )?(?:own )?crew|own people|who (?:i|they) work with|hand[- ]?pick",
              "team recruit"),
          idiom("boss|answers? to|reports? to|who do(?:es)? .{0,30}report", "reports to"),
          idiom("right and wrong|do the right thing", "ethics ethical"),
          idiom(
              "go(?:ing)? live|put(?:ting)? .{0,20}\\blive|into the wild|ship(?:ping)?",
              "deploy deployment production"),
          idiom("maths?|number[- ]crunching", "mathematics statistics"),
          idiom("stats", "statistics"),
          idiom(
              "a\\.?k\\.?a\\.?|(?:other|another|different|second) names?|alias(?:es)?"
                  + "|(?:else|also) (?:is|are) .{2,40} called",
              "also called known as"),
          idiom("quarrels?", "conflicts"),
          idiom("biggest|greatest", "largest"),
          idiom("chops|know[- ]how", "skills proficiency expertise"),
          idiom(
              "nice[- ]to[- ]have|bonus points|a plus|good to have",
              "desirable preferred additional"),
          idiom("must[- ]haves?", "required"),
          idiom("coding|coder", "programming"),
          idiom("talk(?:ing)? to people|speak(?:ing)? up|good talker", "communication"),
          idiom("money problems?|over budget|expensive", "budget costs"),
          idiom("keep up|stay on top", "continuous learning updated"),
          idiom("side projects?", "personal projects portfolio"),
          idiom("burn ?out|overworked", "stress workload"),
          idiom("saturdays?|sundays?", "weekends"),
          idiom(
              "dying(?: out| trade)?|going (?:downhill|extinct|away)|on (?:the|its) way out"
                  + "|obsolete|here to stay",
              "outlook demand growth decline shrinking"),
          idiom(
              "make(?:s)? (?:me|you|people) (?:ill|sick)|(?:bad for|hard on|ruin\\w*|wreck\\w*)"
                  + " (?:my|your|the|one's) (?:body|back|knees|health|hands|shoulders)",
              "injuries illness strain health hazards"),
          idiom("get(?:ting)? hurt|dangerous|safe", "hazards injuries safety"));

  private Idioms() {}

  private static Idiom idiom(String said, String meant) {
    return new Idiom(
        Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + said + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE),
        meant);
  }

  /** The text with plain words in place of each idiom it holds. */
  static String explained(String text) {
    String result = text;
    for (Idiom idiom : IDIOMS) {
      result = idiom.said().matcher(result).replaceFirst(" " + idiom.meant() + " ");
    }
    return result;
  }

  /** Whether the text holds an idiom. */
  static boolean isIn(String text) {
    return IDIOMS.stream().anyMatch(idiom -> idiom.said().matcher(text).find());
  }

  /** The text without its idioms. */
  static String without(String text) {
    String rest = text;
    for (Idiom idiom : IDIOMS) {
      rest = idiom.said().matcher(rest).replaceAll(" ");
    }
    return rest;
  }
}
