package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Comparison.Row;
import dev.rolewise.bot.answer.RoleProfiles.Excerpt;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.Educations;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts roles side by side, each told from its own document alone. Thread-safe. */
public final class Comparisons {
  /** Places of the currency, the period and the year in the kind of a figure. */
  private static final int CURRENCY = 0;

  private static final int PERIOD = 1;
  private static final int YEAR = 8;

  private static final int MEDIAN = 50;

  /** Statements about skills that are compared. */
  private static final int MAX_SKILLS = 60;

  /** Skills named in one sentence. */
  private static final int MAX_NAMED = 6;

  /** A shorter sentence may stand in two documents by chance, in words. */
  private static final int MIN_FURNITURE = 6;

  /** Words that say in a clause that what it names is not needed. */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\b(?:not|n['’]t|no|never|neither|nor)\\b.*\\b(?:requir\\w*|need\\w*|necessary"
              + "|compulsory|mandatory|must|expect\\w*|ask\\w*|essential|formal)\\b|\\boptional\\b|(?:\\b(?:no|not)(?:"
              + " an?)?|(?<!\\b(?:not|n['’]t|never|nobody|illegal)\\b.{0,60})\\bwithout(?:"
              + " an?)?)(?! (?:only|just))(?: [\\p{L}-]+)? (?:degree|diploma|certificate|experience"
              + "|licen[cs]e)\\b");

  /** "No less than a bachelor's degree" is asked for. */
  private static final Pattern AT_LEAST =
      Pattern.compile("(?i)\\b(?:no|not|nothing) (?:less|fewer|lower|more|later) than\\b");

  private static final Pattern ASKING =
      Pattern.compile(
          "(?i)\\b(?:requir\\w*|must|need\\w*|skill\\w*|know\\w*|abilit\\w*|able to|proficien\\w*"
              + "|competen\\w*|expert\\w*|experience\\w*|familiar\\w*|fluen\\w*)\\b");

  private static final Pattern ASKED =
      Pattern.compile("(?i)\\b(?:requir\\w*|must|needs?|needed)\\b");

  /** Between what is asked for and what is not: "..., but ...", "Without a degree, ...". */
  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "(?i)[;.!?]\\s+|,\\s+(?=(?:no|without|neither)\\b)|,?\\s+(?:but|though|although|however|while|whereas|yet)\\b"
              + "|(?<=^(?:without|with|if|unless|while)\\b[^,;]{0,80}),\\s");

  /** What a clause that only denies does not hold: it is about what stands before it. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?i:\\b(?:degrees?|diplomas?|certificat\\w*|qualifications?|licen[cs]\\w*|experience|years?"
              + "|training|skills?)\\b)|\\d|\\p{Lu}");

  /** Institutions and dates are no skills. */
  private static final Pattern NO_SKILL =
      Pattern.compile(
          "(?i)\\b(?:board|commission|society|association|academy|administration|bureau|department"
              + "|council|agency|institute|universit(?:y|ies)|colleges?|committee|ministry|union|federation|foundation|office"
              + " (?:of|for)|school|january|february|march|april|june|july|august"
              + "|september|october|november|december|monday|sunday|projections)\\b");

  private static final String NAME_WORD =
      "(?<![\\p{L}\\d.-])\\p{Lu}[\\p{L}\\d]*(?:[+#]+|\\.js|/\\p{Lu}+)?(?![\\p{L}\\d])";

  /** A name inside a sentence: a tool, a language, a method. */
  private static final Pattern NAME =
      Pattern.compile(NAME_WORD + "(?:(?:[ -]| (?:of|for|on)(?: the)? )" + NAME_WORD + ")*");

