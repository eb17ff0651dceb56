package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.render.JsonAnswer;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.List;

/**
 * Everything that was loaded from a set of folders.
 *
 * @param documents the role documents, ordered by id, never empty
 * @param facts their facts
 * @param answerer answers from them
 */
public record Workspace(List<RoleDocument> documents, JsonAnswer.Facts facts, Answerer answerer) {
  public Workspace {
    requireNonNull(facts, "facts");
    requireNonNull(answerer, "answerer");
    documents = List.copyOf(documents);
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("documents must not be empty");
    }
  }

  /** A workspace over one snapshot of the documents. */
  public static Workspace of(KnowledgeBase knowledge, Answerer answerer) {
    return new Workspace(knowledge.documents(), knowledge::facts, answerer);
  }
}
