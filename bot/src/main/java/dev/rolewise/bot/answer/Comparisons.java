package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Comparison.Row;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Puts roles side by side, each told from its own document alone. Thread-safe. */
public final class Comparisons {
  /** Claims in a cell at most. */
  private static final int MAX_CLAIMS = 4;

  /** Statements about skills that are compared. */
  private static final int MAX_SKILLS = 60;

  /** Skills named in one sentence. */
  private static final int MAX_NAMED = 6;

  private static final Pattern BETWEEN_SKILLS =
      Pattern.compile(
          "[,;:()./]|\\b(?:and|or|such as|including|like|especially|for example|for"
              + " instance|e\\.g)\\b| – | — ");

  private static final Pattern LEADING_FILLER =
      Pattern.compile(
          "(?i)^(?:a|an|the|strong|excellent|good|solid|deep|proven|proficien\\w+|expert\\w*"
              + "|experience|experienced|familiar\\w*|knowledge|understanding|skills?|ability"
              + "|advanced|command|working|hands-on|in|of|with|to|on|at|for|its|other|various"
              + "|preferred|desirable|demonstrated|exceptional|extensive|the use)\\s+");

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
   */
  public Comparison compare(List<RoleDocument> roles, List<Aspect> aspects) {
    List<Row> rows = new ArrayList<>();
    List<Claim> same = new ArrayList<>();
    List<Claim> different = new ArrayList<>();
    for (Aspect aspect : aspects) {
      var row =
          new Row(
              aspect,
              roles.stream().map(role -> profiles.about(role, aspect, MAX_CLAIMS)).toList());
      rows.add(row);
      gaps(row, roles).ifPresent(different::add);
      switch (aspect) {
        case PAY -> comparePay(roles, same, different);
        case EDUCATION -> compareEducation(row, roles, same, different);
        case EXPERIENCE -> compareExperience(row, roles, same, different);
        case SKILLS, SOFT_SKILLS -> compareSkills(aspect, roles, same);
        default -> {}
      }
    }
    return new Comparison(roles, same, different, rows);
  }

