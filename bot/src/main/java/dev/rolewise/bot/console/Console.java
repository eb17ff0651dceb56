package dev.rolewise.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Asker;
import dev.rolewise.bot.bench.Bench;
import dev.rolewise.bot.bench.BenchPlan;
import dev.rolewise.bot.bench.BenchReport;
import dev.rolewise.bot.bench.Processes;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Conversation;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.Parameter;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.ConfigurationResult;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.console.Parsed.Detail;
import dev.rolewise.bot.console.Request.Eval.Phrases;
import dev.rolewise.bot.console.Request.Format;
import dev.rolewise.bot.console.Workspaces.Checkup;
import dev.rolewise.bot.console.Workspaces.Opened;
import dev.rolewise.bot.console.Workspaces.Purpose;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.evaluation.EvaluationReport;
import dev.rolewise.bot.evaluation.Floor;
import dev.rolewise.bot.evaluation.QuestionSet;
import dev.rolewise.bot.render.JsonAnswer;
import dev.rolewise.bot.render.JsonReply;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.SafeText;
import dev.rolewise.knowledge.doctor.Finding;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.Problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs one command line.
 *
 * <p>On the way to the answer of a single question, types are told apart by {@code instanceof}: the
 * first {@code switch} over types costs a process that is just starting as much as reading the
 * documents.
 */
public final class Console {
  /** Most problems with documents that are listed before an answer. */
  static final int MAX_WARNINGS = 20;

  private final Streams streams;
  private final Screen screen;
  private final Supplier<String> version;
  private final Supplier<Commands> commands;
  private final Supplier<ConfigurationResult> configuration;
  private final Function<Configuration, Workspaces> wiring;
  private final LongSupplier nanoTime;

  /**
   * A console.
   *
   * @param version of the program
   * @param commands the commands of every platform, built once they are needed
   * @param configuration read once, only by commands that need it
   * @param wiring builds what loads documents
   * @param nanoTime clock that only goes forward, in nanoseconds
   */
  public Console(
      Streams streams,
      Screen screen,
      Supplier<String> version,
      Supplier<Commands> commands,
      Supplier<ConfigurationResult> configuration,
      Function<Configuration, Workspaces> wiring,
      LongSupplier nanoTime) {
    this.streams = streams;
    this.screen = screen;
    this.version = version;
    this.commands = commands;
    this.configuration = configuration;
    this.wiring = wiring;
    this.nanoTime = nanoTime;
  }

  /** Runs what stands behind the name of the program; everything it says has been written then. */
  public ExitCode run(List<String> arguments) {
    Parsed parsed = parse(arguments);
    if (parsed instanceof Parsed.Understood(Request request, Detail detail)) {
      return run(request, new Trouble(streams, detail));
    }
    String problem = ((Parsed.Wrong) parsed).problem();
    new Trouble(streams, Detail.ONE_LINE).report("rolewise: " + problem);
    return ExitCode.WRONG_USAGE;
  }

  private Parsed parse(List<String> arguments) {
    return PlainAsk.find(arguments).orElseGet(() -> Arguments.parse(arguments, usages()));
  }

  private List<Usage> usages() {
    return commands.get().all().stream().map(Command::usage).toList();
  }

  private ExitCode run(Request request, Trouble trouble) {
    try {
      if (request instanceof Request.Ask ask) {
        return ask(ask, trouble);
      }
      return switch (request) {
        case Request.Version(var format) ->
            say(
                switch (format) {
                  case TEXT -> "rolewise " + version.get() + "\n";
                  case JSON -> DocumentsJson.field("version", version.get()) + "\n";
                });
        case Request.Help(var text, var format) ->
            say(
                switch (format) {
                  case TEXT -> text;
                  case JSON -> DocumentsJson.field("help", text) + "\n";
                });
        case Request.Ask ask -> ask(ask, trouble);
        case Request.Batch batch -> batch(batch, trouble);
        case Request.Chat chat -> chat(chat, trouble);
        case Request.Run run -> command(run, trouble);
        case Request.Roles roles -> roles(roles, trouble);
        case Request.Check check -> check(check, trouble);
        case Request.Eval eval -> eval(eval, trouble);
        case Request.Serve serve -> serve(serve, trouble);
        case Request.Bench bench -> bench(bench, trouble);
      };
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      trouble.report(e);
      return ExitCode.FAILED;
    }
  }

