package dev.rolewise.knowledge.document;

import java.util.Arrays;
import java.util.Optional;

/** What a document can say about itself in its front matter. */
public enum FrontMatterKey {
  TITLE("title"),
  ALIASES("aliases"),
  AS_OF("as-of"),
  MARKET("market"),
  CURRENCY("currency");

  private final String wording;

  FrontMatterKey(String wording) {
    this.wording = wording;
  }

  /** As documents write it. */
  public String wording() {
    return wording;
  }

  static Optional<FrontMatterKey> find(String wording) {
    return Arrays.stream(values()).filter(key -> key.wording.equals(wording)).findFirst();
  }
}
