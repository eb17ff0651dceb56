package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.command.Parameter;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.console.Arguments.Form;
import dev.rolewise.bot.console.Arguments.FormatOption;
import dev.rolewise.bot.console.Arguments.KnowledgeOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The command line of a command that every platform has, made from its usage. */
final class CommandForm implements Form {
  /** The parameter of commands that take a question in place of the last one. */
  static final String QUESTION = "question";

  private final Usage usage;
  private final KnowledgeOption knowledge = new KnowledgeOption();
  private final FormatOption format = new FormatOption();
  private final PictureOption picture = new PictureOption();
  private final Map<String, ArgSpec> arguments = new HashMap<>();

  /** The option of commands that give a picture. */
  private static final class PictureOption {
    @CommandLine.Option(
        names = {"-o", "--output"},
        paramLabel = "FILE.png",
        description = "Write the picture to this file.")
    @Nullable Path file;
  }

  private CommandForm(Usage usage) {
    this.usage = usage;
  }

  static CommandSpec spec(Usage usage) {
    var form = new CommandForm(usage);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(form).name(usage.name());
    spec.usageMessage()
        .description(
            isOfLastAnswer(usage)
                ? usage.description() + " The last answer is known in 'chat' only."
                : usage.description());
    for (Parameter parameter : usage.parameters()) {
      String label = parameter.name().toUpperCase(Locale.ROOT);
      if (parameter.count().isNamed()) {
        OptionSpec option =
            OptionSpec.builder("--" + parameter.name())
                .paramLabel(label)
                .description(parameter.description())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
        form.arguments.put(parameter.name(), option);
        spec.addOption(option);
      } else {
        PositionalParamSpec word =
            PositionalParamSpec.builder()
                .paramLabel(label)
                .description(parameter.description())
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
        form.arguments.put(parameter.name(), word);
        spec.addPositional(word);
      }
    }
    if (usage.result() == Usage.Result.PICTURE) {
      spec.addMixin("picture", CommandSpec.forAnnotatedObject(form.picture));
    }
    return spec.addMixin("knowledge", CommandSpec.forAnnotatedObject(form.knowledge))
        .addMixin("format", CommandSpec.forAnnotatedObject(form.format));
  }

  /** Whether a command is about the last answer unless it is given a question. */
  static boolean isOfLastAnswer(Usage usage) {
    return usage.parameters().stream().anyMatch(parameter -> parameter.name().equals(QUESTION));
  }

  /** Reads what stands behind the name of the command. */
  static Parsed parse(Usage usage, List<String> arguments) {
    CommandSpec spec = spec(usage);
    try {
      new CommandLine(spec)
          .setExpandAtFiles(false)
          .setUnmatchedOptionsArePositionalParams(false)
          .parseArgs(arguments.toArray(String[]::new));
      return ((Form) spec.userObject()).read();
    } catch (ParameterException e) {
      return new Parsed.Wrong(usage.name() + ": " + Arguments.describe(e));
    }
  }

  @Override
  public Parsed read() {
    Map<String, List<String>> values = new HashMap<>();
    for (Parameter parameter : usage.parameters()) {
      List<String> given = given(parameter);
      if (parameter.count() == Count.OPTION && given.size() > 1) {
        return new Parsed.Wrong(
            usage.name() + ": --" + parameter.name() + " can be given once only");
      }
      if (!given.isEmpty()) {
        // A name of several words needs no quotes where only one name can stand.
        boolean isOne = parameter.count() == Count.ONE || parameter.count() == Count.AT_MOST_ONE;
        values.put(parameter.name(), isOne ? List.of(String.join(" ", given)) : given);
      }
    }
    return Arguments.understood(
        new Request.Run(
            usage.name(),
            values,
            knowledge.folders,
            format.format(),
            Optional.ofNullable(picture.file)));
  }

  private List<String> given(Parameter parameter) {
    List<String> given = requireNonNull(arguments.get(parameter.name())).getValue();
    return given == null ? List.of() : List.copyOf(given);
  }
}
