package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Mark.Kind;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether those whom a sentence gives its figures of are those of the statements it cites: names
 * such as of employers, what stands in front of a verb, what a share is of, what is counted. Jobs,
 * places and stages of experience that are known as such are left to {@link WordingCheck}.
 */
final class SubjectCheck {
  /** Verbs in front of which stands whom a figure is of; words that may be nouns too among them. */
  private static final Set<String> VERBS =
      Set.of(
          ("accept accepts account accounts add adds affect affects am amount amounts apply are ask"
               + " asks attract attracts average averages be become becomes been begin begins being"
               + " boost boosts bring brings call calls can cap caps cluster collect collects come"
               + " comes command commands could deliver delivers demand demands determine"
               + " determines determining did do does draw draws earn earned earning earns employ"
               + " employs enjoy enjoys enter enters equal equals estimate estimates exceed exceeds"
               + " expand expands expect expected expects extend extends face faces fall falls fell"
               + " fetch fetches find fluctuate fluctuates follow follows forecast forecasts gain"
               + " gains gave get gets give gives go goes got grew grow grows had has have help"
               + " helps hire hires hold holds hover hovers include includes increase increased"
               + " increases invest invested invests involve involves is keep land lands lead leads"
               + " lie lies lift lifts list lists look looks lose loses lost made make makes may"
               + " mean means merit merits might must need needed needs net nets offer offers paid"
               + " pays peak peaks plan plans pocket pockets predict predicted predicts prefer"
               + " prefers project projected projects provide provides pull pulls put puts quoted"
               + " raise raised raises range ranged ranges reach reached reaches receive received"
               + " receives rely remain remains report reporting reports represent require required"
               + " requires rest rests rise rises rose run runs saw say says see seek seeks sees"
               + " shall should sit sits span spans spell spend spends spent stand stands start"
               + " starts states stood stretch stretches take takes tend tends top tops total"
               + " totals travel travels turn turns use used uses varied varies vary want wants was"
               + " went were will work works would")
              .split(" ", -1));