  private ExitCode ask(Request.Ask ask, Trouble trouble) throws IOException {
    String question =
        ask.question().equals("-")
            ? new String(streams.in().readAllBytes(), UTF_8).strip()
            : ask.question();
    long arrived = nanoTime.getAsLong();
    if (question.isEmpty()) {
      trouble.report("rolewise: ask: no question on standard input");
      return ExitCode.WRONG_USAGE;
    }
    return withLibrary(
        ask.folders(),
        new Purpose.OneQuestion(question),
        Phrases.AS_CONFIGURED,
        trouble,
        (library, _) -> {
          long start = nanoTime.getAsLong();
          var growing = new GrowingText(streams, screen.renderer()::render);
          boolean grows = ask.format() == Format.TEXT && screen.kind() == Screen.Kind.TERMINAL;
          // Finding out whether the model can be used has taken some of the time that there is.
          var asker = new Asker(grows ? growing : _ -> {}, Duration.ofNanos(start - arrived));
          Answer answer = library.answerer().tell(question, ask.history(), asker).answer();
          double millis = (nanoTime.getAsLong() - start) / 1e6;
          return switch (ask.format()) {
            case TEXT -> {
              growing.end(screen.renderer().render(Reply.to(answer)));
              yield ExitCode.DONE;
            }
            case JSON ->
                say(
                    new JsonAnswer(Optional.empty(), question, answer, millis)
                            .line(library.knowledge()::facts)
                        + "\n");
          };
        });
  }

  private ExitCode batch(Request.Batch batch, Trouble trouble) throws IOException {
    return withLibrary(
        batch.folders(),
        new Purpose.ManyQuestions(),
        Phrases.AS_CONFIGURED,
        trouble,
        (library, _) -> {
          new BatchCommand(streams, library, batch.facts(), nanoTime, trouble).run();
          return ExitCode.DONE;
        });
  }

  private ExitCode chat(Request.Chat chat, Trouble trouble) throws IOException {
    return withLibrary(
        chat.folders(),
        new Purpose.ManyQuestions(),
        Phrases.AS_CONFIGURED,
        trouble,
        (library, settings) -> {
          try (Dialogue dialogue = dialogue(settings, library)) {
            new Chat(streams, screen, commands.get(), library, dialogue, trouble).run();
          }
          return ExitCode.DONE;
        });
  }

  private Dialogue dialogue(Configuration settings, Library library) throws IOException {
    return switch (screen.kind()) {
      case TERMINAL ->
          Screen.isInteractive()
              ? TerminalDialogue.open(
                  settings.dataDir().resolve("chat-history"),
                  new ChatCompleter(commands.get(), library.names()))
              : new PipeDialogue(streams.in());
      case PIPE -> new PipeDialogue(streams.in());
    };
  }

  private ExitCode command(Request.Run run, Trouble trouble) throws IOException {
    return withLibrary(
        run.folders(),
        new Purpose.Lookup(),
        Phrases.AS_CONFIGURED,
        trouble,
        (library, _) -> {
          Command command = commands.get().find(run.command()).orElseThrow();
          return switch (command.run(new Call(run.values(), Conversation.NEW), library)) {
            case Outcome.Wrong(String problem) -> {
              boolean wantsQuestion =
                  CommandForm.isOfLastAnswer(command.usage())
                      && !run.values().containsKey(CommandForm.QUESTION);
              trouble.report(
                  "rolewise: "
                      + problem
                      + (wantsQuestion ? ", give a question or ask one in 'rolewise chat'" : ""));
              yield ExitCode.WRONG_USAGE;
            }
            case Outcome.Replied(var reply, _, _, _) -> {
              Optional<String> problem =
                  run.picture().flatMap(file -> PictureFile.write(reply, file));
              if (problem.isPresent()) {
                trouble.report("rolewise: " + run.command() + ": " + problem.get());
                yield run.picture().flatMap(PictureFile::misnamed).isPresent()
                    ? ExitCode.WRONG_USAGE
                    : ExitCode.FAILED;
              }
              yield switch (run.format()) {
                case TEXT ->
                    say(screen.renderer().render(reply) + PictureFile.note(reply, run.picture()));
                case JSON ->
                    say(
                        new JsonReply(run.command(), library.knowledge()::facts).render(reply)
                            + "\n");
              };
            }
          };
        });
  }

