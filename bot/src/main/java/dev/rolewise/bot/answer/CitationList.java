package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the statements that are cited, in the order they are first cited. Not thread-safe. */
public final class CitationList {
  private final KnowledgeBase knowledge;
  private final Map<Statement, Citation> citations = new LinkedHashMap<>();

  /**
   * @param knowledge holds every statement that will be cited
   */
  public CitationList(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The numbers of the statements, each once; a statement that is new gets the next number. */
  public List<Integer> cite(List<Statement> statements) {
    return statements.stream()
        .map(statement -> citations.computeIfAbsent(statement, this::next).number())
        .distinct()
        .toList();
  }

  private Citation next(Statement statement) {
    RoleDocument document = knowledge.documentOf(statement);
    return new Citation(
        citations.size() + 1,
        document.title(),
        document.source(),
        document.asOf(),
        document.market(),
        statement);
  }

  /** What was cited so far; number n is at index n - 1. */
  public List<Citation> citations() {
    return List.copyOf(citations.values());
  }
}
