package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.document.Cell;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ends of a scale of pay, as labels of single amounts and headings of columns name them. */
final class ScaleEnds {
  private static final String HOW =
      "(?:(?:annual|yearly|monthly|weekly|daily|hourly|base|basic|gross|typical|average|reported"
          + "|advertised|total) )*";
  private static final String PAY =
      "(?:wages?|pay|salar(?:y|ies)|rates?|earnings|income|compensation|remuneration)";
  private static final String LOW = "low(?:est|er)?|min(?:imum|\\.)?|bottom";
  private static final String HIGH = "high(?:est|er)?|max(?:imum|\\.)?|top|upper|peak";

  /** "Lowest", "Maximum hourly wage", "Top of the range", "Starting salary", "Salary (low)". */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)"
              + HOW
              + "(?:(?:(?<low>"
              + LOW
              + ")|"
              + HIGH
              + ")(?: "
              + HOW
              + PAY
              + "| end)?(?: of (?:(?:the|its|their) )?(?:"
              + PAY
              + "|range|scale)(?: (?:range|scale))?)?"
              + "|(?<start>start(?:ing)?|entry|initial) "
              + HOW
              + PAY
              + "|"
              + PAY
              + "[,:]? \\(?(?:(?<lowBehind>"
              + LOW
              + ")|"
              + HIGH
              + ")\\)?)");

  /** Labels that name the one end only beside a label of the other: "Entry" and "Top". */
  private static final Pattern FIRST_LABEL = Pattern.compile("(?i)entry|start(?:ing)?|from");

  private static final Pattern LAST_LABEL = Pattern.compile("(?i)to|up to");

  private static final Pattern FIRST_STEP =
      step(
          "entry|start(?:s|ing)?|on"
              + " (?:appointment|joining|hiring)|bottom|first|initial|low(?:est)?|min(?:imum)?|from");
  private static final Pattern LAST_STEP =
      step("top|last|(?<!\\p{L} )end|final|max(?:imum)?|high(?:est)?|up to|to");

  private ScaleEnds() {}

  /** "Lowest base pay", "Base pay (lowest)": a step that a heading begins or ends with. */
  private static Pattern step(String words) {
    return Pattern.compile("(?i)^\\W*(?:" + words + ")\\b|\\b(?:" + words + ")\\W*$");
  }

  /** The end that the whole label of an amount names. */
  static Optional<Statistic> named(String label) {
    Matcher end = LABEL.matcher(label.strip());
    if (!end.matches()) {
      return Optional.empty();
    }
    boolean isLow =
        end.group("low") != null || end.group("start") != null || end.group("lowBehind") != null;
    return Optional.of(Statistic.of(isLow ? Statistic.Kind.LOW : Statistic.Kind.HIGH));
  }

  /** The end that a label names beside the other labels of its list. */
  static Optional<Statistic> named(String label, List<String> others) {
    Optional<Statistic> end = named(label);
    if (end.isPresent()) {
      return end;
    }
    boolean first = FIRST_LABEL.matcher(label.strip()).matches();
    boolean last = LAST_LABEL.matcher(label.strip()).matches();
    Statistic own = Statistic.of(first ? Statistic.Kind.LOW : Statistic.Kind.HIGH);
    Pattern pair = first ? LAST_LABEL : FIRST_LABEL;
    return (first || last)
            && others.stream()
                .anyMatch(other ->
                    pair.matcher(other.strip()).matches()
                        || named(other).filter(end2 -> !end2.equals(own)).isPresent())
        ? Optional.of(own)
        : Optional.empty();
  }

  /** The end that a column is of a scale whose other end has a column too: "From" and "To". */
  static Optional<Statistic> ofColumn(String header, List<Cell> cells) {
    boolean first = FIRST_STEP.matcher(header).find();
    boolean last = LAST_STEP.matcher(header).find();
    Pattern other = first ? LAST_STEP : FIRST_STEP;
    return first != last && cells.stream().anyMatch(cell -> other.matcher(cell.header()).find())
        ? Optional.of(Statistic.of(first ? Statistic.Kind.LOW : Statistic.Kind.HIGH))
        : Optional.empty();
  }
}
