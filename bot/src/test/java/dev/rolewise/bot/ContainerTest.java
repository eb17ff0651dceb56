package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Dockerfile.Instruction;
import dev.rolewise.bot.config.HttpConfig;
import dev.rolewise.bot.web.ServerStart;
import dev.rolewise.bot.web.ServiceMetrics;
import dev.rolewise.bot.web.WebServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the steps of the Dockerfile as a script into a folder. Packages, users and Maven are stood
 * in for: Maven by the classes under test, the others by nothing.
 */
class ContainerTest {
  private static final Path CONTEXT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FOLDER = Path.of("target", "container").toAbsolutePath();
  private static final Path ROOT = FOLDER.resolve("root");
  private static final Path STAND_INS = FOLDER.resolve("stand-ins");
  private static final Path BUILT = FOLDER.resolve("built");
  private static final List<String> STOOD_IN_FOR =
      List.of("apt-get", "groupadd", "useradd", "chown");

  private static final String BUILD_STAGE = "build";

  private static Dockerfile dockerfile = new Dockerfile(List.of());

  @BeforeAll
  static void runsTheSteps() throws IOException, InterruptedException {
    delete(FOLDER);
    Files.createDirectories(ROOT);
    dockerfile = Dockerfile.read(CONTEXT.resolve("Dockerfile"));
    packageClassesUnderTest();
    for (String command : STOOD_IN_FOR) {
      standIn(command, "exit 0");
    }
    standIn("mvn", "mkdir -p bot/target && cp -R '" + BUILT + "'/. bot/target/");
    Path script = Files.writeString(FOLDER.resolve("steps.sh"), script());

    Finished steps = run(List.of("bash", script.toString()), Map.of("PATH", pathWithStandIns()));

    assertThat(steps).isEqualTo(new Finished(0, "", ""));
  }

