package dev.rolewise.knowledge.index;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.FactExtractor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was loaded, as one immutable snapshot. */
public final class KnowledgeBase {
  private final List<RoleDocument> documents;
  private final Map<String, RoleDocument> byId = new HashMap<>();
  private final Map<String, List<Fact>> factsByDocument = new HashMap<>();
  private final Map<Statement, List<Fact>> factsByStatement = new HashMap<>();
  private final List<Fact> facts;
  private final List<Problem> problems;
  private final JobCatalog jobs;

  private KnowledgeBase(List<RoleDocument> documents, List<Problem> problems) {
    this.documents = List.copyOf(documents);
    this.problems = List.copyOf(problems);
    List<Fact> all = new ArrayList<>();
    for (RoleDocument document : documents) {
      List<Fact> own = FactExtractor.extract(document);
      byId.put(document.id(), document);
      factsByDocument.put(document.id(), own);
      own.forEach(
          fact ->
              factsByStatement.computeIfAbsent(fact.statement(), _ -> new ArrayList<>()).add(fact));
      all.addAll(own);
    }
    facts = List.copyOf(all);
    jobs = JobCatalog.of(this.documents, facts);
  }

  /** The snapshot of what was read. */
  public static KnowledgeBase of(Documents documents) {
    return new KnowledgeBase(documents.documents(), documents.problems());
  }

  /** The documents, ordered by id. */
  public List<RoleDocument> documents() {
    return documents;
  }

  /** The document with the id. */
  public Optional<RoleDocument> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every fact of every document, in reading order. */
  public List<Fact> facts() {
    return facts;
  }

  /** The facts of one document, in reading order. */
  public List<Fact> facts(String document) {
    return factsByDocument.getOrDefault(document, List.of());
  }

  /** The facts of one statement. */
  public List<Fact> facts(Statement statement) {
    return List.copyOf(factsByStatement.getOrDefault(statement, List.of()));
  }

  /** The jobs that the documents know. */
  public JobCatalog jobs() {
    return jobs;
  }

  /** What somebody should look at in the documents, errors first. */
  public List<Problem> problems() {
    return problems;
  }

  /** The document a statement stands in. */
  public RoleDocument documentOf(Statement statement) {
    return requireNonNull(byId.get(statement.document()), statement.document());
  }
}
