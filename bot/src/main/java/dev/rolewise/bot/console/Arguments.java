package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.console.Parsed.Detail;
import dev.rolewise.bot.console.Parsed.Understood;
import dev.rolewise.bot.console.Parsed.Wrong;
import dev.rolewise.bot.console.Request.Eval.Phrases;
import dev.rolewise.bot.console.Request.Format;
import dev.rolewise.bot.evaluation.EvaluationReport.Failures;
import dev.rolewise.bot.evaluation.Floor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads command lines of every form. */
final class Arguments {
  private static final String SEE_HELP = ", see 'rolewise help'";

  private Arguments() {}

  /**
   * Reads what stands behind the name of the program.
   *
   * @param usages the commands of every platform; those with a form of their own here keep it
   */
  static Parsed parse(List<String> arguments, List<Usage> usages) {
    CommandLine program = program(usages);
    try {
      CommandLine.ParseResult parsed = program.parseArgs(arguments.toArray(String[]::new));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      CommandSpec spec = parsed.commandSpec();
      if (parsed.isUsageHelpRequested()) {
        return new Understood(
            new Request.Help(spec.commandLine().getUsageMessage(Ansi.OFF), Format.TEXT),
            Detail.ONE_LINE);
      }
      Program root = (Program) program.getCommandSpec().userObject();
      Parsed result = ((Form) spec.userObject()).read();
      return result instanceof Understood(var request, _)
          ? new Understood(request, root.isVerbose ? Detail.VERBOSE : Detail.ONE_LINE)
          : result;
    } catch (ParameterException e) {
      return new Wrong(prefix(e.getCommandLine()) + describe(e));
    }
  }

  private static CommandLine program(List<Usage> usages) {
    var program = new CommandLine(new Program());
    for (Usage usage : usages) {
      if (!program.getSubcommands().containsKey(usage.name())) {
        program.addSubcommand(usage.name(), CommandForm.spec(usage));
      }
    }
    return program.setExpandAtFiles(false).setUnmatchedOptionsArePositionalParams(false);
  }

  private static String prefix(CommandLine commandLine) {
    CommandSpec spec = commandLine.getCommandSpec();
    return spec.parent() == null ? "" : spec.name() + ": ";
  }

  static String describe(ParameterException problem) {
    return switch (problem) {
      case UnmatchedArgumentException unmatched -> {
        String first = unmatched.getUnmatched().getFirst();
        boolean isCommand = unmatched.getCommandLine().getCommandSpec().parent() == null;
        String what = first.startsWith("-") ? "option" : isCommand ? "command" : "argument";
        yield "unknown " + what + " '" + shortened(first) + "'" + SEE_HELP;
      }
      case MissingParameterException missing -> lowerCase(missing.getMessage());
      default -> lowerCase(problem.getMessage());
    };
  }

  private static String shortened(String text) {
    int most = 60;
    return text.length() > most ? text.substring(0, most) + " …" : text;
  }

  private static String lowerCase(@Nullable String message) {
    String line = String.valueOf(message).lines().findFirst().orElse("wrong usage");
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }

  /** A command line that was read into the fields of its class. */
  interface Form {
    Parsed read();
  }

  static Parsed understood(Request request) {
    return new Understood(request, Detail.ONE_LINE);
  }

  @Command(
      name = "rolewise",
      description = "Answers career questions from a folder of role documents, every figure cited.",
      synopsisSubcommandLabel = "COMMAND",
      subcommands = {
        AskForm.class,
        ChatForm.class,
        RolesForm.class,
        CheckForm.class,
        EvalForm.class,
        BenchForm.class,
        ServeForm.class,
        VersionForm.class,
        HelpForm.class
      },
      footer = {"", "Exit codes: 0 done, 2 wrong usage or configuration, 3 no documents, 1 other."})
  private static final class Program implements Form {
    @Option(
        names = "--verbose",
        scope = ScopeType.INHERIT,
        description = "Show a stack trace when something fails.")
    boolean isVerbose;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT,
        description = "Show how this is used.")
    @SuppressWarnings("unused") // picocli reads it
    boolean isHelpWanted;

    @Option(names = "--version", description = "Show the version.")
    boolean isVersionWanted;

