package dev.rolewise.bot.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A sentence and what is read with it: what stands above it, the one in front, the question. */
final class Context {
  private final List<Reading> readings;
  private final Set<String> stems = new HashSet<>();
  private final Set<String> subjects = new HashSet<>();

  Context(List<Reading> readings) {
    this.readings = List.copyOf(readings);
    this.readings.forEach(reading ->
        WordingCheck.words(reading.text()).forEach(word -> stems.add(WordingCheck.stem(word))));
  }

  List<Mark> marks(Mark.Kind kind) {
    List<Mark> marks = new ArrayList<>();
    readings.forEach(reading -> marks.addAll(reading.marks(kind)));
    return marks;
  }

  boolean says(Mark mark) {
    return marks(mark.kind()).stream().anyMatch(mark::agrees);
  }

  boolean matches(Pattern pattern) {
    return readings.stream().anyMatch(reading -> pattern.matcher(reading.text()).find());
  }

  /** What its words say something is of. */
  Set<String> subjects() {
    if (subjects.isEmpty()) {
      readings.forEach(reading -> subjects.addAll(SubjectCheck.subjects(reading.text())));
    }
    return subjects;
  }

  /** What its words have in common with other forms of them. */
  Set<String> stems() {
    return stems;
  }
}
