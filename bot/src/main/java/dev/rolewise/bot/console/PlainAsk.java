package dev.rolewise.bot.console;

import dev.rolewise.bot.console.Parsed.Detail;
import dev.rolewise.bot.console.Parsed.Understood;
import dev.rolewise.bot.console.Request.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the common forms of {@code ask} without picocli, which costs a short-lived process more
 * than a third of its time. Whatever is not common or not right is left to {@link Arguments}, and
 * both agree on what is read here.
 */
final class PlainAsk {
  private PlainAsk() {}

  /** The request, or empty if the arguments have another form. */
  static Optional<Parsed> find(List<String> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().equals("ask")) {
      return Optional.empty();
    }
    boolean isJson = false;
    boolean isBatch = false;
    var history = new ArrayList<String>();
    var folders = new ArrayList<Path>();
    var words = new ArrayList<String>();
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--json" -> isJson = true;
        case "--batch" -> isBatch = true;
        case "--history", "--knowledge" -> {
          i++;
          if (i == arguments.size() || !isPlainWord(arguments.get(i))) {
            return Optional.empty();
          }
          if (argument.equals("--history")) {
            history.add(arguments.get(i));
          } else if (!addFolder(folders, arguments.get(i))) {
            return Optional.empty();
          }
        }
        default -> {
          if (!isPlainWord(argument)) {
            return Optional.empty();
          }
          words.add(argument);
        }
      }
    }
    return AskRequests.of(isBatch, isJson ? Format.JSON : Format.TEXT, words, history, folders)
            instanceof Understood(var request, _)
        ? Optional.of(new Understood(request, Detail.ONE_LINE))
        : Optional.empty();
  }

  /** Whether picocli would take the argument as it is: no option, no quotes, no file of options. */
  private static boolean isPlainWord(String argument) {
    return argument.equals("-") || (!argument.isEmpty() && "-@\"'".indexOf(argument.charAt(0)) < 0);
  }

  private static boolean addFolder(List<Path> folders, String folder) {
    try {
      return folders.add(Path.of(folder));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
