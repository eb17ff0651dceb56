package dev.rolewise.bot.discord;

import static net.dv8tion.jda.api.interactions.commands.build.Commands.message;
import static net.dv8tion.jda.api.interactions.commands.build.Commands.slash;

import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Completion;
import dev.rolewise.bot.command.Names;
import dev.rolewise.bot.command.Parameter;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.command.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The commands as Discord knows them. A parameter that can be given several times becomes several
 * options, because Discord takes each option once: {@code roles} is {@code role}, {@code role-2}
 * and so on.
 */
final class DiscordCommands {
  /** Name of the command in the menu of a message. */
  static final String OF_MESSAGE = "Answer from the role documents";

  /** The option that every command has: whether only one person sees the answer. */
  static final String PRIVATE = "private";

  /** They lean on the answer before; in Discord every answer has buttons for that. */
  private static final Set<String> LEFT_OUT = Set.of("sources", "why");

  /** Options for a parameter that can be given several times. */
  private static final int REPEATS = 5;

  private static final List<IntegrationType> INSTALLED =
      List.of(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
  private static final List<InteractionContextType> USED =
      List.of(
          InteractionContextType.GUILD,
          InteractionContextType.BOT_DM,
          InteractionContextType.PRIVATE_CHANNEL);

  private final List<Usage> usages;

  /** The parameters of each command by the names of their options. */
  private final Map<String, Map<String, Parameter>> parameters = new HashMap<>();

  DiscordCommands(Commands commands) {
    usages =
        commands.all().stream()
            .map(Command::usage)
            .filter(usage -> !LEFT_OUT.contains(usage.name()))
            .toList();
    for (Usage usage : usages) {
      Map<String, Parameter> options = new LinkedHashMap<>();
      usage.parameters().stream()
          // Discord wants what is required first.
          .sorted(Comparator.comparing(parameter -> !isRequired(parameter)))
          .forEach(
              parameter -> optionNames(parameter).forEach(name -> options.put(name, parameter)));
      parameters.put(usage.name(), options);
    }
  }

  private static boolean isRequired(Parameter parameter) {
    return parameter.count() == Count.ONE || parameter.count() == Count.SEVERAL;
  }

  private static List<String> optionNames(Parameter parameter) {
    if (parameter.count() != Count.SEVERAL && parameter.count() != Count.OPTIONS) {
      return List.of(parameter.name());
    }
    String one = parameter.name().replaceFirst("(?<=.)s$", "");
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= REPEATS; i++) {
      names.add(i == 1 ? one : one + "-" + i);
    }
    return names;
  }

  /**
   * What Discord is told.
   *
   * @param names what can be named now, for the parameters that are chosen from a list
   */
  DataArray definitions(Names names) {
    List<CommandData> definitions = new ArrayList<>();
    for (Usage usage : usages) {
      var command =
          slash(usage.name(), CommandText.cut(usage.description(), CommandText.DESCRIPTION));
      parameters(usage.name())
          .forEach((name, parameter) -> command.addOptions(option(name, parameter, names)));
      command.addOptions(
          new OptionData(OptionType.BOOLEAN, PRIVATE, "Only you see the answer; you can share it.")
              .setRequired(false));
      definitions.add(command.setContexts(USED).setIntegrationTypes(INSTALLED));
    }
    definitions.add(message(OF_MESSAGE).setContexts(USED).setIntegrationTypes(INSTALLED));
    return DataArray.fromCollection(
        definitions.stream().map(command -> withNumbers(command.toData())).toList());
  }

  /** The same with numbers where Discord asks for numbers and JDA writes texts. */
  private static DataObject withNumbers(DataObject json) {
    for (String list : List.of("contexts", "integration_types")) {
      json.put(
          list, DataArray.fromCollection(json.getArray(list).stream(DataArray::getInt).toList()));
    }
    return json;
  }

  private Map<String, Parameter> parameters(String command) {
    return parameters.getOrDefault(command, Map.of());
  }

  private OptionData option(String name, Parameter parameter, Names names) {
    boolean isFirst = optionNames(parameter).getFirst().equals(name);
    var option =
        new OptionData(
            OptionType.STRING,
            CommandText.cut(name, CommandText.NAME),
            CommandText.cut(parameter.description(), CommandText.DESCRIPTION),
            isRequired(parameter) && isFirst);
    List<Choice> choices = fixed(parameter.kind(), names);
    if (!choices.isEmpty()) {
      return option.addChoices(choices);
    }
    return option.setAutoComplete(isCompleted(parameter.kind()));
  }

  /**
   * Everything that can be named, where nothing else makes sense and Discord takes so many; else
   * nothing. Years of experience may be written as a number, and sections depend on the role.
   */
  private List<Choice> fixed(Kind kind, Names names) {
    return switch (kind) {
      case COMMAND -> usages.stream().map(usage -> new Choice(usage.name(), usage.name())).toList();
      case TOPIC, MEASURE, PLACE -> {
        List<Completion> all = names.complete(kind, "", Optional.empty());
        // As many as are ever told may not be all.
        yield all.size() < CommandText.CHOICES && all.stream().allMatch(DiscordCommands::fits)
            ? choices(all)
            : List.of();
      }
      case TEXT, NUMBER, ROLE, JOB, SECTION, EXPERIENCE -> List.of();
    };
  }

  private static boolean isCompleted(Kind kind) {
    return switch (kind) {
      case ROLE, JOB, SECTION, TOPIC, PLACE, EXPERIENCE, MEASURE -> true;
      case TEXT, NUMBER, COMMAND -> false;
    };
  }

  private static boolean fits(Completion completion) {
    return !completion.value().isEmpty() && completion.value().length() <= CommandText.CHOICE;
  }

  private static List<Choice> choices(List<Completion> completions) {
    return completions.stream()
        .filter(DiscordCommands::fits)
        .limit(CommandText.CHOICES)
        .map(completion ->
            new Choice(
                CommandText.cut(
                    completion.label().isBlank() ? completion.value() : completion.label(),
                    CommandText.CHOICE),
                completion.value()))
        .toList();
  }

  /**
   * What a command was given.
   *
   * @param options what each option was given, by their names in the order they were given
   */
  Map<String, List<String>> given(String command, Map<String, String> options) {
    Map<String, List<String>> given = new HashMap<>();
    parameters(command)
        .forEach((name, parameter) -> {
          String value = options.get(name);
          if (value != null && !value.isBlank()) {
            given.computeIfAbsent(parameter.name(), _ -> new ArrayList<>()).add(value);
          }
        });
    return given;
  }

  /**
   * How an option can be completed.
   *
   * @param option its name
   * @param typed what stands in it so far
   * @param options what the others were given
   */
  List<Choice> complete(
      String command, String option, String typed, Map<String, String> options, Names names) {
    Parameter parameter = parameters(command).get(option);
    if (parameter == null) {
      return List.of();
    }
    Optional<String> role =
        parameters(command).entrySet().stream()
            .filter(other -> other.getValue().kind() == Kind.ROLE)
            .filter(other -> !other.getKey().equals(option))
            .flatMap(other -> Optional.ofNullable(options.get(other.getKey())).stream())
            .findFirst();
    return choices(names.complete(parameter.kind(), typed, role));
  }

  /** Whether there is such a command. */
  boolean isKnown(String command) {
    return parameters.containsKey(command);
  }
}
