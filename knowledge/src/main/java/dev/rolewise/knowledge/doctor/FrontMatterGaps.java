package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.FrontMatterKey;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Front matter that leaves to the words of the document what it could say for certain. */
final class FrontMatterGaps implements Check {
  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<Finding> findings = new ArrayList<>();
    for (RoleDocument document : read.documents()) {
      var given = read.frontMatter().get(document.id());
      if (given != null) {
        describe(document, given.keySet(), knowledge.facts(document.id()))
            .map(message ->
                Finding.warning(
                    Finding.Kind.MISSING_FRONT_MATTER, new Spot(document.source(), 1), message))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<String> describe(
      RoleDocument document, Set<FrontMatterKey> given, List<Fact> facts) {
    List<String> missing = new ArrayList<>();
    List<String> read = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (FrontMatterKey key : FrontMatterKey.values()) {
      if (!given.contains(key) && isWanted(key, facts)) {
        missing.add(key.wording());
        Optional<String> value = value(key, document);
        value.ifPresent(text -> read.add(key.wording() + " " + text));
        if (value.isEmpty()) {
          unknown.add(key.wording());
        }
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "front matter gives no "
            + Wordings.list(missing, "or")
            + (read.isEmpty() ? "" : "; read from the text: " + String.join(", ", read))
            + (unknown.isEmpty() ? "" : "; the text gives no " + Wordings.list(unknown, "or")));
  }

  /** Year and market are of figures; a document without any needs neither. */
  private static boolean isWanted(FrontMatterKey key, List<Fact> facts) {
    return switch (key) {
      case TITLE -> true;
      case ALIASES -> false;
      case CURRENCY -> facts.stream().anyMatch(Fact.Pay.class::isInstance);
      case AS_OF, MARKET ->
          facts.stream().anyMatch(fact -> fact instanceof Fact.Pay || fact instanceof Fact.Market);
    };
  }

  private static Optional<String> value(FrontMatterKey key, RoleDocument document) {
    return switch (key) {
      case TITLE -> Optional.of("'" + document.title() + "'");
      case ALIASES -> Optional.of(document.aliases().toString());
      case AS_OF ->
          document.asOf().isPresent()
              ? Optional.of(String.valueOf(document.asOf().getAsInt()))
              : Optional.empty();
      case MARKET -> document.market().map(market -> "'" + market + "'");
      case CURRENCY -> document.currency().map(currency -> currency.getCurrencyCode());
    };
  }
}