  @Test
  void theProgramStartsFromItsFolder() throws IOException, InterruptedException {
    Finished version = run(entryPoint("version"), environment());

    assertThat(version.err()).isEmpty();
    assertThat(version.out()).matches("rolewise \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(version.status()).isZero();
  }

  @Test
  void theProgramKnowsTheDocumentsThatCameWithIt() throws IOException, InterruptedException {
    Finished roles = run(entryPoint("roles"), environment());

    assertThat(roles.err()).isEmpty();
    assertThat(roles.out()).contains("Assistant Vice President");
    assertThat(roles.status()).isZero();
  }

  @Test
  void theHealthCheckFindsOutWhetherTheServiceIsAlive() throws IOException, InterruptedException {
    String check = dockerfile.last("HEALTHCHECK").replaceFirst("^.*\\bCMD\\s+", "");
    List<String> command = List.of(new ObjectMapper().readValue(check, String[].class));
    int port;
    var started =
        WebServer.start(
            new HttpConfig("127.0.0.1", 0), List.of(), new ServiceMetrics(), Optional.empty());
    try (var server = ((ServerStart.Started) started).server()) {
      port = server.port();

      assertThat(run(command, Map.of("ROLEWISE_HTTP_PORT", Integer.toString(port))).status())
          .isZero();
    }
    assertThat(run(command, Map.of("ROLEWISE_HTTP_PORT", Integer.toString(port))).status())
        .isNotZero();
  }

  @Test
  void itRunsAsAnOrdinaryUser_withVolumesForDataAndDocuments() {
    assertThat(dockerfile.last("USER")).isEqualTo("10001:10001");
    assertThat(dockerfile.last("VOLUME")).isEqualTo("[\"/data\", \"/documents\"]");
    assertThat(dockerfile.last("CMD")).isEqualTo("[\"serve\"]");
    assertThat(dockerfile.last("FROM")).startsWith("eclipse-temurin:25");
    assertThat(dockerfile.instructions())
        .filteredOn(instruction -> instruction.keyword().equals("FROM"))
        .hasSize(2)
        .noneMatch(from -> from.text().contains("alpine"));
  }

  @Test
  void noSecretIsBuiltIn() throws IOException {
    assertThat(Files.readString(CONTEXT.resolve("Dockerfile")))
        .doesNotContainIgnoringCase("TOKEN")
        .doesNotContain("SIGNING", "xoxb-", "xapp-")
        .doesNotContain("ARG ");
  }

  @Test
  void whatIsCopiedIsLetThroughByTheIgnoreFile_andNothingElse() throws IOException {
    List<String> through =
        Files.readAllLines(CONTEXT.resolve(".dockerignore")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    var copied = new ArrayList<String>();
    for (Instruction copy : dockerfile.instructions()) {
      if (copy.keyword().equals("COPY") && !copy.text().contains("--from=")) {
        copied.addAll(copy.words().subList(0, copy.words().size() - 1));
      }
    }

    assertThat(through.getFirst()).isEqualTo("*");
    assertThat(through.subList(1, through.size()))
        .containsExactlyInAnyOrderElementsOf(copied.stream().map(path -> "!" + path).toList());
  }

  /** The steps, with every folder of the container below a root of its own for each stage. */
  private static String script() {
    var lines = new ArrayList<String>(List.of("set -euo pipefail"));
    Path root = ROOT;
    var workDir = "/";
    for (Instruction step : dockerfile.instructions()) {
      switch (step.keyword()) {
        case "FROM" -> {
          root = step.text().endsWith(" AS " + BUILD_STAGE) ? FOLDER.resolve(BUILD_STAGE) : ROOT;
          workDir = "/";
        }
        case "WORKDIR" -> {
          workDir = step.text();
          lines.add("mkdir -p '" + root + workDir + "'");
        }
        case "COPY" -> lines.addAll(copy(step, root, workDir));
        case "RUN" -> {
          lines.add("cd '" + root + workDir + "'");
          lines.add(below(root, step.text()));
        }
        default -> {
          // Says how to run the program; the tests read it.
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> copy(Instruction step, Path root, String workDir) {
    List<String> words = step.words();
    String target = words.getLast();
    Path folder = Path.of(root + (target.startsWith("/") ? target : workDir + "/" + target));
    Path from =
        step.text().contains("--from=" + BUILD_STAGE) ? FOLDER.resolve(BUILD_STAGE) : CONTEXT;
    var lines = new ArrayList<String>();
    lines.add("mkdir -p '" + folder + "'");
    for (String source : words.subList(0, words.size() - 1)) {
      Path path = Path.of(from + "/" + source);
      // Of a folder, its content is copied.
      lines.add(
          "if [ -d '%s' ]; then cp -R '%s'/. '%s'/; else cp '%s' '%s'/; fi"
              .formatted(path, path, folder, path, folder));
    }
    return lines;
  }

  /** A command whose absolute paths are put below a folder, so that it touches nothing else. */
  private static String below(Path root, String command) {
    return command.replaceAll("(?<=\\s)/(?=[a-z])", root + "/");
  }

  private static List<String> entryPoint(String... arguments) throws IOException {
    String text = dockerfile.last("ENTRYPOINT");
    var command = new ArrayList<String>();
    for (String word : new ObjectMapper().readValue(text, String[].class)) {
      command.add(word.replaceFirst("(^|=)/opt/", "$1" + ROOT + "/opt/"));
    }
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String setting : dockerfile.last("ENV").split("\\s+", -1)) {
      String[] nameAndValue = setting.split("=", 2);
      environment.put(
          nameAndValue[0],
          nameAndValue[1].startsWith("/") ? ROOT + nameAndValue[1] : nameAndValue[1]);
    }
    return environment;
  }

  private static String pathWithStandIns() {
    return STAND_INS + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
  }

  private static void standIn(String command, String body) throws IOException {
    Files.createDirectories(STAND_INS);
    Path file = STAND_INS.resolve(command);
    Files.writeString(file, "#!/usr/bin/env bash\nset -e\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Puts together what {@code mvn package} would: a jar, and the libraries beside it. */
  private static void packageClassesUnderTest() throws IOException {
    Path lib = Files.createDirectories(BUILT.resolve("lib"));
    Path own = Path.of("target", "classes").toAbsolutePath();
    var libraries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (entry.isEmpty() || path.equals(own) || path.endsWith("test-classes")) {
        continue;
      }
      if (Files.isDirectory(path)) {
        Path jar = lib.resolve("classes-" + libraries.size() + ".jar");
        writeJar(jar, path, new Manifest());
        libraries.add("lib/" + jar.getFileName());
      } else if (entry.endsWith(".jar")) {
        Files.copy(path, lib.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        libraries.add("lib/" + path.getFileName());
      }
    }
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    writeJar(BUILT.resolve("rolewise.jar"), own, manifest);
  }

  private static void writeJar(Path jar, Path folder, Manifest manifest) throws IOException {
    manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(folder.relativize(path).toString(), path));
    }
    files.remove("META-INF/MANIFEST.MF");
    try (OutputStream out = Files.newOutputStream(jar);
        var entries = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        entries.putNextEntry(new JarEntry(file.getKey()));
        Files.copy(file.getValue(), entries);
        entries.closeEntry();
      }
    }
  }

  private static Finished run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(FOLDER, "out", ".txt");
    Path err = Files.createTempFile(FOLDER, "err", ".txt");
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Finished(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What a process left. */
  private record Finished(int status, String out, String err) {}
}
