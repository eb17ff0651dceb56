package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Labels figures of pay: whose they are, what narrows them, which figure it is. Thread-safe. */
final class PayLabels {
  /** A sentence in front of a table narrows none of its rows. */
  private static final Pattern INTRODUCES =
      Pattern.compile("(?i)\\b(?:following|as follows|(?:shown|given|listed) (?:below|here))\\b");

  private final KnowledgeBase knowledge;
  private final PaySelector selector;

  PayLabels(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    selector = new PaySelector(knowledge);
  }

  /** A row for each figure, without repeats. */
  List<PayRow> rows(List<Fact.Pay> facts, Job job) {
    return facts.stream().map(fact -> row(fact, job)).distinct().toList();
  }

  /** Figures of one line that are called the same get the names of their columns. */
  static List<PayRow> toldApart(List<PayRow> rows) {
    List<PayRow> apart = new ArrayList<>();
    for (PayRow row : rows) {
      boolean isAlone =
          rows.stream()
              .noneMatch(other ->
                  !other.equals(row)
                      && other.fact().statement().equals(row.fact().statement())
                      && other.limits().equals(row.limits())
                      && other.what().equals(row.what()));
      apart.add(isAlone ? row : column(row).map(row::called).orElse(row));
    }
    return apart;
  }

  private static Optional<String> column(PayRow row) {
    return PayKinds.cell(row.fact()).map(Cell::header).filter(header -> !header.isBlank());
  }

  /** A figure as a row, with the words of the document for what narrows it. */
  PayRow row(Fact.Pay fact, Job job) {
    Optional<String> rank = PayKinds.rank(fact);
    String title =
        rank.orElse(
            fact.subject().isDocumentRole()
                    || JobName.of(fact.subject().jobTitle()).isSameAs(JobName.of(job.title()))
                ? job.title()
                : fact.subject().jobTitle());
    List<String> limits =
        limits(fact).stream().filter(limit -> rank.isEmpty() || !says(title, limit)).toList();
    return new PayRow(
        title,
        String.join(", ", limits),
        PayWords.what(fact),
        PayWords.amount(fact),
        selector.market(fact).orElse(""),
        PayKinds.isOutdated(fact) ? OptionalInt.empty() : fact.year(),
        knowledge.documentOf(fact.statement()).asOf(),
        fact);
  }

  /** What narrows a figure: what is understood of it, else the words of its line. */
  private List<String> limits(Fact.Pay fact) {
    List<String> limits = new ArrayList<>(PayWords.limits(fact));
    if (PayKinds.isOutdated(fact)) {
      limits.add("out of date");
    }
    limits.removeIf(limit -> INTRODUCES.matcher(limit).find());
    String words = Narrowing.of(fact, knowledge.documentOf(fact.statement())).words();
    if (!words.isEmpty() && limits.stream().noneMatch(limit -> says(limit, words))) {
      limits.removeIf(limit -> says(words, limit));
      limits.add(words);
    }
    return limits.stream()
        .filter(limit ->
            limits.stream()
                .noneMatch(other -> other.length() > limit.length() && says(other, limit)))
        .distinct()
        .toList();
  }

  private static boolean says(String text, String other) {
    return Words.of(text).containsAll(Words.of(other));
  }
}
