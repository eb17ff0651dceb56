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
  private final List<Fact> facts;
  private final List<Problem> problems;
  private final JobCatalog jobs;

  /**
   * @param extracted the facts of each document, in the order of the documents
   */
  KnowledgeBase(Documents read, List<List<Fact>> extracted, JobCatalog jobs) {
    this.documents = read.documents();
    this.problems = read.problems();
    this.jobs = jobs;
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < extracted.size(); i++) {
      RoleDocument document = documents.get(i);
      byId.put(document.id(), document);
      factsByDocument.put(document.id(), List.copyOf(extracted.get(i)));
      all.addAll(extracted.get(i));
    }
    facts = List.copyOf(all);
  }

  /** The snapshot of what was read. */
  public static KnowledgeBase of(Documents documents) {
    // Extraction is most of the work of a start, and documents do not depend on each other.
    List<List<Fact>> extracted =
        documents.documents().parallelStream().map(FactExtractor::extract).toList();
    List<Fact> facts = extracted.stream().flatMap(List::stream).toList();
    return new KnowledgeBase(documents, extracted, JobCatalog.of(documents.documents(), facts));
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
    var own = new ArrayList<Fact>();
    for (Fact fact : facts(statement.document())) {
      // A statement is known by its number in its document.
      if (fact.statement().ordinal() == statement.ordinal()) {
        own.add(fact);
      }
    }
    return List.copyOf(own);
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
