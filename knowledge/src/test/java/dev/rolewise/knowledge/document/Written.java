package dev.rolewise.knowledge.document;

/** Role documents read from texts in tests, without a file. */
public final class Written {
  private Written() {}

  /** A Markdown document at {@code knowledge/roles/<id>.md}. */
  public static RoleDocument markdown(String id, String text) {
    return document(id, ".md", MarkdownReader.read(text));
  }

  /** An HTML page at {@code knowledge/roles/<id>.html}. */
  public static RoleDocument html(String id, String text) {
    return document(id, ".html", HtmlReader.read(text));
  }

  private static RoleDocument document(String id, String ending, Content content) {
    try {
      return Assembler.document(id, "knowledge/roles/" + id + ending, content);
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(id + ending, e);
    }
  }
}