    @Override
    public Parsed read() {
      return isVersionWanted
          ? understood(new Request.Version(Format.TEXT))
          : new Wrong("no command given" + SEE_HELP);
    }
  }

  /** The option of every command that answers. */
  static final class KnowledgeOption {
    @Option(
        names = "--knowledge",
        paramLabel = "DIR",
        description = "Folder of role documents instead of the bundled ones; may be repeated.")
    List<Path> folders = new ArrayList<>();
  }

  /** The option of every command that writes a result. */
  static final class FormatOption {
    @Option(names = "--json", description = "Write JSON.")
    boolean isJson;

    Format format() {
      return isJson ? Format.JSON : Format.TEXT;
    }
  }

  @Command(name = "ask", description = "Answers a question.")
  private static final class AskForm implements Form {
    @CommandLine.Mixin KnowledgeOption knowledge = new KnowledgeOption();
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Option(
        names = "--batch",
        description = "Answer the questions on standard input, JSON lines in, JSON lines out.")
    boolean isBatch;

    @Option(
        names = "--history",
        paramLabel = "QUESTION",
        description = "Earlier question of the conversation, oldest first; may be repeated.")
    List<String> history = new ArrayList<>();

    @Parameters(
        paramLabel = "QUESTION",
        arity = "0..*",
        description = "The question; '-' reads it from standard input.")
    List<String> words = new ArrayList<>();

    @Override
    public Parsed read() {
      return AskRequests.of(isBatch, format.format(), words, history, knowledge.folders);
    }
  }

  @Command(name = "chat", description = "Answers questions one after the other.")
  private static final class ChatForm implements Form {
    @CommandLine.Mixin KnowledgeOption knowledge = new KnowledgeOption();

    @Override
    public Parsed read() {
      return understood(new Request.Chat(knowledge.folders));
    }
  }

  @Command(name = "roles", description = "Lists the roles that the documents are about.")
  private static final class RolesForm implements Form {
    @CommandLine.Mixin KnowledgeOption knowledge = new KnowledgeOption();
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Override
    public Parsed read() {
      return understood(new Request.Roles(knowledge.folders, format.format()));
    }
  }

  @Command(name = "check", description = "Reports every problem in role documents.")
  private static final class CheckForm implements Form {
    @CommandLine.Mixin KnowledgeOption knowledge = new KnowledgeOption();
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Parameters(
        paramLabel = "DIR",
        arity = "0..*",
        description = "Folder of role documents; the bundled ones without it.")
    List<Path> folders = new ArrayList<>();

    @Override
    public Parsed read() {
      var all = new ArrayList<>(knowledge.folders);
      all.addAll(folders);
      return understood(new Request.Check(all, format.format()));
    }
  }

  @Command(name = "eval", description = "Judges the answers to a set of questions.")
  private static final class EvalForm implements Form {
    @CommandLine.Mixin KnowledgeOption knowledge = new KnowledgeOption();
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Option(names = "--failures", description = "List each wrong answer.")
    boolean areFailuresListed;

    @Option(
        names = "--floor",
        paramLabel = "NAME=VALUE",
        description =
            "Fail when the measure is worse, such as right=0.92 or held-back.contamination=2%%;"
                + " may be repeated.")
    List<String> floors = new ArrayList<>();

    @Option(names = "--llm", description = "Have the configured language model phrase the answers.")
    boolean isPhrased;

    @Parameters(paramLabel = "FILE", description = "The questions, one JSON object a line.")
    @Nullable Path file;

    @Override
    public Parsed read() {
      var parsed = new ArrayList<Floor>();
      for (String text : floors) {
        Optional<Floor> floor = Floor.parse(text);
        if (floor.isEmpty()) {
          return new Wrong("eval: --floor must be NAME=VALUE with a measure, got '" + text + "'");
        }
        parsed.add(floor.get());
      }
      return file == null
          ? new Wrong("eval: no file given")
          : understood(
              new Request.Eval(
                  file,
                  knowledge.folders,
                  parsed,
                  areFailuresListed ? Failures.LISTED : Failures.COUNTED,
                  format.format(),
                  isPhrased ? Phrases.ALWAYS : Phrases.NEVER));
    }
  }

  @Command(
      name = "bench",
      description =
          "Measures how fast answers come, beside the least the machine allows; 'bench slack' and"
              + " 'bench discord' the way through a platform, with the launcher and the sources.")
  private static final class BenchForm implements Form {
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Override
    public Parsed read() {
      return understood(new Request.Bench(format.format()));
    }
  }

  @Command(
      name = "serve",
      description = "Answers in Slack and Discord, once tokens are set, until stopped.")
  private static final class ServeForm implements Form {
    @CommandLine.Mixin KnowledgeOption knowledge = new KnowledgeOption();

    @Override
    public Parsed read() {
      return understood(new Request.Serve(knowledge.folders));
    }
  }

  @Command(name = "version", description = "Shows the version.")
  private static final class VersionForm implements Form {
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Override
    public Parsed read() {
      return understood(new Request.Version(format.format()));
    }
  }

  @Command(name = "help", description = "Shows how this, or one command, is used.")
  private static final class HelpForm implements Form {
    @Spec @Nullable CommandSpec spec;
    @CommandLine.Mixin FormatOption format = new FormatOption();

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command.")
    @Nullable String command;

    @Override
    public Parsed read() {
      CommandLine root = requireNonNull(spec).root().commandLine();
      CommandLine shown = command == null ? root : root.getSubcommands().get(command);
      return shown == null
          ? new Wrong("help: unknown command '" + command + "'" + SEE_HELP)
          : understood(new Request.Help(shown.getUsageMessage(Ansi.OFF), format.format()));
    }
  }
}