  private ExitCode roles(Request.Roles roles, Trouble trouble) throws IOException {
    return switch (roles.format()) {
      case TEXT ->
          command(
              new Request.Run("roles", Map.of(), roles.folders(), roles.format(), Optional.empty()),
              trouble);
      case JSON ->
          withLibrary(
              roles.folders(),
              new Purpose.Lookup(),
              Phrases.NEVER,
              trouble,
              (library, _) -> say(DocumentsJson.roles(library) + "\n"));
    };
  }

  private ExitCode check(Request.Check check, Trouble trouble) throws IOException {
    return withConfiguration(
        trouble,
        (settings, workspaces) -> {
          Checkup checkup = workspaces.check(foldersOf(check.folders(), settings));
          say(
              switch (check.format()) {
                case TEXT -> describe(checkup);
                case JSON -> DocumentsJson.check(checkup) + "\n";
              });
          return checkup.documents() == 0 || count(checkup, Severity.ERROR) > 0
              ? ExitCode.NOT_LOADED
              : ExitCode.DONE;
        });
  }

  private static String describe(Checkup checkup) {
    var text = new StringBuilder();
    for (Finding finding : checkup.findings()) {
      String severity =
          switch (finding.severity()) {
            case ERROR -> "error: ";
            case WARNING -> "warning: ";
          };
      text.append(severity).append(SafeText.of(finding.toString())).append('\n');
    }
    return text.append(plural(checkup.documents(), "document"))
        .append(" read, ")
        .append(plural(count(checkup, Severity.ERROR), "error"))
        .append(", ")
        .append(plural(count(checkup, Severity.WARNING), "warning"))
        .append('\n')
        .toString();
  }

