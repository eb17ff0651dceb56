package dev.rolewise.knowledge.retrieval;

import java.util.HashSet;
import java.util.Set;

/** English words that hold a sentence together and say nothing about its subject. */
final class FunctionWords {
  private static final Set<String> ALL =
      Set.of(
          """
          a about above after again all also am an and any anybody anyone anything are aren as ask
          at back be been being both but by can cannot come could did do does doing each either
          else ever every explain find for from get gets getting give go going got had has have
          having he hello help her here hers hey hi him his how i if ill in into is it its just
          kindly know let lets like list look looking make makes making many may maybe me might
          mine much must my need needed needs no nor not now of off ok okay on once one only onto
          or other our ours out over own perhaps please quite rather really same say says shall
          she should show so some somebody someone something still such take tell than thank
          thanks that the their theirs them then there these they thing things think this those
          though through to told too under until up upon us very via want wanted wants was we well
          were what when where whether which while who whom whose why will with within without
          would yes you your yours
          """
              .split("\\s+"));

  /** Words run together without the apostrophe that belongs there. */
  private static final Set<String> RUN_TOGETHER =
      Set.of(
          """
          arent cant couldnt didnt doesnt dont hadnt hasnt havent heres hows id im isnt ive
          mustnt shouldnt thats theres theyd theyll theyre theyve wasnt werent weve whats whens
          wheres whos whys wont wouldnt youd youll youre youve
          """
              .split("\\s+"));

  private FunctionWords() {}

  /** Every one of them, in the form in which {@link Stems} gives words. */
  static Set<String> all() {
    Set<String> all = new HashSet<>(ALL);
    all.addAll(RUN_TOGETHER);
    return all;
  }

  static boolean contains(String word) {
    return ALL.contains(word) || RUN_TOGETHER.contains(word);
  }

  /** Whether a word is two that are run together: "youre". */
  static boolean isRunTogether(String word) {
    return RUN_TOGETHER.contains(word);
  }
}
