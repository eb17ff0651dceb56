package dev.rolewise.bot.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the sentences out of what a language model writes, as soon as each is whole. Reads the JSON
 * of {@link Prompt.Form#SENTENCES}, and text with numbers in brackets behind its sentences. Not
 * thread-safe.
 */
final class SentenceParser {
  /** A text that is longer is no answer to any question; the rest of it is not read. */
  static final int MAX_CHARS = 20_000;

  /**
   * Marks behind a sentence that are longer, or are further from it, are read at the end of their
   * line.
   */
  private static final int MAX_MARKS_CHARS = 80;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(20).build())
          .build();

  private static final String NUMBERS = "\\d{1,4}(?:\\s*+[,;]\\s*+\\d{1,4})*+";

  /** "[1]", "[1, 2]", "[^1]", "【1】", "【1†source】". */
  private static final String ONE =
      "(?:\\[\\^?" + NUMBERS + "]|【" + NUMBERS + "(?:†[^】\\n]{0,40}+)?】)";

  /** "[1]", "([1], [2])", "[[1]]". */
  private static final String GROUP =
      "(?:" + ONE + "|[(\\[]\\s*+" + ONE + "(?:\\s*+,?\\s*+" + ONE + "){0,9}+\\s*+[)\\]])";

  /** "[1][2]", "[1], [2]"; bounded, so that a long row is not looked through from each mark. */
  private static final String MARKS = GROUP + "(?:\\s*+,?\\s*+" + GROUP + "){0,20}+";

  /** What a mark may begin with. */
  private static final String MARK_STARTS = "[(【";

  private static final Pattern ENDS_BY_MARK =
      Pattern.compile(
          "(?<![\\d\\]][\\]】])" + MARKS + "\\s*+[.!?]++|(?<![.!?])[.!?]++[\"”’')]*+\\s*+" + MARKS);
  private static final Pattern ENDS = Pattern.compile("(?<![.!?])[.!?]++[\"”’')]*+(?=\\s+\\p{Lu})");

  /** "(1)" at the end of a sentence, which is a mark where there are no others. */
  private static final Pattern ROUND_MARK =
      Pattern.compile(
          "(?<=\\S)\\s*+\\(("
              + NUMBERS
              + ")\\)(?=[.!?]++(?:\\s|$)|\\s*+$)"
              + "|(?<=[.!?])\\s*+\\(("
              + NUMBERS
              + ")\\)(?=\\s+\\p{Lu})");

  private static final Pattern MARK = Pattern.compile(MARKS);
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Enough for each of those below. */
  private static final int MAX_ABBREVIATION_CHARS = 8;

  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:\\b\\p{L}|\\.\\p{L}|\\b(?:etc|vs|approx|Inc|Ltd|Co|Dr|Mr|Ms|Mrs|St|No))$");

  private static final Pattern SPACE_BEFORE_END = Pattern.compile("(?<!\\s)\\s++(?=[.!?,;]|$)");

  /** What stands in front of a line of a list. */
  private static final Pattern LIST_NUMBER = Pattern.compile("^\\s*+\\(?\\d{1,2}[.)]\\s++");

  private static final String CITES = "cites";

  /** What models call the number where they write an object in its place. */
  private static final Set<String> NUMBER_FIELDS =
      Set.of("number", "id", "index", "statement", "cite", "citation", "source", "ref");

  /** What some models write for themselves in front of the answer stands between such tags. */
  private static final List<String> THOUGHTS = List.of("think", "thinking", "thought", "reasoning");

  private static final String THOUGHT_TAGS = "(" + String.join("|", THOUGHTS) + ")\\s{0,9}>";
  private static final Pattern THOUGHT = Pattern.compile("(?i)^\\s*+<" + THOUGHT_TAGS);
  private static final Pattern THOUGHT_END = Pattern.compile("(?i)</" + THOUGHT_TAGS);

  private static final Pattern FENCE = Pattern.compile("^\\s*`{3,}\\w*\\s*");

  /** The beginning of an object or of a list of objects, which prose does not have. */
  private static final Pattern JSON_START = Pattern.compile("\\{\\s*\"|\\[\\s*\\{\\s*\"");

  /** What may become such a beginning. */
  private static final Pattern JSON_MAY_START = Pattern.compile("(?:\\[|\\{)\\s*+$");

  private static final Pattern EXCUSE =
      Pattern.compile(
          "(?i)\\b(?:sorry|apologi[sz]e|unable to|cannot|can not|can['’]t|won['’]t)\\b");

  /** What the text turned out to be. */
  private enum Kind {
    UNKNOWN,
    JSON,
    TEXT
  }

  private final StringBuilder pending = new StringBuilder();
  private final List<WrittenSentence> found = new ArrayList<>();
  private final List<Integer> cites = new ArrayList<>();
  private Kind kind = Kind.UNKNOWN;
  private int chars;

  /** Up to where a pending text holds nothing whole, but for what the next piece may complete. */
  private int searched;

  /** Up to where a text that waits for what may be JSON holds none, nor the end of a thought. */
  private int looked;

  private boolean isBroken;
  private boolean isClosed;
  private boolean hasCited;
  private boolean isExcuse;

  /** The tag of the thought that is being read, empty outside of any. */
  private String thought = "";

  private @Nullable JsonParser json;
  private @Nullable String text;
  private String field = "";
  private int depth;

  /** The depth at which the numbers of a sentence stand, 0 outside of them. */
  private int citesDepth;

  /** Takes some text and returns the sentences that it completes. */
  List<WrittenSentence> add(String piece) {
    String taken = piece.substring(0, Math.min(piece.length(), MAX_CHARS - chars));
    chars += taken.length();
    pending.append(taken);
    if (kind == Kind.UNKNOWN) {
      decide(false);
    }
    return read(false);
  }

  /** Takes note that nothing more comes, and returns the sentences at the end. */
  List<WrittenSentence> end() {
    if (kind == Kind.UNKNOWN) {
      decide(true);
    }
    List<WrittenSentence> last = read(true);
    if (kind == Kind.JSON && !isClosed) {
      isBroken = true;
    }
    return last;
  }

  boolean isFull() {
    return chars >= MAX_CHARS;
  }

  /**
   * Why nothing can be made of the whole text, if so; told after its end. Of a text that cites
   * nothing, nothing can be.
   */
  Optional<ModelReply.Reason> problem() {
    if (chars == 0 || (kind == Kind.UNKNOWN && pending.isEmpty())) {
      return Optional.of(ModelReply.Reason.EMPTY);
    }
    if (isBroken) {
      return Optional.of(ModelReply.Reason.MALFORMED);
    }
    if (hasCited) {
      return Optional.empty();
    }
    return Optional.of(isExcuse ? ModelReply.Reason.REFUSED : ModelReply.Reason.UNCITED);
  }

  private void decide(boolean isLast) {
    if (thought.isEmpty()) {
      Matcher start = THOUGHT.matcher(pending);
      if (start.find()) {
        thought = start.group(1);
        pending.delete(0, start.end());
      } else if (!isLast && mayBecomeThought()) {
        return;
      }
    }
    if (!thought.isEmpty() && !endThought(isLast)) {
      return;
    }
    Matcher fence = FENCE.matcher(pending);
    boolean isFenced = fence.find();
    if (isFenced && !isLast && fence.end() == pending.length()) {
      return;
    }
    if (isFenced) {
      pending.delete(0, fence.end());
    }
    int start = 0;
    while (start < pending.length() && Character.isWhitespace(pending.charAt(start))) {
      start++;
    }
    if (start == pending.length()) {
      pending.setLength(0);
      return;
    }
    char first = pending.charAt(start);
    if (first == '`' && !isLast) {
      return;
    }
    kind = first == '{' ? Kind.JSON : Kind.TEXT;
  }

  private boolean mayBecomeThought() {
    String begun = pending.toString().strip().toLowerCase(Locale.ROOT);
    return !begun.isEmpty()
        && THOUGHTS.stream().anyMatch(tag -> ('<' + tag + '>').startsWith(begun));
  }

  /** Whether the thought is over; of one that goes on, only what may begin its end is kept. */
  private boolean endThought(boolean isLast) {
    Matcher end = THOUGHT_END.matcher(pending);
    while (end.find()) {
      if (end.group(1).equalsIgnoreCase(thought)) {
        pending.delete(0, end.end());
        thought = "";
        return true;
      }
    }
    int kept = isLast ? 0 : Math.min(pending.length(), "</         ".length() + thought.length());
    pending.delete(0, pending.length() - kept);
    return false;
  }

  private List<WrittenSentence> read(boolean isLast) {
    found.clear();
    switch (kind) {
      case UNKNOWN -> {}
      case JSON -> readJson();
      case TEXT -> readText(isLast);
    }
    for (WrittenSentence sentence : found) {
      hasCited |= !sentence.cites().isEmpty();
      isExcuse |= EXCUSE.matcher(sentence.text()).find();
    }
    return List.copyOf(found);
  }

  private void readJson() {
    if (isBroken || isClosed) {
      return;
    }
    // Half of a character of two halves waits for the other one.
    int end = pending.length();
    if (end > 0 && Character.isHighSurrogate(pending.charAt(end - 1))) {
      end--;
    }
    byte[] bytes = pending.substring(0, end).getBytes(UTF_8);
    pending.delete(0, end);
    try {
      if (json == null) {
        json = JSON.createNonBlockingByteArrayParser();
      }
      ((ByteArrayFeeder) json.getNonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
      for (JsonToken token = json.nextToken();
          token != null && token != JsonToken.NOT_AVAILABLE && !isClosed;
          token = json.nextToken()) {
        take(token, json);
      }
    } catch (IOException _) {
      isBroken = !isClosed;
    }
  }

  private void take(JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case START_OBJECT -> {
        begin();
        if (citesDepth == 0) {
          text = null;
          cites.clear();
        }
      }
      case END_OBJECT -> {
        if (citesDepth == 0) {
          if (text != null) {
            addSentence(text, cites);
            text = null;
          }
          cites.clear();
        }
        end(depth);
      }
      case START_ARRAY -> begin();
      case END_ARRAY -> end(depth);
      case FIELD_NAME -> field = parser.currentName();
      case VALUE_STRING -> {
        if (isCite()) {
          numbers(parser.getText(), cites);
        } else if (field.equals("text") && citesDepth == 0) {
          text = parser.getText();
        }
      }
      case VALUE_NUMBER_INT -> {
        if (isCite()) {
          cites.add(number(parser.getText()));
        }
      }
      case VALUE_NUMBER_FLOAT -> {
        if (isCite()) {
          String whole = parser.getText().replaceFirst("\\.0+$", "");
          cites.add(NUMBER.matcher(whole).matches() ? number(whole) : 0);
        }
      }
      default -> {}
    }
  }

  private void begin() {
    depth++;
    if (citesDepth == 0 && field.equals(CITES)) {
      citesDepth = depth;
    }
  }

  private void end(int ended) {
    depth = ended - 1;
    isClosed = depth == 0;
    if (ended == citesDepth) {
      citesDepth = 0;
    }
    // What follows without a name of its own stands where the object or the list did.
    field = citesDepth > 0 ? CITES : "";
  }

  /** Whether a value is a number of what a sentence rests on, or such a number in an object. */
  private boolean isCite() {
    return field.equals(CITES) || (citesDepth > 0 && NUMBER_FIELDS.contains(field));
  }

  private void readText(boolean isLast) {
    Matcher thoughtEnd = unread(THOUGHT_END, Math.max(searched, looked));
    if (thoughtEnd.find()) {
      // The tag at its beginning was left out.
      pending.delete(0, thoughtEnd.end());
      searched = 0;
      looked = 0;
    }
    Matcher start = unread(JSON_START, Math.max(searched, looked));
    if (start.find()) {
      String prose = pending.substring(0, start.start());
      if (MARK.matcher(prose).find()) {
        prose.lines().forEach(this::readLine);
      }
      pending.delete(0, start.start());
      kind = Kind.JSON;
      readJson();
      return;
    }
    Matcher mayStart = unread(JSON_MAY_START, Math.max(searched, looked));
    if (!isLast && mayStart.find()) {
      looked = Math.max(0, mayStart.start() - MAX_MARKS_CHARS);
      return;
    }
    looked = 0;
    int line;
    while ((line = pending.indexOf("\n", searched)) >= 0) {
      readLine(pending.substring(0, line));
      pending.delete(0, line + 1);
      searched = 0;
    }
    if (isLast) {
      readLine(pending.toString());
      pending.setLength(0);
      return;
    }
    int whole = 0;
    Matcher end = unread(ENDS_BY_MARK, searched);
    while (end.find()) {
      // More marks may follow while the text is at its end.
      int next = end.end();
      while (next < pending.length()
          && (pending.charAt(next) == ',' || Character.isWhitespace(pending.charAt(next)))) {
        next++;
      }
      if (next < pending.length() && MARK_STARTS.indexOf(pending.charAt(next)) < 0) {
        whole = end.end();
      }
    }
    if (whole > 0) {
      readLine(pending.substring(0, whole));
      pending.delete(0, whole);
    }
    searched = Math.max(0, pending.length() - MAX_MARKS_CHARS);
  }

  /** Looks for what may have become whole by the last piece. */
  private Matcher unread(Pattern pattern, int from) {
    return pattern.matcher(pending).region(from, pending.length()).useTransparentBounds(true);
  }

  private void readLine(String numbered) {
    String line = LIST_NUMBER.matcher(numbered).replaceFirst("");
    if (!MARK.matcher(line).find()) {
      line = ROUND_MARK.matcher(line).replaceAll(" [$1$2]");
    }
    int start = 0;
    Matcher end = ENDS_BY_MARK.matcher(line);
    while (end.find()) {
      readMarked(line.substring(start, end.end()));
      start = end.end();
    }
    readMarked(line.substring(start));
  }

  /** One marked sentence, perhaps with sentences without a mark in front. */
  private void readMarked(String marked) {
    int start = 0;
    Matcher end = ENDS.matcher(marked);
    while (end.find()) {
      if (!ABBREVIATED
          .matcher(marked)
          .region(Math.max(start, end.start() - MAX_ABBREVIATION_CHARS), end.start())
          .useTransparentBounds(true)
          .find()) {
        addSentence(marked.substring(start, end.end()), List.of());
        start = end.end();
      }
    }
    addSentence(marked.substring(start), List.of());
  }

  /** A sentence without the marks in it, which count like the numbers beside it. */
  private void addSentence(String sentence, List<Integer> beside) {
    if (sentence.isBlank() || FENCE.matcher(sentence).matches()) {
      return;
    }
    List<Integer> numbers = new ArrayList<>(beside);
    Matcher mark = MARK.matcher(sentence);
    while (mark.find()) {
      numbers(mark.group(), numbers);
    }
    String words = SPACE_BEFORE_END.matcher(mark.replaceAll("")).replaceAll("").strip();
    boolean isIntroduction = words.endsWith(":") && numbers.isEmpty();
    if (!words.isEmpty() && !isIntroduction) {
      found.add(new WrittenSentence(words, numbers));
    }
  }

  private static void numbers(String text, List<Integer> numbers) {
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(number(matcher.group()));
    }
  }

  /** Numbers that no statement has become 0, which none has either. */
  private static int number(String digits) {
    return digits.length() > 4 || digits.startsWith("-") ? 0 : Integer.parseInt(digits);
  }
}