  private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?:]\\s+|^\\W+)$");

  private final KnowledgeBase knowledge;
  private final RoleProfiles profiles;

  /**
   * @param knowledge what was loaded
   * @param profiles tells each side
   */
  public Comparisons(KnowledgeBase knowledge, RoleProfiles profiles) {
    this.knowledge = knowledge;
    this.profiles = profiles;
  }

  /**
   * The roles side by side.
   *
   * @param roles two or more different ones
   * @param aspects what they are compared by, never empty
   * @param most claims in a cell at most
   */
  public Comparison compare(List<RoleDocument> roles, List<Aspect> aspects, int most) {
    List<Row> rows = new ArrayList<>();
    List<Claim> same = new ArrayList<>();
    List<Claim> different = new ArrayList<>();
    for (Aspect aspect : aspects) {
      List<Excerpt> cells =
          roles.stream().map(role -> profiles.excerpt(role, aspect, most)).toList();
      var row =
          new Row(
              aspect,
              cells.stream().map(Excerpt::claims).toList(),
              cells.stream().allMatch(Excerpt::isWhole));
      rows.add(row);
      gaps(row, roles).ifPresent(different::add);
      switch (aspect) {
        case PAY -> comparePay(roles, same, different);
        case EDUCATION -> compareEducation(row, roles, same, different);
        case EXPERIENCE -> compareExperience(row, roles, same, different);
        case SKILLS, SOFT_SKILLS -> compareSkills(aspect, roles, same, different);
        default -> {}
      }
    }
    return new Comparison(roles, same, different, rows);
  }

  /** Says which roles have nothing where others have something. */
  private Optional<Claim> gaps(Row row, List<RoleDocument> roles) {
    List<String> without = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      if (row.cells().get(i).isEmpty()) {
        RoleDocument role = roles.get(i);
        boolean isOfOthers = row.aspect() == Aspect.PAY && profiles.givesPay(role);
        without.add(
            role.title()
                + (isOfOthers
                    ? " (figures its document gives: salary --role " + role.id() + ")"
                    : ""));
      }
    }
    return without.isEmpty() || without.size() == roles.size()
        ? Optional.empty()
        : Optional.of(
            new Claim(
                row.aspect().label() + ": not documented for " + String.join(" and ", without),
                List.of()));
  }

  /** Compares the first figure of the same kind that every role has. */
  private void comparePay(List<RoleDocument> roles, List<Claim> same, List<Claim> different) {
    List<Map<List<Object>, Fact.Pay>> kinds = new ArrayList<>();
    for (RoleDocument role : roles) {
      Map<List<Object>, Fact.Pay> own = new LinkedHashMap<>();
      for (Fact.Pay pay : profiles.headlinePay(profiles.job(role))) {
        own.putIfAbsent(kind(pay), pay);
      }
      if (own.isEmpty()) {
        return;
      }
      kinds.add(own);
    }
    List<List<Object>> shared =
        kinds.getFirst().keySet().stream()
            .filter(kind -> kinds.stream().allMatch(own -> own.containsKey(kind)))
            .toList();
    if (shared.isEmpty()) {
      different.add(
          new Claim(
              unlike(kinds.stream().map(Map::keySet).toList())
                      .map(part -> "Pay: the figures of the same kind are of different " + part)
                      .orElse("Pay: the documents give no figure of the same kind for all")
                  + ", see below",
              kinds.stream().map(own -> own.values().iterator().next().statement()).toList()));
    }
    for (List<Object> kind : shared) {
      comparePay(
          roles,
          kinds.stream().map(own -> requireNonNull(own.get(kind))).toList(),
          same,
          different);
    }
  }

  /** What alone keeps figures from being compared, if it is one part of their kind. */
  private static Optional<String> unlike(List<Set<List<Object>>> kinds) {
    return Stream.of(CURRENCY, PERIOD, YEAR)
        .filter(part -> {
          List<Set<List<Object>>> bare =
              kinds.stream()
                  .map(own -> own.stream().map(k -> without(k, part)).collect(Collectors.toSet()))
                  .toList();
          return bare.getFirst().stream()
              .anyMatch(kind -> bare.stream().allMatch(own -> own.contains(kind)));
        })
        .map(part -> part == CURRENCY ? "currencies" : part == PERIOD ? "periods" : "years")
        .findFirst();
  }

  private static List<Object> without(List<Object> kind, int part) {
    List<Object> left = new ArrayList<>(kind);
    left.remove(part);
    return left;
  }

  /** The median by whatever name. */
  private static Statistic statistic(Fact.Pay pay) {
    return pay.statistic().equals(Statistic.percentile(MEDIAN))
        ? Statistic.of(Statistic.Kind.MEDIAN)
        : pay.statistic();
  }

  /** What figures must share to be compared: whose, when and where they are and which they are. */
  private static List<Object> kind(Fact.Pay pay) {
    return List.of(
        pay.currency(),
        pay.period(),
        pay.measure(),
        statistic(pay),
        pay.subject().isDocumentRole(),
        pay.subject().band().map(Band::name).orElse(""),
        pay.subject().place().map(Place::name).orElse(""),
        pay.subject().detail(),
        pay.year());
  }

  private static boolean isOpen(Range amount) {
    return amount.more() || amount.low().isEmpty() || amount.high().isEmpty();
  }

  /** Compares one figure of each role, in the order of the roles. */
  private static void comparePay(
      List<RoleDocument> roles, List<Fact.Pay> figures, List<Claim> same, List<Claim> different) {
    List<Statement> statements = figures.stream().map(Fact.Pay::statement).toList();
    String what = PayWords.sentenceCase(PayWords.what(figures.getFirst()));
    if (figures.stream().map(Fact.Pay::amount).distinct().count() == 1) {
      same.add(new Claim(what + ": the same for " + all(roles), statements));
      return;
    }
    List<Fact.Pay> ordered =
        figures.stream()
            .sorted((a, b) -> Double.compare(b.amount().middle(), a.amount().middle()))
            .toList();
    boolean isUnclear =
        ordered.get(0).amount().middle() == ordered.get(1).amount().middle()
            || figures.stream().anyMatch(figure -> isOpen(figure.amount()));
    String highest = roles.get(figures.indexOf(ordered.getFirst())).title();
    boolean isRange = figures.stream().anyMatch(figure -> !figure.amount().isSingle());
    different.add(
        new Claim(
            isUnclear
                ? what + ": differs, see below"
                : what
                    + ": highest for "
                    + highest
                    + (isRange ? ", by the middle of the range" : ""),
            statements));
  }

  private void compareEducation(
      Row row, List<RoleDocument> roles, List<Claim> same, List<Claim> different) {
    List<Set<EducationLevel>> levels = new ArrayList<>();
    for (List<Claim> cell : row.cells()) {
      Set<EducationLevel> own = EnumSet.noneOf(EducationLevel.class);
      for (Fact fact : facts(cell)) {
        if (fact instanceof Fact.Education education) {
          education.levels().stream().filter(level -> asksFor(education, level)).forEach(own::add);
        }
      }
      if (own.isEmpty()) {
        return;
      }
      levels.add(own);
    }
    Set<EducationLevel> shared = EnumSet.copyOf(levels.getFirst());
    levels.forEach(shared::retainAll);
    if (!shared.isEmpty()) {
      same.add(
          new Claim(
              "Education: " + all(roles) + " name " + words(shared),
              row.cells().stream()
                  .flatMap(cell -> shared.stream().flatMap(level -> first(cell, level)))
                  .distinct()
                  .toList()));
    }
    for (int i = 0; i < roles.size(); i++) {
      Set<EducationLevel> own = EnumSet.copyOf(levels.get(i));
      own.removeAll(shared);
      if (!own.isEmpty()) {
        Set<EducationLevel> only = own;
        different.add(
            new Claim(
                "Education: "
                    + roles.get(i).title()
                    + (shared.isEmpty() ? " names " : " also names ")
                    + words(only),
                statements(
                    row.cells().get(i), f -> f instanceof Fact.Education e && meets(e, only))));
      }
    }
  }

  /** The first statement of a cell that asks for a level. */
  private Stream<Statement> first(List<Claim> cell, EducationLevel level) {
    return statements(cell, f -> f instanceof Fact.Education e && meets(e, Set.of(level))).stream()
        .limit(1);
  }

  /**
   * Whether a text says that something is not asked for: in the clause that holds it, or in a later
   * one that is about nothing of its own.
   *
   * @param holds finds it in a clause
   */
  private static boolean isDenied(String text, Predicate<String> holds) {
    String bare = AT_LEAST.matcher(text).replaceAll(" ");
    List<String> clauses = CLAUSE_END.splitAsStream(bare).toList();
    for (int i = 0; i < clauses.size(); i++) {
      String clause = clauses.get(i);
      boolean isDenied = DENIED.matcher(clause).find();
      if (holds.test(clause)
          && !isDenied
          && (ASKED.matcher(clause).find()
              || clauses.subList(i + 1, clauses.size()).stream()
                  .noneMatch(c -> DENIED.matcher(c).find() && !OBJECT.matcher(c).find()))) {
        return false;
      }
    }
    return clauses.stream().anyMatch(holds) || DENIED.matcher(bare).find();
  }

  /** Whether a statement asks for a level; that nothing is asked for, is an answer by itself. */
  private static boolean asksFor(Fact.Education education, EducationLevel level) {
    String text = education.statement().text();
    return Educations.names(level, text)
        && (level == EducationLevel.NONE
            || !isDenied(text, clause -> Educations.names(level, clause)));
  }

  private static boolean meets(Fact.Education education, Set<EducationLevel> levels) {
    return education.levels().stream()
        .anyMatch(level -> levels.contains(level) && asksFor(education, level));
  }

  /** Compares the least years asked for, where each role names but one number. */
  private void compareExperience(
      Row row, List<RoleDocument> roles, List<Claim> same, List<Claim> different) {
    boolean isOneEach = true;
    List<Range> asked = new ArrayList<>();
    Set<Set<Range>> sets = new HashSet<>();
    for (List<Claim> cell : row.cells()) {
      Set<Range> own = new HashSet<>();
      for (Fact fact : facts(cell)) {
        if (fact instanceof Fact.Experience experience && isAskedFor(experience)) {
          own.add(experience.years());
        }
      }
      if (own.isEmpty()) {
        return;
      }
      isOneEach &= own.size() == 1;
      asked.addAll(own);
      sets.add(own);
    }
    List<Statement> statements =
        row.cells().stream()
            .flatMap(cell ->
                statements(cell, f -> f instanceof Fact.Experience e && isAskedFor(e)).stream())
            .toList();
    if (sets.size() == 1) {
      same.add(new Claim("Experience: " + all(roles) + " ask for the same years", statements));
      return;
    }
    if (!isOneEach) {
      different.add(new Claim("Experience: the years asked for differ, see below", statements));
      return;
    }
    List<Double> least = asked.stream().map(years -> years.low().orElse(0)).toList();
    double most = least.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    different.add(
        new Claim(
            least.stream().filter(years -> years == most).count() == 1
                ? "Experience: the most years are asked for by "
                    + roles.get(least.indexOf(most)).title()
                : "Experience: the years asked for differ, see below",
            statements));
  }

  private static boolean isAskedFor(Fact.Experience experience) {
    return !isDenied(
        experience.statement().text(), clause -> clause.contains(experience.wording()));
  }

  private void compareSkills(
      Aspect aspect, List<RoleDocument> roles, List<Claim> same, List<Claim> different) {
    List<Map<List<String>, Skill>> skills = new ArrayList<>();
    Map<RoleDocument, Set<List<String>>> sentences = new LinkedHashMap<>();
    roles.forEach(role -> sentences.put(role, sentences(role)));
    for (RoleDocument role : roles) {
      List<Claim> claims =
          profiles.about(role, aspect, MAX_SKILLS).stream()
              .filter(claim -> !isFurniture(claim.statements().getFirst(), role, sentences))
              .toList();
      skills.add(skills(claims, roles));
    }
    Set<List<String>> shared = new LinkedHashSet<>(skills.getFirst().keySet());
    skills.forEach(own -> shared.retainAll(own.keySet()));
    if (!shared.isEmpty()) {
      List<List<String>> named = shared.stream().limit(MAX_NAMED).toList();
      Set<Statement> statements = new LinkedHashSet<>();
      for (Map<List<String>, Skill> own : skills) {
        named.forEach(skill -> statements.add(requireNonNull(own.get(skill)).in()));
      }
      same.add(
          new Claim(
              aspect.label() + ": " + all(roles) + " name " + names(named, skills.getFirst()),
              List.copyOf(statements)));
    }
    List<Set<String>> words = roles.stream().map(Comparisons::words).toList();
    for (int i = 0; i < roles.size(); i++) {
      Map<List<String>, Skill> own = skills.get(i);
      List<List<String>> only = new ArrayList<>();
      for (List<String> skill : own.keySet()) {
        boolean isElsewhere = false;
        for (int j = 0; j < roles.size(); j++) {
          isElsewhere |= j != i && words.get(j).containsAll(skill);
        }
        if (!isElsewhere && only.size() < MAX_NAMED) {
          only.add(skill);
        }
      }
      boolean isCompared =
          skills.stream().noneMatch(Map::isEmpty)
              && roles.stream().allMatch(role -> profiles.isNamed(role, aspect));
      if (isCompared && !only.isEmpty()) {
        different.add(
            new Claim(
                aspect.label() + ": only " + roles.get(i).title() + " names " + names(only, own),
                only.stream()
                    .map(skill -> requireNonNull(own.get(skill)).in())
                    .distinct()
                    .toList()));
      }
    }
  }

  /** Every word of a document. */
  private static Set<String> words(RoleDocument role) {
    Set<String> words = new HashSet<>();
    for (Statement statement : role.statements()) {
      words.addAll(SkillNames.canonical(statement.text()));
      statement.path().forEach(heading -> words.addAll(SkillNames.canonical(heading)));
      statement.lead().forEach(lead -> words.addAll(SkillNames.canonical(lead)));
    }
    return words;
  }

  private static String names(List<List<String>> keys, Map<List<String>, Skill> skills) {
    return String.join(
        ", ", keys.stream().map(key -> requireNonNull(skills.get(key)).words()).toList());
  }

  /** A skill as a statement writes it. */
  private record Skill(String words, Statement in) {}

  /**
   * The skills that claims name, by their labels and by names of tools and methods, without the
   * names of fields that titles hold.
   */
  private Map<List<String>, Skill> skills(List<Claim> claims, List<RoleDocument> roles) {
    Set<String> ofTitles = new HashSet<>();
    for (RoleDocument role : roles) {
      ofTitles.addAll(Words.canonical(role.title()));
      role.aliases().forEach(alias -> ofTitles.addAll(Words.canonical(alias)));
    }
    Map<List<String>, Skill> skills = new LinkedHashMap<>();
    for (Claim claim : claims) {
      Statement statement = claim.statements().getFirst();
      String text =
          statement.cells().isEmpty()
              ? claim.text()
              : String.join("; ", statement.cells().stream().map(Cell::text).toList());
      for (String name : labels(statement, text)) {
        List<String> key = new ArrayList<>(SkillNames.canonical(name));
        key.removeAll(DECORATION);
        if (!key.isEmpty() && !ofTitles.containsAll(key) && !isDenied(text, holding(name))) {
          skills.putIfAbsent(List.copyOf(key), new Skill(name, claim.statements().getFirst()));
        }
      }
      List<Places.Found> places = Places.in(text);
      Matcher names = NAME.matcher(text);
      int institutionEnd = -1;
      while (names.find()) {
        if (NO_SKILL.matcher(names.group()).find()) {
          institutionEnd = names.end();
          continue;
        }
        if (institutionEnd >= 0 && text.substring(institutionEnd, names.start()).equals(" (")) {
          continue; // its short form
        }
        int start = names.start();
        String name = names.group();
        boolean isFirst = SENTENCE_START.matcher(text.substring(0, start)).find();
        int space = name.indexOf(' ');
        boolean isLed = isFirst && space > 0 && !SkillNames.isKnown(name);
        if (isLed && isOrdinary(name.substring(0, space))) {
          start += space + 1;
          name = name.substring(space + 1);
          isFirst = false;
        }
        int from = start;
        boolean isPlace = places.stream().anyMatch(p -> p.start() <= from && from < p.end());
        List<String> key = SkillNames.canonical(name);
        if (!(isFirst && isOrdinary(name))
            && !isPlace
            && !key.isEmpty()
            && !ofTitles.containsAll(key)
            && !isDenied(text, holding(name))) {
          skills.putIfAbsent(key, new Skill(name, claim.statements().getFirst()));
        }
      }
    }
    return skills;
  }

  private static Predicate<String> holding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return clause -> clause.toLowerCase(Locale.ROOT).contains(lower);
  }

  /**
   * Whether the page of another role says the same sentence, but for the names of the roles. Two
   * roles may well ask for the same, but then in words for asking, without each its own name.
   */
  private static boolean isFurniture(
      Statement statement, RoleDocument of, Map<RoleDocument, Set<List<String>>> sentences) {
    List<String> said = withoutTitle(statement, of);
    boolean isAsked =
        statement.path().stream()
            .anyMatch(h ->
                Stream.of(Topic.SKILLS, Topic.SOFT_SKILLS, Topic.REQUIREMENTS)
                    .anyMatch(topic -> topic.heads(h)));
    if (isAsked
        && ASKING.matcher(statement.text()).find()
        && said.size() == Words.canonical(statement.text()).size()) {
      return false;
    }
    return sentences.entrySet().stream()
        .anyMatch(page -> !page.getKey().equals(of) && page.getValue().contains(said));
  }

  /** The sentences of a document in words, without its title and without the shortest. */
  private static Set<List<String>> sentences(RoleDocument role) {
    Set<List<String>> sentences = new HashSet<>();
    for (Statement statement : role.statements()) {
      if (statement.kind() == StatementKind.SENTENCE) {
        sentences.add(withoutTitle(statement, role));
      }
    }
    sentences.removeIf(words -> words.size() < MIN_FURNITURE);
    return sentences;
  }

  private static List<String> withoutTitle(Statement statement, RoleDocument role) {
    List<String> words = new ArrayList<>(Words.canonical(statement.text()));
    words.removeAll(Words.canonical(role.title()));
    return words;
  }

  /** Whether it may be a word that is written so because a sentence begins with it. */
  private static boolean isOrdinary(String word) {
    return word.substring(1).chars().noneMatch(Character::isUpperCase);
  }

  /** "Communication" and "teamwork" of "Communication and teamwork: explains ...". */
  private static List<String> labels(Statement statement, String text) {
    String line = statement.cells().isEmpty() ? text : statement.cells().getFirst().text();
    boolean isItem = statement.kind() != StatementKind.SENTENCE;
    int colon = line.indexOf(':');
    if (colon <= 0 && !isItem) {
      return List.of();
    }
    String label = (colon > 0 ? line.substring(0, colon) : line).strip();
    if (label.endsWith(".")) {
      label = label.substring(0, label.length() - 1);
    }
    int most = colon > 0 && isItem ? MAX_LABEL_WORDS : MAX_ITEM_WORDS;
    if (label.split("\\s+").length > most) {
      return List.of();
    }
    return SEPARATOR
        .splitAsStream(label)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(Comparisons::inSentence)
        .toList();
  }

  /** A name keeps its capitals, another word loses the one it begins with. */
  private static String inSentence(String words) {
    boolean isName =
        words.codePoints().skip(1).anyMatch(Character::isUpperCase)
            || words.codePoints().anyMatch(Character::isDigit);
    return isName ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  /** Longer labels are sentences. */
  private static final int MAX_LABEL_WORDS = 6;

  /** Longer items are sentences. */
  private static final int MAX_ITEM_WORDS = 3;

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*(?:,|;|\\(|\\)|\\s&\\s|\\b(?:and|or)\\b)\\s*");

  /** Words that tell no skill from another. */
  private static final Set<String> DECORATION =
      Set.copyOf(
          Words.canonical(
              "skills ability abilities strong excellent good knowledge of in the a with"
                  + " understanding proficiency expertise competence desirable preferred"
                  + " required"));

  private List<Fact> facts(List<Claim> claims) {
    return claims.stream()
        .flatMap(claim -> claim.statements().stream())
        .flatMap(statement -> knowledge.facts(statement).stream())
        .toList();
  }

  private List<Statement> statements(List<Claim> claims, Predicate<Fact> wanted) {
    return claims.stream()
        .flatMap(claim -> claim.statements().stream())
        .filter(statement -> knowledge.facts(statement).stream().anyMatch(wanted))
        .distinct()
        .toList();
  }

  private static String all(List<RoleDocument> roles) {
    return roles.size() == 2 ? "both" : "all";
  }

  private static String words(Collection<EducationLevel> levels) {
    return String.join(", ", levels.stream().map(Comparisons::word).toList());
  }

  private static String word(EducationLevel level) {
    return switch (level) {
      case NONE -> "no formal qualification";
      case HIGH_SCHOOL -> "a secondary school qualification";
      case VOCATIONAL -> "vocational training";
      case ASSOCIATE -> "an associate degree";
      case BACHELOR -> "a bachelor's degree";
      case MASTER -> "a master's degree";
      case PROFESSIONAL -> "a professional degree";
      case DOCTORATE -> "a doctorate";
    };
  }
}
