package dev.rolewise.knowledge.document;

/** What a statement was in its document. */
public enum StatementKind {
  /** An item of a list, numbered or not. */
  BULLET,
  /** A sentence of running text. */
  SENTENCE,
  /** A row of a table; a quick-facts box counts as a table. */
  TABLE_ROW
}
