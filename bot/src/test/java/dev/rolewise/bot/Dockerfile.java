package dev.rolewise.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a Dockerfile says, as far as this project writes it.
 *
 * @param instructions in order
 */
record Dockerfile(List<Instruction> instructions) {
  Dockerfile {
    instructions = List.copyOf(instructions);
  }

  /**
   * One step.
   *
   * @param keyword in upper case
   * @param text everything behind it, in one line
   */
  record Instruction(String keyword, String text) {
    /** The words that are no options. */
    List<String> words() {
      return List.of(text.split("\\s+")).stream().filter(word -> !word.startsWith("--")).toList();
    }
  }

  static Dockerfile read(Path path) throws IOException {
    var instructions = new ArrayList<Instruction>();
    var line = new StringBuilder();
    for (String part : Files.readAllLines(path)) {
      if (part.isBlank() || part.startsWith("#")) {
        continue;
      }
      boolean goesOn = part.endsWith("\\");
      line.append(goesOn ? part.substring(0, part.length() - 1) : part).append(' ');
      if (!goesOn) {
        String[] words = line.toString().strip().split("\\s+", 2);
        instructions.add(new Instruction(words[0].toUpperCase(Locale.ROOT), words[1].strip()));
        line.setLength(0);
      }
    }
    return new Dockerfile(instructions);
  }

  /** The text behind the last instruction of a kind, or nothing. */
  String last(String keyword) {
    return instructions.stream()
        .filter(instruction -> instruction.keyword().equals(keyword))
        .reduce((_, later) -> later)
        .map(Instruction::text)
        .orElse("");
  }
}
