package dev.rolewise.bot.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolewise.bot.config.ConfigurationResult.Invalid;
import dev.rolewise.bot.config.ConfigurationResult.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration: the environment first, then {@code config/rolewise.yaml}, then the
 * defaults.
 *
 * <p>A file that is the shipped one byte for byte holds nothing but defaults and is not parsed:
 * parsing costs a short-lived process more than answering a question.
 */
public final class ConfigurationReader {
  static final String KNOWLEDGE_DIRS = "rolewise.knowledge.dirs";
  static final String DATA_DIR = "rolewise.data-dir";
  static final List<String> KEYS = List.of(DATA_DIR, KNOWLEDGE_DIRS);

  private final Path home;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  private ConfigurationReader(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * Reads the configuration of a program.
   *
   * @param home folder of the program; relative paths in the file start here
   * @param environment environment variables; relative paths in them start at the working directory
   */
  public static ConfigurationResult read(Path home, Map<String, String> environment) {
    return new ConfigurationReader(home, environment).read();
  }

  private ConfigurationResult read() {
    ConfigurationFile file = readFile(home.resolve("config").resolve("rolewise.yaml"));
    problems.addAll(file.problems());
    List<Path> dirs = paths(KNOWLEDGE_DIRS, file, Configuration.DEFAULT.knowledge().dirs());
    List<Path> dataDir = paths(DATA_DIR, file, List.of(Configuration.DEFAULT.dataDir()));
    if (dataDir.size() > 1) {
      problems.add(DATA_DIR + ": must be one folder, got " + dataDir.size());
    }
    return problems.isEmpty()
        ? new Valid(new Configuration(new KnowledgeConfig(dirs), dataDir.getFirst()))
        : new Invalid(problems);
  }

  private ConfigurationFile readFile(Path path) {
    if (!Files.exists(path)) {
      return ConfigurationFile.EMPTY;
    }
    try {
      byte[] content = Files.readAllBytes(path);
      return Arrays.equals(content, ShippedFile.CONTENT.getBytes(UTF_8))
          ? ConfigurationFile.EMPTY
          : YamlFile.parse(path.toString(), content, KEYS);
    } catch (IOException e) {
      problems.add(path + ": cannot be read");
      return ConfigurationFile.EMPTY;
    }
  }

  private List<Path> paths(String key, ConfigurationFile file, List<Path> defaults) {
    Optional<String> variable = findVariable(key);
    if (variable.isPresent()) {
      return paths(variableOf(key), Arrays.asList(variable.get().split(",", -1)), Path.of(""));
    }
    return file.find(key)
        .map(values -> paths(key, values, home))
        .orElseGet(() -> defaults.stream().map(home::resolve).toList());
  }

  private List<Path> paths(String name, List<String> values, Path start) {
    var paths = new ArrayList<Path>();
    for (String value : values) {
      try {
        if (value.isBlank()) {
          problems.add(name + ": must name a folder, got nothing");
        } else {
          paths.add(start.resolve(withoutTilde(value.strip())));
        }
      } catch (InvalidPathException e) {
        problems.add(name + ": must name a folder, got '" + value.strip() + "'");
      }
    }
    if (values.isEmpty()) {
      problems.add(name + ": must name a folder, got nothing");
    }
    return paths;
  }

  private Path withoutTilde(String value) {
    String userHome = System.getProperty("user.home", "");
    return value.equals("~") || value.startsWith("~/")
        ? Path.of(userHome + value.substring(1))
        : Path.of(value);
  }

  private Optional<String> findVariable(String key) {
    return Optional.ofNullable(environment.get(variableOf(key))).filter(value -> !value.isEmpty());
  }

  /** Name of the environment variable for a key. */
  static String variableOf(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
