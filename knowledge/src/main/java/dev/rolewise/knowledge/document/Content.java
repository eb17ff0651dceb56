package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a reader found in a file.
 *
 * @param frontMatter what the file says about itself
 * @param title name the format itself gives the document, or empty
 * @param blocks in reading order
 */
record Content(FrontMatter frontMatter, String title, List<Block> blocks) {
  Content {
    requireNonNull(frontMatter, "frontMatter");
    requireNonNull(title, "title");
    blocks = List.copyOf(blocks);
  }

  static Content of(List<Block> blocks) {
    return new Content(FrontMatter.NONE, "", blocks);
  }
}
