package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.DocumentFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of documents to be examined in 2026. */
record Ward(Path folder) {
  static final int YEAR = 2026;

  /** Front matter that leaves nothing to the text. */
  static final String FRONT_MATTER =
      """
      ---
      title: Baker
      aliases: [bread maker]
      as-of: 2025
      market: US
      currency: USD
      ---
      """;

  Ward with(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return this;
  }

  /** A Markdown document about bakers with front matter that leaves nothing to the text. */
  Ward baker(String text) throws IOException {
    return with("baker.md", FRONT_MATTER + text);
  }

  List<Finding> findings() {
    return Doctor.examine(DocumentFolders.read(List.of(folder), folder), YEAR);
  }

  /** The findings of one kind, as they are shown. */
  List<String> shown(Finding.Kind kind) {
    return findings().stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::toString)
        .toList();
  }
}