  /** Says which roles have nothing where others have something. */
  private static Optional<Claim> gaps(Row row, List<RoleDocument> roles) {
    List<String> without = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      if (row.cells().get(i).isEmpty()) {
        without.add(roles.get(i).title());
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
        own.putIfAbsent(List.of(pay.currency(), pay.period(), pay.measure(), pay.statistic()), pay);
      }
      if (own.isEmpty()) {
        return;
      }
      kinds.add(own);
    }
    Optional<List<Object>> shared =
        kinds.getFirst().keySet().stream()
            .filter(kind -> kinds.stream().allMatch(own -> own.containsKey(kind)))
            .findFirst();
    if (shared.isEmpty()) {
      different.add(
          new Claim(
              "Pay: the documents give no figure of the same kind for all, see the table",
              kinds.stream().map(own -> own.values().iterator().next().statement()).toList()));
      return;
    }
    List<Fact.Pay> figures = kinds.stream().map(own -> own.get(shared.get())).toList();
    List<Statement> statements = figures.stream().map(Fact.Pay::statement).toList();
    String figure = PayWords.what(figures.getFirst());
    String what = figure.equals("pay") ? "documented figures" : figure;
    if (figures.stream().map(Fact.Pay::amount).distinct().count() == 1) {
      same.add(new Claim("Pay: " + what + " the same for " + all(roles), statements));
      return;
    }
    List<Fact.Pay> ordered =
        figures.stream()
            .sorted((a, b) -> Double.compare(b.amount().middle(), a.amount().middle()))
            .toList();
    boolean isTie = ordered.get(0).amount().middle() == ordered.get(1).amount().middle();
    if (!isTie) {
      RoleDocument best = roles.get(figures.indexOf(ordered.getFirst()));
      different.add(
          new Claim(
              "Pay: "
                  + what
                  + " highest for "
                  + best.title()
                  + (roles.size() > 2
                      ? " and lowest for " + roles.get(figures.indexOf(ordered.getLast())).title()
                      : ", by the middle of the documented figures"),
              statements));
    }
  }

  private void compareEducation(
      Row row, List<RoleDocument> roles, List<Claim> same, List<Claim> different) {
    List<Set<EducationLevel>> levels = new ArrayList<>();
    for (List<Claim> cell : row.cells()) {
      Set<EducationLevel> own = EnumSet.noneOf(EducationLevel.class);
      for (Fact fact : facts(cell)) {
        if (fact instanceof Fact.Education education) {
          own.addAll(education.levels());
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
              evidence(row, fact -> fact instanceof Fact.Education e && meets(e, shared))));
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

  private static boolean meets(Fact.Education education, Set<EducationLevel> levels) {
    return education.levels().stream().anyMatch(levels::contains);
  }

  /** Compares the least years asked for, where each role names but one number. */
  private void compareExperience(
      Row row, List<RoleDocument> roles, List<Claim> same, List<Claim> different) {
    List<Double> least = new ArrayList<>();
    for (List<Claim> cell : row.cells()) {
      Set<Double> own = new HashSet<>();
      for (Fact fact : facts(cell)) {
        if (fact instanceof Fact.Experience experience) {
          OptionalDouble low = experience.years().low();
          own.add(low.orElse(0));
        }
      }
      if (own.size() != 1) {
        return;
      }
      least.addAll(own);
    }
    List<Statement> statements = evidence(row, Fact.Experience.class::isInstance);
    double most = least.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    if (least.stream().distinct().count() == 1) {
      same.add(new Claim("Experience: " + all(roles) + " ask for the same years", statements));
    } else if (least.stream().filter(years -> years == most).count() == 1) {
      different.add(
          new Claim(
              "Experience: " + roles.get(least.indexOf(most)).title() + " asks for the most years",
              statements));
    }
  }

  private void compareSkills(Aspect aspect, List<RoleDocument> roles, List<Claim> same) {
    List<Map<List<String>, Skill>> skills = new ArrayList<>();
    for (RoleDocument role : roles) {
      skills.add(skills(profiles.about(role, aspect, MAX_SKILLS)));
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
  }

  private static String names(List<List<String>> keys, Map<List<String>, Skill> skills) {
    return String.join(
        ", ", keys.stream().map(key -> requireNonNull(skills.get(key)).words()).toList());
  }

  /** A skill as a statement writes it. */
  private record Skill(String words, Statement in) {}

  /** The skills that claims list, by the words that tell them apart. */
  private static Map<List<String>, Skill> skills(List<Claim> claims) {
    Map<List<String>, Skill> skills = new LinkedHashMap<>();
    for (Claim claim : claims) {
      for (String part : BETWEEN_SKILLS.split(claim.text(), -1)) {
        String words = part.strip();
        for (String shorter = words; ; words = shorter) {
          shorter = LEADING_FILLER.matcher(words).replaceFirst("");
          if (shorter.equals(words)) {
            break;
          }
        }
        List<String> key = Words.canonical(words);
        boolean isName = !key.isEmpty() && key.size() <= 3 && words.length() >= 2;
        if (isName && words.codePoints().noneMatch(Character::isDigit)) {
          skills.putIfAbsent(key, new Skill(words, claim.statements().getFirst()));
        }
      }
    }
    return skills;
  }

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

  /** The first statement of each role that holds such a fact. */
  private List<Statement> evidence(Row row, Predicate<Fact> wanted) {
    return row.cells().stream()
        .flatMap(cell -> statements(cell, wanted).stream().limit(1))
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
      case HIGH_SCHOOL -> "a high school diploma";
      case VOCATIONAL -> "vocational training";
      case ASSOCIATE -> "an associate degree";
      case BACHELOR -> "a bachelor's degree";
      case MASTER -> "a master's degree";
      case PROFESSIONAL -> "a professional degree";
      case DOCTORATE -> "a doctorate";
    };
  }
}
