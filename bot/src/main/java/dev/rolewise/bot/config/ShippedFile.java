package dev.rolewise.bot.config;

/** The configuration file as it is shipped, which says nothing but the defaults. */
final class ShippedFile {
  /** Held in the class: reading it as a resource would open the jars of a short-lived process. */
  static final String CONTENT =
      """
      # Every key with its default. Each can be set in the environment instead: rolewise.data-dir is
      # ROLEWISE_DATA_DIR. Relative paths here start at the folder of the program.
      rolewise:
        knowledge:
          # Folders of role documents.
          dirs:
            - knowledge/roles
        # Where caches and the history of the chat live.
        data-dir: ~/.local/share/rolewise
      """;

  private ShippedFile() {}
}
