package dev.rolewise.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.config.ConfigurationResult.Invalid;
import dev.rolewise.bot.config.ConfigurationResult.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  private static final Path SHIPPED = Path.of("..", "config", "rolewise.yaml");

  @TempDir private Path home;

  @Test
  void defaultsAreTheBundledDocumentsAndTheFolderOfTheUser() {
    String userHome = System.getProperty("user.home");

    assertThat(Configuration.DEFAULT)
        .isEqualTo(
            new Configuration(
                new KnowledgeConfig(List.of(Path.of("knowledge/roles"))),
                Path.of(userHome, ".local", "share", "rolewise")));
  }

  @Test
  void everyKeyCanBeSetInTheFile() throws IOException {
    write(
        """
        rolewise:
          knowledge:
            dirs: [mine, /srv/roles, ~/roles]
          data-dir: cache
        """);

    assertThat(read(Map.of()))
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(
                        List.of(
                            home.resolve("mine"),
                            Path.of("/srv/roles"),
                            Path.of(System.getProperty("user.home"), "roles"))),
                    home.resolve("cache"))));
  }

  @Test
  void everyKeyCanBeSetInTheEnvironment_whichWins() throws IOException {
    write("rolewise: {knowledge: {dirs: mine}, data-dir: cache}");

    assertThat(
            read(
                Map.of(
                    "ROLEWISE_KNOWLEDGE_DIRS", "one, /srv/two", "ROLEWISE_DATA_DIR", "/srv/data")))
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(List.of(Path.of("one"), Path.of("/srv/two"))),
                    Path.of("/srv/data"))));
  }

  @Test
  void withoutAFileTheDefaultsHold_fromTheFolderOfTheProgram() {
    assertThat(read(Map.of())).isEqualTo(new Valid(defaults()));
  }

  @Test
  void theShippedFileSaysTheDefaults_parsedOrNot() throws IOException {
    String shipped = Files.readString(SHIPPED);

    write(shipped);
    assertThat(read(Map.of())).isEqualTo(new Valid(defaults()));

    write(shipped + "# something of my own\n");
    assertThat(read(Map.of())).isEqualTo(new Valid(defaults()));
  }

  @Test
  void theFileThatIsNotParsedIsTheShippedOne() throws IOException {
    assertThat(Files.readString(SHIPPED)).isEqualTo(ShippedFile.CONTENT);
  }

  @Test
  void theShippedFileShowsEveryKey() throws IOException {
    ConfigurationFile file =
        YamlFile.parse("shipped", Files.readAllBytes(SHIPPED), ConfigurationReader.KEYS);

    assertThat(file.values()).containsOnlyKeys(ConfigurationReader.KEYS);
  }

  @Test
  void reportsAllProblemsTogether() throws IOException {
    write(
        """
        rolewise:
          knowlege: {dirs: mine}
          data-dir: [one, two]
        roles: all
        """);

    String file = home.resolve("config/rolewise.yaml").toString();
    assertThat(read(Map.of("ROLEWISE_KNOWLEDGE_DIRS", "one,,two")))
        .isEqualTo(
            new Invalid(
                List.of(
                    file
                        + ": unknown key 'roles', known are"
                        + " [rolewise.data-dir, rolewise.knowledge.dirs]",
                    file
                        + ": unknown key 'rolewise.knowlege.dirs', known are"
                        + " [rolewise.data-dir, rolewise.knowledge.dirs]",
                    "ROLEWISE_KNOWLEDGE_DIRS: must name a folder, got nothing",
                    "rolewise.data-dir: must be one folder, got 2")));
  }

  @Test
  void saysSo_whenTheFileIsNoYaml() throws IOException {
    write("rolewise: [unclosed");

    assertThat(read(Map.of()))
        .isEqualTo(
            new Invalid(List.of(home.resolve("config/rolewise.yaml") + ": is not valid YAML")));
  }

  @Test
  void saysSo_whenAFolderHasNoName() throws IOException {
    write("rolewise: {knowledge: {dirs: \"\"}, data-dir: \"a\\0b\"}");

    assertThat(read(Map.of()))
        .isEqualTo(
            new Invalid(
                List.of(
                    "rolewise.knowledge.dirs: must name a folder, got nothing",
                    "rolewise.data-dir: must name a folder, got 'a\0b'")));
  }

  private ConfigurationResult read(Map<String, String> environment) {
    return ConfigurationReader.read(home, environment);
  }

  private Configuration defaults() {
    return new Configuration(
        new KnowledgeConfig(List.of(home.resolve("knowledge/roles"))),
        Configuration.DEFAULT.dataDir());
  }

  private void write(String yaml) throws IOException {
    Path folder = Files.createDirectories(home.resolve("config"));
    Files.writeString(folder.resolve("rolewise.yaml"), yaml);
  }
}