  /** Words that begin another clause. */
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "but", "while", "whereas", "which", "that", "who", "because", "if", "when");

  /** Words between what is counted and what it does. */
  private static final Set<String> ADVERBS =
      Set.of("already", "currently", "now", "often", "still", "today");

  /** What anybody may be called, and words that say nothing of whom or what a figure is of. */
  private static final Set<String> NEUTRAL =
      Set.of(
          ("above across actual actually adding additional additionally after almost alone along"
               + " already although altogether among amount annum another anything anywhere approx"
               + " approximate approximately area as at available average averaged back band based"
               + " basis before beyond bigger bracket broad broadly bundled career careers case"
               + " cash ceiling checking citation cited combined combining common commonly"
               + " comparable compared comparison compensation complete considerable considering"
               + " counted counting currently data decade depend depending despite detail different"
               + " discipline doing due duty earning either else end entire equivalent especially"
               + " estimate estimated even every exact exactly example down expectation experience"
               + " extra factor factored factoring fairly far few fewer field figure finally first"
               + " floor folk found further furthermore given going gross guideline having here"
               + " high hit hold hopeful i.e income instance instead itself just key kind landing"
               + " large larger last lead learning least level like likely ll location long looking"
               + " lot low main mainly many mark market maximum me meanwhile middle minimum month"
               + " more moreover most moving much namely national nearly new next normal normally"
               + " notable noted now number occupation offered offering often once ordinarily"
               + " otherwise outlook over overall own package part particular particularly past"
               + " path pay paying payment percent percentage period picture plan planning plus"
               + " point position possible post practice present previously prior profession"
               + " projection quite quoted ranging rate rather re reading record regard regarding"
               + " related relevant remuneration reported respective respectively rough roughly"
               + " salary same scale second share showing shown side similar similarly simply since"
               + " single size slightly solid somewhat source span speaking specific spectrum"
               + " starting stated statement still strong subject successful suitable sum sure"
               + " table take-home taking term thanks though threshold through thus tier time"
               + " together too toward towards true turning two typical under unit until upon"
               + " upward upwards usual usually value various ve versus very wage way we week"
               + " whatever whether whoever whole wide widely within word working worth yearly"
               + " years yet")
              .split(" ", -1));

  /** Those whom any figure of a job is of; what is counted has to be stated all the same. */
  private static final Set<String> ANYBODY =
      Set.of(
          "anyone",
          "anybody",
          "applicant",
          "candidate",
          "company",
          "earner",
          "employee",
          "employer",
          "everyone",
          "everybody",
          "holder",
          "individual",
          "industry",
          "member",
          "organisation",
          "organization",
          "other",
          "person",
          "professional",
          "someone",
          "staff",
          "worker");

  /** What stands for all words for pay. */
  static final String OF_PAY = "pay";

  /** What several clauses tell of together. */
  private static final Set<String> OF_ANY_PAY = Set.of(OF_PAY, "average", "median");

  private static final Set<String> PAY =
      Set.of(
          "pay",
          "salary",
          "wage",
          "income",
          "earning",
          "compensation",
          "comp",
          "remuneration",
          "package",
          "payment");

  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{N}+#]*(?:['’](?:s|t|re|ve|ll)\\b)?");
  private static final Pattern CONTRACTED = Pattern.compile("(?i)n['’]t$|['’](?:re|ve|ll)$");
  private static final Pattern EARNED =
      Pattern.compile(
          "(?i)\\b(?:salar(?:y|ies)|wages?|earn(?:s|ed|ing|ings)?|ma[dk](?:e|es|ing)|income"
              + "|compensation|remuneration)\\b");

  private static final Pattern PAID =
      Pattern.compile("(?i)\\b(?:pay|pays|paid|gets?|got|receives?|received)\\b");

  /** Money beside pay, though it is paid too. */
  private static final Pattern ALLOWANCE =
      Pattern.compile(
          "(?i)\\b(?:allowances?|overtime|sign(?:ing|-on)|charg(?:es?|ed|ing)|bill(?:s|ed|ing)?|fees?"
              + "|budgets?|reimburse[ds]?)\\b");

  private static final Pattern EXTRA =
      Pattern.compile(
          "(?i)\\b(?:bonus(?:es)?|premiums?|supplements?|incentives?|commissions?|per diem)\\b");

  /** What heads nothing but what comes on top. */
  private static final Pattern EXTRAS =
      Pattern.compile(
          "(?i)(?!.*\\b(?:pay|salar(?:y|ies)|wages?|and)\\b)(?:[\\p{L}-]+ ){0,2}"
              + "(?:bonuses|premiums|supplements|incentives|commissions|allowances)");

  /** What comes on top. */
  private static final Pattern MORE =
      Pattern.compile("(?i)\\b(?:extra|additional|on top|adds?|added)\\b");

  private static final Pattern FOR_EACH =
      Pattern.compile(
          "(?i) (?:an?|per|each|every) (?!year|annum|month|week|day|hour|fortnight)(\\p{L}+)\\b");

  private static final Pattern OF_EXPERIENCE =
      Pattern.compile("(?i)['’]? (?:or more )?(?:of )?(?:[\\p{L}-]+ ){0,3}experience\\b");

  private static final Pattern EXPERIENCE =
      Pattern.compile(
          "(?i)experien|seniority|career|practi[cs]|work|service|qualif|level|pqe|entry");

  /** What an allowance is for. */
  private static final Pattern MONEY_FOR =
      Pattern.compile(
          "(?i)\\b(\\p{L}{3,}) (?:allowances?|budgets?|fees?|stipends?|bonus(?:es)?)\\b");

  /** What somebody means to do. */
  private static final Pattern PLANNED =
      Pattern.compile(
          "(?i)\\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?) to (\\p{L}+)");

  /** "Pay: ...", which is of pay whatever comes with it. */
  private static final Pattern OF_PAY_FIRST =
      Pattern.compile("(?im)^(?:(?:base|starting|total|average|median|gross) )?(?:pay|wages?)\\b");

  /** What somebody else is paid for. */
  private static final Pattern FOR = Pattern.compile("(?i)^[^,;.]*? for \\p{L}");

  /** Pay that other money comes on top of. */
  private static final Pattern BESIDE_PAY =
      Pattern.compile(
          "(?i)\\b(?:on top of|in addition to|besides|beyond) (?:(?:the|their|your|this|base) )*"
              + "(?:salar(?:y|ies)|pay|wages?)\\b(?! (?:of|from)\\b)");

  /** Where what is said behind a figure ends. */
  private static final Pattern NEXT_PART =
      Pattern.compile("(?i)[,;]|\\.(?=\\s|$)|\\b(?:and|or|while|whereas|but|which)\\b");

  private static final Pattern BREAK = Pattern.compile("[,;:.()!?–—]");

  /** A word in capitals inside of a sentence. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N},)%’'\"“(+] {0,1})(?<![.:]"
              + " )\\b\\p{Lu}(?:[\\p{L}\\p{N}]|\\.(?=\\p{L}))+");

  /** What a share is of. */
  private static final Pattern SHARE_OF = Pattern.compile("^ of (?:all |the |its |their |our )?");

  /** "One in eight chefs". */
  private static final Pattern RATIO =
      Pattern.compile("(?i)\\p{L} (?:in|out of) |\\d (?:in|out of) \\d");

  /** "Companies that use it: 60%". */
  private static final Pattern THOSE_WHO =
      Pattern.compile("(?i)^(?:\\p{L}+ )*?(\\p{L}+) (?:that|who|which) [^:]*: \\p{L}* ?$");

  private static final Pattern OF_WHOM =
      Pattern.compile(
          "(?i)\\b(?:for|among|amongst|at|in|as|by|from|per|on|if|when) (?:an? |the |all"
              + " )?(?=\\p{L})");

  /** What is done to jobs and money, and seldom said of them in other words. */
  private static final Pattern DONE =
      Pattern.compile(
          "(?i)\\b(creat(?:es?|ed|ing)|replac(?:es?|ed|ing)|displac(?:es?|ed|ing)|spen(?:ds?|t)"
              + "|spending)\\b");

  private static final Pattern DONE_WITH_PAY =
      Pattern.compile(
          "(?i)\\b(invest(?:s|ed|ing)?|wants?|asks?|asked|costs?|uses?|used|saves?)\\b");

  /** Phrases of such words that say nothing of whom or where. */
  private static final Set<String> PHRASES =
      Set.of(
          ("addition average cent comparison contrast brief fact general hand mind person place"
                  + " reference return short sum sharp stark summary tandem today total turn")
              .split(" ", -1));

  private static final Pattern SUBJECT_OF_DEGREE =
      Pattern.compile(
          "(?i)\\b(?:degrees?|bachelor['’]?s?|master['’]?s?|ph\\.?d\\.?s?|doctorates?|diplomas?) in"
              + " (?:an? |the )?");

  private final Reading sentence;
  private final List<Evidence> evidence;
  private final boolean isOfPay;
  private final List<FigurePart> parts;

  private SubjectCheck(Reading sentence, List<Evidence> evidence) {
    this.sentence = sentence;
    this.evidence = evidence;
    parts = FigurePart.of(sentence);
    isOfPay = sentence.figures().stream().anyMatch(one -> one.kind() == Figure.Kind.MONEY);
  }

  /** Whether the sentence is of what the statements are of. */
  static boolean holds(Reading sentence, List<Evidence> evidence) {
    var check = new SubjectCheck(sentence, evidence);
    boolean hasFigure = sentence.figures().stream().anyMatch(SubjectCheck::isOfSomebody);
    return check.namesNobodyElse()
        && check.areKnownBehind(SUBJECT_OF_DEGREE)
        && (!hasFigure
            || (check.isOfKnownSubjects()
                && check.doesWhatIsDone()
                && check.keepsToItsPart()
                && check.paysOnlyPay()
                && check.areStatedIn(MONEY_FOR)
                && check.areStatedIn(PLANNED)
                && check.countsWhatIsCounted()
                && check.areKnownBehind(OF_WHOM)));
  }

  /** Words in capitals, such as an employer, stand in the statements too. */
  private boolean namesNobodyElse() {
    return NAME.matcher(sentence.text())
        .results()
        .allMatch(name -> isKnown(name.group(), name.start()) || isShort(name.group()));
  }

  /** Whether letters are those that words of a statement begin with. */
  private boolean isShort(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        && evidence.stream()
            .anyMatch(one -> one.initials().contains(name.toLowerCase(Locale.ROOT)));
  }

  /** All that stands in front of a verb in a clause is known. */
  private boolean isOfKnownSubjects() {
    boolean hasVerb = false;
    boolean isUnknown = false;
    int end = 0;
    Matcher word = WORD.matcher(sentence.text());
    while (word.find()) {
      String lower = word.group().toLowerCase(Locale.ROOT);
      boolean isBreak =
          CONJUNCTIONS.contains(lower)
              || BREAK.matcher(sentence.text().substring(end, word.start())).find();
      if (isUnknown && !hasVerb && startsFigure(end, word.start())) {
        return false;
      }
      end = word.end();
      if (isBreak && hasVerb) {
        hasVerb = false;
        isUnknown = false;
      }
      if (VERBS.contains(lower)) {
        if (isUnknown) {
          return false;
        }
        hasVerb = true;
      } else {
        isUnknown |= !isKnown(word.group(), word.start());
      }
    }
    return true;
  }

  /** Whether a figure that is of somebody begins between two indices. */
  private boolean startsFigure(int from, int to) {
    return sentence.figures().stream()
        .anyMatch(one -> one.start() >= from && one.start() <= to && isOfSomebody(one));
  }

  private static boolean isOfSomebody(Figure figure) {
    return switch (figure.kind()) {
      case MONEY, PERCENT, YEARS, COUNT -> true;
      case CALENDAR_YEAR, PERCENTILE, NAME -> false;
    };
  }

  /** What a share is of and what is counted is what it is in the statements. */
  private boolean countsWhatIsCounted() {
    for (Figure figure : sentence.figures()) {
      boolean holds =
          switch (figure.kind()) {
            case PERCENT -> isOfTheSame(figure) && isKnownInFront(figure);
            case COUNT -> areCounted(nouns(sentence, figure.end()));
            case MONEY -> isForWhatIsStated(figure);
            case YEARS -> isOfExperience(figure);
            case CALENDAR_YEAR, PERCENTILE, NAME -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** "$3.50 a shift" is stated for a shift. */
  private boolean isForWhatIsStated(Figure amount) {
    Matcher each = FOR_EACH.matcher(sentence.text()).region(amount.end(), sentence.text().length());
    if (!each.lookingAt() || each.group(1).equals("head")) {
      return true;
    }
    boolean isOfTime =
        evidence.stream()
            .flatMap(one -> one.readings().stream())
            .flatMap(one -> one.figures().stream())
            .filter(one -> FigureMatch.sharesEnd(amount, one))
            .anyMatch(one -> one.period().isPresent());
    if (!isOfTime) {
      return isStated(each.group(1));
    }
    Pattern stated =
        Pattern.compile(
            "(?i)(?:\\b(?:an?|per|each|every) |/ ?)" + Pattern.quote(each.group(1)) + "\\b");
    return evidence.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.quote()), one.textsAround()))
        .anyMatch(text -> stated.matcher(text).find());
  }

  /** Years are not said to be of experience where they are stated of something else. */
  private boolean isOfExperience(Figure years) {
    Matcher of =
        OF_EXPERIENCE.matcher(sentence.text()).region(years.end(), sentence.text().length());
    return !of.lookingAt()
        || evidence.stream()
            .anyMatch(one ->
                Stream.concat(Stream.of(one.quote()), one.textsAround())
                    .anyMatch(text -> EXPERIENCE.matcher(text).find()));
  }

  /** What is done to the figures is not something else than what is stated. */
  private boolean doesWhatIsDone() {
    return Stream.concat(
            DONE.matcher(sentence.text()).results(),
            isOfPay ? DONE_WITH_PAY.matcher(sentence.text()).results() : Stream.of())
        .allMatch(verb -> isStated(verb.group(1)));
  }

  /** A fee, a budget and the like are not said to be what somebody earns. */
  private boolean paysOnlyPay() {
    for (FigurePart part : parts) {
      Optional<Figure> amount = part.figure().filter(figure -> figure.kind() == Figure.Kind.MONEY);
      if (amount.isPresent()) {
        String said =
            BESIDE_PAY.matcher(part.front()).replaceAll(" ") + NEXT_PART.split(part.behind(), 2)[0];
        boolean isPaid =
            EARNED.matcher(said).find()
                || (PAID.matcher(said).find()
                    && !isOtherMoney(said)
                    && !FOR.matcher(sentence.text().substring(amount.get().end())).find());
        if (isPaid
            && (isStatedOfOtherMoney(amount.get())
                || (!EXTRA.matcher(said).find()
                    && !MORE.matcher(said).find()
                    && isStatedOfExtra(amount.get())))) {
          return false;
        }
      }
    }
    return true;
  }

  /** What the group of a pattern finds is stated. */
  private boolean areStatedIn(Pattern pattern) {
    return pattern
        .matcher(sentence.text())
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .allMatch(word ->
            isStated(word)
                || VERBS.contains(word)
                || WordingCheck.isEmpty(word)
                || WordingCheck.isTelling(word)
                || NEUTRAL.contains(word));
  }

  private boolean isStatedOfOtherMoney(Figure figure) {
    List<String> stated = evidence.stream().flatMap(one -> one.textsWith(figure).stream()).toList();
    return !stated.isEmpty()
        && stated.stream()
            .allMatch(text ->
                isOtherMoney(text)
                    && !EARNED.matcher(text).find()
                    && !OF_PAY_FIRST.matcher(text).find()
                    && (ALLOWANCE.matcher(text).find() || !PAID.matcher(text).find()));
  }

  /** Whether a figure is one of a bonus and the like, which is not what somebody earns. */
  private boolean isStatedOfExtra(Figure figure) {
    List<Evidence> telling = evidence.stream().filter(one -> one.says(figure)).toList();
    return !telling.isEmpty()
        && telling.stream()
            .allMatch(one -> {
              boolean isUnderExtras = one.textsAround().anyMatch(EXTRAS.asMatchPredicate());
              List<String> stated = one.textsWith(figure);
              return !stated.isEmpty()
                  && stated.stream()
                      .allMatch(text ->
                          (isUnderExtras || EXTRA.matcher(text).find())
                              && !EARNED.matcher(text).find());
            });
  }

  private static boolean isOtherMoney(String text) {
    return PayTerms.isOtherMoney(text) || ALLOWANCE.matcher(text).find();
  }

  /**
   * A figure is said of nothing that is stated of other figures only, nor of what its part of a
   * statement is set against.
   */
  private boolean keepsToItsPart() {
    List<Told> told = evidence.stream().flatMap(one -> one.told().stream()).toList();
    for (FigurePart part : parts) {
      if (part.figure().isPresent() && !isToldSo(part.figure().get(), part, told)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isToldSo(Figure figure, FigurePart part, List<Told> told) {
    List<Told> own = told.stream().filter(one -> one.isOf(figure)).toList();
    if (own.isEmpty()) {
      return true;
    }
    Set<String> said =
        subjects(BESIDE_PAY.matcher(part.front()).replaceAll(" ") + ' ' + part.behind());
    if (figure.kind() == Figure.Kind.MONEY || figure.kind() == Figure.Kind.YEARS) {
      said.remove(OF_PAY);
    }
    boolean isOfPayRise =
        figure.kind() == Figure.Kind.PERCENT
            && said.contains(OF_PAY)
            && WordingCheck.changes(part.front() + part.behind());
    if (isOfPayRise && own.stream().noneMatch(one -> one.subjects().contains(OF_PAY))) {
      return false;
    }
    return own.stream()
        .anyMatch(one ->
            said.stream()
                .allMatch(stem ->
                    one.subjects().contains(stem)
                        || told.stream()
                            .noneMatch(
                                other -> !other.isOf(figure) && other.subjects().contains(stem))));
  }

  /**
   * What a part of a statement tells its figure of.
   *
   * @param subjects stems of the words beside it and around the statement
   * @param own stems of the words beside it
   * @param part which text of the statement it is in
   */
  record Told(Optional<Figure> figure, Set<String> subjects, Set<String> own, int part) {
    /** Whether it tells of another figure of the same kind in the same text. */
    boolean isBeside(Told other) {
      return part == other.part
          && figure.isPresent()
          && other.figure.isPresent()
          && !figure.equals(other.figure)
          && figure.get().kind() == other.figure.get().kind();
    }

    /** Whether it tells of a figure, or of a range that one is an end of. */
    boolean isOf(Figure said) {
      return figure.filter(stated -> FigureMatch.sharesEnd(said, stated)).isPresent();
    }
  }

  /**
   * What the parts of a text tell their figures of; a figure with nothing in front of it is of what
   * the one before is.
   *
   * @param around stems of what all of the text is of
   * @param number tells the text from others of the statement
   */
  static List<Told> told(Reading reading, Set<String> around, int number) {
    List<Told> told = new ArrayList<>();
    Set<String> front = Set.of();
    Set<String> first = Set.of();
    Set<String> shared = new HashSet<>();
    FigurePart before = new FigurePart(Optional.empty(), "", "");
    for (FigurePart part : FigurePart.of(reading)) {
      Set<String> own = subjects(part.front());
      Set<String> all = subjects(part.front() + ' ' + part.behind());
      Set<String> beside = Set.copyOf(all);
      if (leansOnOthers(part.front())) {
        all.addAll(shared);
      }
      shared.addAll(all);
      shared.retainAll(OF_ANY_PAY);
      own.remove("only");
      own.remove("down");
      all.addAll(taken(part, before, own.isEmpty()));
      if (own.isEmpty()) {
        if (!beginsWithVerb(part.behind())) {
          all.addAll(front);
          all.addAll(part.front().indexOf(';') >= 0 ? first : Set.of());
        }
      } else if (part.figure().isPresent()) {
        front = own;
        first = first.isEmpty() ? own : first;
      }
      all.addAll(around);
      boolean isSecondEnd = !told.isEmpty() && isTo(before.behind()) && isTo(part.front());
      before = part;
      if (isSecondEnd) {
        // "From nine years to four at regional airlines" is there at both ends.
        Told low = told.removeLast();
        all.addAll(low.subjects());
        told.add(new Told(low.figure(), all, low.own(), number));
      }
      told.add(new Told(part.figure(), all, beside, number));
    }
    return told;
  }

  private static boolean isTo(String between) {
    return between.isBlank() || between.strip().equals("to");
  }

  private static boolean beginsWithVerb(String text) {
    return Words.of(text).stream().findFirst().filter(VERBS::contains).isPresent();
  }

  /**
   * What a part leaves to the one in front to say: "Hotels in Geneva pay $5, in Ticino $4", "8% of
   * base pay in retail, 4% in banking", "A degree is not needed, but most have one".
   */
  private static Set<String> taken(FigurePart part, FigurePart before, boolean isBare) {
    Set<String> taken = new HashSet<>();
    if (isBare) {
      Matcher of = OF_WHAT.matcher(before.behind());
      if (of.lookingAt()) {
        taken.addAll(subjects(of.group(1)));
      }
    }
    boolean isPlaceOnly =
        ONLY_PLACE.matcher(part.front()).lookingAt()
            && Words.of(part.front()).stream().noneMatch(VERBS::contains);
    if (isPlaceOnly
        || PRONOUN.matcher(part.front()).find()
        || PRONOUN.matcher(part.behind()).find()) {
      taken.addAll(subjects(HEAD_END.split(before.front(), 2)[0]));
    }
    return taken;
  }

  /** What is counted or shared, up to where or for whom it is. */
  private static final Pattern OF_WHAT =
      Pattern.compile(
          "(?i) ((?:of )?[^,;.]*?)(?="
              + " (?:in|at|for|with|from|on|among|by|a|an|per|each)\\b|[,;.]|$)");

  private static final Pattern ONLY_PLACE =
      Pattern.compile("(?i)[\\s,;.]*(?:and )?(?:in|at|for|with|from|on|among|outside)\\b");

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)\\b(?:it|they|those)\\b|\\bones?\\b(?! (?:in|of|or|year|month|week|day|hour))|\\bone"
              + " of\\b(?= (?:two|three|four|five|six|\\d|$))");

  /** Where the name of something ends. */
  private static final Pattern HEAD_END =
      Pattern.compile(
          "(?i)\\b(?:in|at|for|with|from|on|among|outside|is|are|was|were|has|have|may|must|can|takes?"
              + "|lasts?|pays?|earns?)\\b|:");

  /** Whether a clause takes what it does not say from the one in front: "in Seattle it is". */
  private static boolean leansOnOthers(String front) {
    List<String> words = Words.of(front);
    return words.contains("it") || words.stream().noneMatch(VERBS::contains);
  }

  /** Stems of the words that say what a figure is of; of words for pay all have the same. */
  static Set<String> subjects(String text) {
    Set<String> subjects = new HashSet<>();
    boolean isOutside = false;
    for (String word : WordingCheck.words(text)) {
      String stem = WordingCheck.subject(word);
      if (PAY.contains(Words.singular(word))) {
        subjects.add(OF_PAY);
      } else if (!stem.isEmpty() && (WordingCheck.isTelling(word) || !VERBS.contains(word))) {
        subjects.add(isOutside ? "outside " + stem : stem);
        isOutside =
            stem.equals("outside")
                || stem.equals("except")
                || stem.equals("non")
                || word.equals("not")
                || word.equals("without");
      }
    }
    return subjects;
  }

  /** Stems of the words that say whom or what something is of. */
  static Set<String> stems(List<String> words) {
    Set<String> stems = new HashSet<>();
    words.stream()
        .filter(word -> !WordingCheck.isEmpty(word) && !VERBS.contains(word))
        .forEach(word -> stems.add(WordingCheck.stem(word)));
    return stems;
  }

  /** All that stands in front of a percentage in its part is known, such as what rises by it. */
  private boolean isKnownInFront(Figure share) {
    int from =
        parts.stream()
            .filter(part -> part.figure().filter(share::equals).isPresent())
            .mapToInt(part -> share.start() - part.front().length())
            .findFirst()
            .orElse(share.start());
    return WORD.matcher(sentence.text())
        .region(from, share.start())
        .results()
        .allMatch(word -> isKnown(word.group(), word.start()));
  }

  private boolean isOfTheSame(Figure share) {
    List<String> said = whole(sentence, share);
    List<List<String>> stated = new ArrayList<>();
    for (Evidence one : evidence) {
      for (Reading reading : one.readings()) {
        for (Figure figure : reading.figures()) {
          if (figure.value().equals(share.value())) {
            if (!areAmong(sentence.about(share, Kind.MEASURE), reading.marks(Kind.MEASURE))) {
              return false;
            }
            List<String> whole = whole(reading, figure);
            if (!whole.isEmpty()) {
              stated.add(whole);
            }
          }
        }
      }
    }
    if (said.isEmpty()) {
      return true;
    }
    if (stated.isEmpty()) {
      return areCounted(said);
    }
    String head = WordingCheck.singular(said.getLast());
    return stated.stream()
        .anyMatch(whole ->
            whole.stream()
                .filter(noun -> !isPossessive(noun))
                .map(WordingCheck::singular)
                .anyMatch(head::equals));
  }

  private static boolean isPossessive(String noun) {
    return noun.endsWith("'s") || noun.endsWith("’s");
  }

  /** Whether the parts of pay that are said are stated, where any are. */
  private static boolean areAmong(List<Mark> said, List<Mark> stated) {
    return stated.isEmpty()
        || said.stream().allMatch(mark -> stated.stream().anyMatch(mark::agrees));
  }

  private boolean areCounted(List<String> nouns) {
    return nouns.isEmpty()
        || (nouns.stream().allMatch(this::isKnown)
            && (nouns.getLast().equals("time")
                || WordingCheck.words(nouns.getLast()).stream().allMatch(this::isStated)));
  }

  private static List<String> whole(Reading reading, Figure share) {
    Matcher of = SHARE_OF.matcher(reading.text().substring(share.end()));
    if (of.find()) {
      return nouns(reading, share.end() + of.end());
    }
    if (RATIO.matcher(share.wording()).find()) {
      return nouns(reading, share.end());
    }
    Matcher those = THOSE_WHO.matcher(reading.text()).region(0, share.start());
    return those.find() ? List.of(those.group(1)) : List.of();
  }

  /** The words from an index up to the next one that is no part of a name for something. */
  private static List<String> nouns(Reading reading, int from) {
    List<String> nouns = new ArrayList<>();
    Matcher word = WORD.matcher(reading.text());
    int end = from;
    while (word.find(end)) {
      String lower = word.group().toLowerCase(Locale.ROOT);
      if (BREAK.matcher(reading.text().substring(end, word.start())).find()
          || reading.text().substring(end, word.start()).chars().anyMatch(Character::isDigit)
          || reading.figures().stream().anyMatch(one -> one.start() == word.start())
          || (VERBS.contains(lower) && (nouns.isEmpty() || !isPossessive(nouns.getLast())))
          || CONJUNCTIONS.contains(lower)
          || ADVERBS.contains(lower)
          || (lower.length() == 1 && !nouns.isEmpty())
          || WordingCheck.isEmpty(lower)) {
        break;
      }
      nouns.add(word.group());
      end = word.end();
    }
    return nouns;
  }

  /** The words behind a pattern are known. */
  private boolean areKnownBehind(Pattern pattern) {
    return pattern
        .matcher(sentence.text())
        .results()
        .allMatch(found ->
            nouns(sentence, found.end()).stream().allMatch(word -> isKnown(word, found.end())));
  }

  /** Whether a word is a verb that any figure may have. */
  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  /** Whether a word begins another clause. */
  static boolean isConjunction(String word) {
    return CONJUNCTIONS.contains(word);
  }

  /** Whether a word is a plural, and not one of words for pay. */
  static boolean isSomebody(String word) {
    return word.length() > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !PAY.contains(Words.singular(word));
  }

  /** Whether a word says nothing of whom or what a figure is of. */
  static boolean isNeutral(String word) {
    return NEUTRAL.contains(word) || PHRASES.contains(word);
  }

  private boolean isKnown(String word) {
    return isKnown(word, -1);
  }

  /**
   * Whether a word stands in the statements or around them, or says nothing of whom or what.
   *
   * @param index where it stands in the sentence, where jobs and the like are known as such; -1
   *     where that does not count
   */
  private boolean isKnown(String word, int index) {
    if (index >= 0 && isMarked(index)) {
      return true;
    }
    if (CONTRACTED.matcher(word).find()) {
      return true;
    }
    for (String one : WordingCheck.words(word)) {
      String singular = Words.singular(one);
      boolean isPay = PAY.contains(singular);
      boolean isNeutral =
          isPay
              ? isOfPay || PAY.stream().anyMatch(this::isStated)
              : WordingCheck.isEmpty(one)
                  || WordingCheck.isTelling(one)
                  || VERBS.contains(one)
                  || NEUTRAL.contains(one)
                  || PHRASES.contains(one)
                  || NEUTRAL.contains(singular)
                  || ANYBODY.contains(singular)
                  || one.endsWith("ly")
                  || one.length() == 1;
      if (!isNeutral && !isStated(one)) {
        return false;
      }
    }
    return true;
  }

  private boolean isStated(String word) {
    String stem = WordingCheck.stem(word);
    return evidence.stream().anyMatch(one -> one.stems().contains(stem));
  }

  /** Whether a job, a place, a stage of experience or a figure covers an index. */
  private boolean isMarked(int index) {
    return sentence.figures().stream()
            .anyMatch(figure -> index >= figure.start() && index < figure.end())
        || sentence.marks().stream().anyMatch(mark -> index >= mark.start() && index < mark.end());
  }
}
