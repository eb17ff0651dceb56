package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.List;

/** Looks for findings of one kind, or of a few that belong together. */
@FunctionalInterface
interface Check {
  /**
   * What it finds, in any order.
   *
   * @param read the documents as they were read
   * @param knowledge the same documents with their facts
   */
  List<Finding> examine(Documents read, KnowledgeBase knowledge);
}
