package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.PaySelection.Lacking;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is paid on top of the pay of a job for something: being on call, working far from home. */
final class ExtraPay {
  /** What is paid for by name; nothing else answers for it. */
  private static final String KIND =
      "on[- ]call|stand[- ]?by|sign(?:ing)?[- ]on|signing(?= bonus)"
          + "|(?:retention|relocation|referral|longevity)(?= (?:bonus|pay|allowance|supplement"
          + "|package|incentive|money|premium|payment)|:)";

  /** What a question on an extra has. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:"
              + KIND
              + "|allowances?|supplements?|stipends?|premiums?|loadings?|differentials?|per"
              + " diems?|(?:extra|additional|more) (?:money|pay|cash)|how much (?:extra|more"
              + " on top)|(?:paid|pay|get|earn) (?:an )?extra)\\b");

  private static final Pattern KINDS = Pattern.compile("(?i)\\b(?:" + KIND + ")(?!\\p{L})");

  /** What a statement on an extra has. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)\\b(?:"
              + KIND
              + "|allowances?|supplements?|stipends?|premiums?|loadings?|differentials?|per"
              + " diems?|bonus(?:es)?|extras?|further|additional|adds?|added|on top|plus)\\b");

  /** Words of questions on extras that tell none from another. */
  private static final Set<String> OPEN =
      Set.of(
          "extra",
          "additional",
          "money",
          "cash",
          "allowance",
          "supplement",
          "stipend",
          "premium",
          "loading",
          "differential",
          "bonus",
          "pay",
          "paid",
          "get",
          "earn",
          "work",
          "working",
          "job",
          "people",
          "much",
          "more",
          "per",
          "top");

  private static final int MAX_STATEMENTS = 2;

  private final KnowledgeBase knowledge;

  ExtraPay(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The answer to a question on an extra for a job; empty if it is none. */
  Optional<Answer> answer(Question question, Refusals refusals, Suggestions suggestions) {
    boolean paid = question.pay() || question.limits().measure().isPresent();
    if (!paid || question.mentions().size() != 1 || !ASKED.matcher(question.text()).find()) {
      return Optional.empty();
    }
    Job job = TextAnswers.preferred(question.mentions().getFirst());
    Optional<RoleDocument> role = job.role().flatMap(knowledge::find);
    Set<String> kinds = kinds(question.text());
    Set<String> words = words(question);
    if (role.isEmpty() || (kinds.isEmpty() && words.isEmpty())) {
      return Optional.empty();
    }
    List<Statement> best = best(role.get(), kinds, words);
    if (!best.isEmpty()) {
      var draft = new Draft(knowledge);
      draft.heading(job.title());
      best.forEach(statement -> draft.item(TextAnswers.quote(statement), List.of(statement)));
      return Optional.of(draft.answer(suggestions.afterPay(question, List.of())));
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refusals.lacking(
                question,
                new Lacking("figures about “" + kinds.iterator().next() + "”", List.of())));
  }

  /** Of the statements on extras with an amount, those that say most of what is asked. */
  private static List<Statement> best(RoleDocument role, Set<String> kinds, Set<String> words) {
    List<Statement> best = new ArrayList<>();
    long most = kinds.isEmpty() ? 1 : 0;
    for (Statement statement : role.statements()) {
      String text = String.join(" ", statement.lead()) + " " + statement.text();
      if (!TOLD.matcher(text).find() || !isFigured(statement) || !kinds(text).containsAll(kinds)) {
        continue;
      }
      List<String> own = Words.canonical(text);
      long said =
          words.stream().filter(word -> own.stream().anyMatch(o -> isForm(word, o))).count();
      if (said > most) {
        best.clear();
        most = said;
      }
      if (said == most) {
        best.add(statement);
      }
    }
    return best.stream().limit(MAX_STATEMENTS).toList();
  }

  private static boolean isFigured(Statement statement) {
    return Figures.in(statement.text()).stream()
        .anyMatch(f -> f.kind() == Figure.Kind.MONEY || f.kind() == Figure.Kind.PERCENT);
  }

  /** The kinds of extras a text names, each written in one way. */
  private static Set<String> kinds(String text) {
    Set<String> kinds = new LinkedHashSet<>();
    Matcher kind = KINDS.matcher(text);
    while (kind.find()) {
      kinds.add(
          kind.group()
              .toLowerCase(Locale.ROOT)
              .replace("signing", "sign")
              .replace("standby", "stand by")
              .replace('-', ' '));
    }
    return kinds;
  }

  /** What an extra is asked for: the words of the question beside those of the job and of pay. */
  private static Set<String> words(Question question) {
    String text = KINDS.matcher(question.text()).replaceAll(" ");
    Set<String> words = new HashSet<>();
    Set<String> ofJob = new HashSet<>(Words.canonical(question.mentions().getFirst().wording()));
    for (String word : Words.of(text)) {
      if (!JobTitles.isStop(word) && !PayTerms.isPay(word)) {
        words.addAll(Words.canonical(word));
      }
    }
    words.removeAll(OPEN);
    words.removeAll(ofJob);
    return words;
  }

  /** Whether two words are forms of one: "flying" and "fly". */
  private static boolean isForm(String asked, String own) {
    String stem = asked.replaceFirst("(?<=\\p{L}{3})(?:ing|ed|s)$", "");
    return own.equals(asked) || own.replaceFirst("(?<=\\p{L}{3})(?:ing|ed|s)$", "").equals(stem);
  }
}
