package dev.rolewise.bot.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the role documents are.
 *
 * @param dirs folders of role documents, never empty
 */
public record KnowledgeConfig(List<Path> dirs) {
  /** The bundled documents, relative to the folder of the program. */
  public static final KnowledgeConfig DEFAULT =
      new KnowledgeConfig(List.of(Path.of("knowledge", "roles")));

  public KnowledgeConfig {
    dirs = List.copyOf(dirs);
    if (dirs.isEmpty()) {
      throw new IllegalArgumentException("dirs must not be empty");
    }
  }
}