  private static String plural(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static long count(Checkup checkup, Severity severity) {
    return checkup.findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  private ExitCode eval(Request.Eval eval, Trouble trouble) throws IOException {
    return switch (QuestionSet.read(eval.file())) {
      case QuestionSet.Unusable(var problems) -> {
        problems.forEach(trouble::report);
        yield ExitCode.WRONG_USAGE;
      }
      case QuestionSet.Usable(var questions) ->
          withLibrary(
              eval.folders(),
              new Purpose.ManyQuestions(),
              eval.phrases(),
              trouble,
              (library, _) -> {
                Evaluation evaluation = Evaluation.run(library.answerer(), questions, nanoTime);
                say(
                    switch (eval.format()) {
                      case TEXT -> EvaluationReport.text(evaluation, eval.failures());
                      case JSON -> EvaluationReport.json(evaluation, eval.failures()) + "\n";
                    });
                List<String> misses = misses(eval.floors(), evaluation);
                misses.forEach(trouble::report);
                return misses.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
              });
    };
  }

  private ExitCode serve(Request.Serve serve, Trouble trouble) throws IOException {
    return withConfiguration(
        trouble,
        (settings, workspaces) -> {
          Optional<String> missing = missing(settings.slack(), settings.discord());
          if (missing.isPresent()) {
            trouble.report("rolewise: serve: " + missing.get());
            return ExitCode.WRONG_USAGE;
          }
          Opened opened =
              workspaces.open(foldersOf(serve.folders(), settings), new Purpose.ManyQuestions());
          return switch (opened) {
            case Opened.Failed(var problems) -> notLoaded(problems, trouble);
            case Opened.Ready(var library, var problems) -> {
              warn(problems, trouble);
              yield withModel(
                  workspaces,
                  library,
                  trouble,
                  (answering, _) -> served(workspaces.serve(answering), trouble),
                  settings);
            }
          };
        });
  }

  private static ExitCode served(Workspaces.Served served, Trouble trouble) {
    return switch (served) {
      case Workspaces.Served.Stopped _ -> ExitCode.DONE;
      case Workspaces.Served.Refused(String problem) -> {
        trouble.report("rolewise: serve: " + problem);
        yield ExitCode.WRONG_USAGE;
      }
    };
  }

  private static Optional<String> missing(SlackConfig slack, DiscordConfig discord) {
    List<String> missing = slack.missingVariables();
    String variables = String.join(" and ", missing);
    if (slack.isWanted()) {
      return missing.isEmpty() ? Optional.empty() : Optional.of("Slack needs " + variables);
    }
    return discord.isWanted()
        ? Optional.empty()
        : Optional.of(
            "no platform is configured, set "
                + variables
                + " for Slack or ROLEWISE_DISCORD_TOKEN for Discord");
  }

  private ExitCode bench(Request.Bench bench, Trouble trouble) throws IOException {
    return withConfiguration(
        trouble,
        (settings, workspaces) ->
            withLibrary(
                List.of(),
                new Purpose.ManyQuestions(),
                Phrases.NEVER,
                trouble,
                (library, _) -> {
                  try (Processes processes = workspaces.processes()) {
                    BenchReport report =
                        new Bench(
                                library.knowledge().documents(),
                                library.answerer(),
                                typed -> complete(typed, library),
                                processes,
                                nanoTime)
                            .run(BenchPlan.DEFAULT);
                    say(
                        switch (bench.format()) {
                          case TEXT -> report.text();
                          case JSON -> report.json();
                        });
                    return report.isOk() ? ExitCode.DONE : ExitCode.FAILED;
                  }
                }));
  }

  private static void complete(String typed, Library library) {
    library.names().complete(Parameter.Kind.ROLE, typed, Optional.empty());
    library.names().complete(Parameter.Kind.JOB, typed, Optional.empty());
  }

  private static List<String> misses(List<Floor> floors, Evaluation evaluation) {
    return floors.stream().flatMap(floor -> floor.findMiss(evaluation).stream()).toList();
  }

  /** What a command does once documents are loaded. */
  @FunctionalInterface
  private interface LibraryTask {
    ExitCode run(Library library, Configuration settings) throws IOException;
  }

  /** What a command does once the configuration is read. */
  @FunctionalInterface
  private interface ConfiguredTask {
    ExitCode run(Configuration settings, Workspaces workspaces) throws IOException;
  }

  private ExitCode withLibrary(
      List<Path> folders, Purpose purpose, Phrases phrases, Trouble trouble, LibraryTask task)
      throws IOException {
    return withConfiguration(
        trouble,
        (settings, workspaces) -> {
          if (phrases == Phrases.ALWAYS && !settings.llm().isWanted()) {
            trouble.report("rolewise: no language model is configured, set rolewise.llm.provider");
            return ExitCode.WRONG_USAGE;
          }
          List<Path> chosen = foldersOf(folders, settings);
          Opened opened = workspaces.open(chosen, purpose);
          if (opened instanceof Opened.Ready(var library, var problems)) {
            warn(problems, trouble);
            boolean isPhrased = phrases != Phrases.NEVER && settings.llm().isWanted();
            return isPhrased
                ? withModel(workspaces, library, trouble, task, settings)
                : task.run(library, settings);
          }
          return notLoaded(((Opened.Failed) opened).problems(), trouble);
        });
  }

  private static ExitCode withModel(
      Workspaces workspaces,
      Library library,
      Trouble trouble,
      LibraryTask task,
      Configuration settings)
      throws IOException {
    return switch (workspaces.withModel(library)) {
      case Workspaces.Modelled.None(Library offline) -> task.run(offline, settings);
      case Workspaces.Modelled.Phrased(Library phrased, var problem) -> {
        problem.ifPresent(text -> trouble.report("rolewise: " + text));
        yield task.run(phrased, settings);
      }
      case Workspaces.Modelled.Refused(String problem) -> {
        trouble.report("rolewise: " + problem);
        yield ExitCode.WRONG_USAGE;
      }
    };
  }

  private ExitCode withConfiguration(Trouble trouble, ConfiguredTask task) throws IOException {
    ConfigurationResult read = configuration.get();
    if (read instanceof ConfigurationResult.Valid(var settings, var warnings)) {
      warnings.forEach(trouble::report);
      return task.run(settings, wiring.apply(settings));
    }
    ((ConfigurationResult.Invalid) read).problems().forEach(trouble::report);
    return ExitCode.WRONG_USAGE;
  }

  private static List<Path> foldersOf(List<Path> asked, Configuration settings) {
    return asked.isEmpty() ? settings.knowledge().dirs() : asked;
  }

  private static ExitCode notLoaded(List<Problem> problems, Trouble trouble) {
    if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
      problems.forEach(problem -> trouble.report(problem.toString()));
    }
    warn(problems, trouble);
    return ExitCode.NOT_LOADED;
  }

  /** Lists what was left out; what was loaded all the same is for {@code check}. */
  private static void warn(List<Problem> problems, Trouble trouble) {
    List<Problem> errors =
        problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    errors.stream().limit(MAX_WARNINGS).forEach(problem -> trouble.report(problem.toString()));
    if (errors.size() > MAX_WARNINGS) {
      trouble.report(
          "and " + (errors.size() - MAX_WARNINGS) + " more, 'rolewise check' lists them all");
    }
  }

  private ExitCode say(String text) {
    streams.text(text);
    return ExitCode.DONE;
  }
}
