package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a reader found in a file.
 *
 * @param frontMatter what the file says about itself
 * @param titles names the format itself gives the document, the best first; may be empty
 * @param notes what stands around the content and is no part of it, such as the foot of a page
 * @param region country whose readers the format says it is written for, as a code of two letters,
 *     or empty
 * @param blocks in reading order
 */
record Content(
    FrontMatter frontMatter,
    List<String> titles,
    List<String> notes,
    String region,
    List<Block> blocks) {
  Content {
    requireNonNull(frontMatter, "frontMatter");
    requireNonNull(region, "region");
    titles = List.copyOf(titles);
    notes = List.copyOf(notes);
    blocks = List.copyOf(blocks);
  }

  static Content of(List<Block> blocks) {
    return of(FrontMatter.NONE, blocks);
  }

  static Content of(FrontMatter frontMatter, List<Block> blocks) {
    return new Content(frontMatter, List.of(), frontMatter.notes(), "", blocks);
  }
}
