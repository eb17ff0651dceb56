package dev.rolewise.bot;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String PROJECT = "dev.rolewise";

  private static final String DOCUMENT = PROJECT + ".knowledge.document";
  private static final String FACT = PROJECT + ".knowledge.fact";
  private static final String INDEX = PROJECT + ".knowledge.index";
  private static final String DOCTOR = PROJECT + ".knowledge.doctor";
  private static final String EMBEDDING = PROJECT + ".knowledge.embedding";
  private static final String RETRIEVAL = PROJECT + ".knowledge.retrieval";
  private static final String BOT = PROJECT + ".bot";
  private static final String ANSWER = PROJECT + ".bot.answer";
  private static final String COMMAND = PROJECT + ".bot.command";
  private static final String RENDER = PROJECT + ".bot.render";
  private static final String CONSOLE = PROJECT + ".bot.console";
  private static final String EVALUATION = PROJECT + ".bot.evaluation";
  private static final String BENCH = PROJECT + ".bot.bench";
  private static final String PLATFORM = PROJECT + ".bot.platform";
  private static final String STATE = PROJECT + ".bot.state";
  private static final String CONFIG = PROJECT + ".bot.config";
  private static final String SLACK = PROJECT + ".bot.slack";
  private static final String DISCORD = PROJECT + ".bot.discord";
  private static final String LLM = PROJECT + ".bot.llm";
  private static final String WEB = PROJECT + ".bot.web";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry(DOCUMENT, Set.of()),
          entry(FACT, Set.of(DOCUMENT)),
          entry(INDEX, Set.of(DOCUMENT, FACT)),
          entry(DOCTOR, Set.of(DOCUMENT, FACT, INDEX, RETRIEVAL)),
          entry(EMBEDDING, Set.of(INDEX)),
          entry(RETRIEVAL, Set.of(DOCUMENT, FACT, INDEX)),
          entry(ANSWER, Set.of(DOCUMENT, FACT, INDEX, RETRIEVAL)),
          entry(COMMAND, Set.of(DOCUMENT, FACT, INDEX, RETRIEVAL, ANSWER, RENDER)),
          entry(RENDER, Set.of(DOCUMENT, FACT, INDEX, RETRIEVAL, ANSWER)),
          entry(EVALUATION, Set.of(DOCUMENT, FACT, INDEX, RETRIEVAL, ANSWER, RENDER)),
          entry(BENCH, Set.of(DOCUMENT, INDEX, EMBEDDING, ANSWER)),
          entry(
              CONSOLE,
              Set.of(
                  BENCH,
                  DOCUMENT,
                  DOCTOR,
                  FACT,
                  INDEX,
                  RETRIEVAL,
                  ANSWER,
                  COMMAND,
                  RENDER,
                  EVALUATION,
                  CONFIG)),
          entry(
              SLACK,
              Set.of(PLATFORM, DOCUMENT, FACT, INDEX, RETRIEVAL, ANSWER, COMMAND, RENDER, CONFIG)),
          entry(
              DISCORD,
              Set.of(PLATFORM, DOCUMENT, FACT, INDEX, RETRIEVAL, ANSWER, COMMAND, RENDER, CONFIG)),
          entry(LLM, Set.of(ANSWER, CONFIG)),
          entry(CONFIG, Set.of(RETRIEVAL)),
          entry(STATE, Set.of()),
          entry(PLATFORM, Set.of(DOCUMENT, INDEX, ANSWER, COMMAND, RENDER, STATE)),
          entry(WEB, Set.of(CONFIG, PLATFORM)),
          entry(
              BOT,
              Set.of(
                  DOCUMENT,
                  DOCTOR,
                  FACT,
                  INDEX,
                  EMBEDDING,
                  RETRIEVAL,
                  ANSWER,
                  COMMAND,
                  RENDER,
                  EVALUATION,
                  BENCH,
                  CONSOLE,
                  STATE,
                  PLATFORM,
                  SLACK,
                  DISCORD,
                  LLM,
                  WEB,
                  CONFIG)));

  private static final Map<String, Set<String>> OWNED_LIBRARIES =
      Map.ofEntries(
          entry("dev.langchain4j", Set.of(EMBEDDING, LLM)),
          entry("dev.failsafe", Set.of(LLM)),
          entry("ai.onnxruntime", Set.of(EMBEDDING)),
          entry("ai.djl", Set.of(EMBEDDING)),
          entry("org.apache.lucene", Set.of(RETRIEVAL)),
          entry("org.tartarus", Set.of(RETRIEVAL)),
          entry("org.commonmark", Set.of(DOCUMENT)),
          entry("org.jsoup", Set.of(DOCUMENT)),
          entry("org.apache.pdfbox", Set.of(DOCUMENT)),
          entry("org.apache.poi", Set.of(DOCUMENT)),
          entry("org.knowm.xchart", Set.of(RENDER)),
          entry("picocli", Set.of(CONSOLE, BOT)),
          entry("org.jline", Set.of(CONSOLE, BOT)),
          entry("org.jdbi", Set.of(STATE)),
          entry("org.flywaydb", Set.of(STATE)),
          entry("com.zaxxer.hikari", Set.of(STATE)),
          entry("com.slack", Set.of(SLACK)),
          entry("net.dv8tion", Set.of(DISCORD)),
          entry("com.neovisionaries", Set.of(DISCORD)),
          entry("org.java_websocket", Set.of(SLACK)),
          entry("okhttp3", Set.of(SLACK, DISCORD)),
          entry("io.smallrye.config", Set.of(CONFIG)),
          entry("io.javalin", Set.of(WEB)),
          entry("jakarta.servlet", Set.of(WEB)),
          entry("org.eclipse.jetty", Set.of(WEB)),
          entry("io.micrometer", Set.of(WEB)));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(PROJECT);

  @Test
  void packagesUseOnlyWhatTheyMayUse() {
    Stream<Dependency> forbidden =
        dependenciesOn(PROJECT)
            .filter(dependency -> !userOf(dependency).equals(usedBy(dependency)))
            .filter(dependency ->
                !MAY_USE.getOrDefault(userOf(dependency), Set.of()).contains(usedBy(dependency)));

    assertThat(forbidden.map(Dependency::getDescription)).isEmpty();
  }

  @Test
  void librariesAreUsedOnlyByTheirOwners() {
    Stream<Dependency> forbidden =
        OWNED_LIBRARIES.entrySet().stream()
            .flatMap(library ->
                dependenciesOn(library.getKey())
                    .filter(dependency -> !library.getValue().contains(userOf(dependency))));

    assertThat(forbidden.map(Dependency::getDescription)).isEmpty();
  }

  @Test
  void packagesAreDeclared_exactlyWhenTheyExist() {
    Set<String> existing =
        CLASSES.stream().map(ArchitectureTest::packageOf).collect(toCollection(TreeSet::new));

    assertThat(existing).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  @Test
  void packagesAreNullMarkedInTheirPackageInfo() {
    Stream<String> unmarked =
        MAY_USE.keySet().stream()
            .filter(name ->
                !CLASSES.containPackage(name)
                    || !CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class));

    assertThat(unmarked).isEmpty();
  }

  private static Stream<Dependency> dependenciesOn(String prefix) {
    return CLASSES.stream()
        .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> (usedBy(dependency) + ".").startsWith(prefix + "."));
  }

  private static String userOf(Dependency dependency) {
    return packageOf(dependency.getOriginClass());
  }

  private static String usedBy(Dependency dependency) {
    return packageOf(dependency.getTargetClass());
  }

  private static String packageOf(JavaClass javaClass) {
    return javaClass.getBaseComponentType().getPackageName();
  }
}
