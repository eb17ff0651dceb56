package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import dev.rolewise.knowledge.document.Block.Row;
import dev.rolewise.knowledge.document.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the blocks of one file into a role document. */
final class Assembler {
  /** A longer item or labelled line is split into its sentences. */
  private static final int MAX_WHOLE_WORDS = 60;

  /** An introduction with more words says something by itself and can be cited as well. */
  private static final int MAX_LEAD_ONLY_WORDS = 12;

  private static final int MAX_CAPTION_WORDS = 15;

  private static final int MAX_LEAD_IN_WORDS = 3;

  /** A section that is still being filled. */
  private static final class Open {
    final int level;
    final List<String> path;
    final int line;
    final List<Statement> statements = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();

    Open(int level, List<String> path, int line) {
      this.level = level;
      this.path = path;
      this.line = line;
    }

    Section closed() {
      return new Section(path, line, statements, sections);
    }
  }

  private final String id;
  private final List<Open> open = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private int ordinal;

  private Assembler(String id) {
    this.id = id;
  }

  /**
   * Builds the document.
   *
   * @param source path of the file as it is shown to people
   * @throws UnreadableException if there is nothing in it that could be cited
   */
  static RoleDocument document(String id, String source, Content content)
      throws UnreadableException {
    List<Block> blocks = Glue.split(Furniture.without(content.blocks()));
    var names = RoleNames.of(id, content, blocks);
    var assembler = new Assembler(id);
    int begin = Furniture.letterhead(blocks);
    assembler.add(blocks.subList(begin, blocks.size()), names.headingIndex() - begin);
    if (assembler.ordinal == 0) {
      throw new UnreadableException("holds no statement, only " + found(blocks));
    }
    var around = new ArrayList<>(content.notes());
    for (Block block : blocks.subList(0, begin)) {
      around.add(((Paragraph) block).text().text());
    }
    var provenance =
        new Provenance(id, names.written(), around, content.region(), assembler.sections);
    FrontMatter frontMatter = content.frontMatter();
    Optional<String> market = frontMatter.market().or(provenance::market);
    return new RoleDocument(
        id,
        names.title(),
        names.aliases(),
        frontMatter.asOf().isPresent() ? frontMatter.asOf() : provenance.asOf(),
        market,
        frontMatter.currency().or(() -> provenance.currency(market)),
        source,
        assembler.sections);
  }

  private static String found(List<Block> blocks) {
    return blocks.isEmpty() ? "blank space or markup" : "headings";
  }

  private void add(List<Block> blocks, int titleIndex) {
    String lead = "";
    for (int i = 0; i < blocks.size(); i++) {
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      switch (blocks.get(i)) {
        case Heading heading -> {
          lead = "";
          if (i != titleIndex) {
            open(heading);
          }
        }
        case Paragraph paragraph -> {
          List<SourceText> pairs = pairs(paragraph.text());
          if (!pairs.isEmpty()) {
            for (SourceText pair : pairs) {
              add(List.of(), StatementKind.BULLET, pair);
            }
            lead = "";
          } else if (i != titleIndex) {
            lead = paragraph(paragraph.text(), next, lead);
          }
        }
        case Bullet _ -> {
          int end = i;
          while (end < blocks.size() && blocks.get(end) instanceof Bullet) {
            end++;
          }
          Block after = end < blocks.size() ? blocks.get(end) : null;
          List<Bullet> items = new ArrayList<>();
          for (Block block : blocks.subList(i, end)) {
            items.add((Bullet) block);
          }
          lead = items(BulletTree.nested(items), lead, after);
          i = end - 1;
        }
        case Table table -> {
          rows(table, lead);
          // A second table below one introduction belongs to it as well.
          lead = next instanceof Table ? lead : "";
        }
      }
    }
    closeTo(0);
  }

  // ---- sections

  private void open(Heading heading) {
    closeTo(heading.level());
    List<String> path = new ArrayList<>(open.isEmpty() ? List.of() : open.getLast().path);
    path.add(heading.text().text());
    open.add(new Open(heading.level(), path, heading.line()));
  }

  private void closeTo(int level) {
    while (!open.isEmpty() && open.getLast().level >= level) {
      Section closed = open.removeLast().closed();
      if (open.isEmpty()) {
        sections.add(closed);
      } else {
        open.getLast().sections.add(closed);
      }
    }
  }

  private void statement(
      List<String> lead, StatementKind kind, SourceText text, int line, List<Cell> cells) {
    if (text.isEmpty()) {
      return;
    }
    if (open.isEmpty()) {
      open.add(new Open(0, List.of(), line));
    }
    Open section = open.getLast();
    section.statements.add(
        new Statement(id, ordinal++, section.path, lead, kind, line, text.text(), cells));
  }

  // ---- running text

  /** Adds sentences; returns what introduces the next block, or the empty string. */
  private String paragraph(SourceText text, @Nullable Block next, String above) {
    boolean introduces = next instanceof Bullet || next instanceof Table;
    if (introduces && isCaption(text.text())) {
      return joined(above, text.text());
    }
    List<SourceText> sentences = isLabelled(text) ? List.of(text) : withLeadIn(text);
    String lead = "";
    for (int i = 0; i < sentences.size(); i++) {
      SourceText sentence = sentences.get(i);
      if (introduces && i == sentences.size() - 1 && sentence.text().endsWith(":")) {
        lead = withoutColon(sentence.text());
        if (!saysSomething(sentence.text())) {
          break;
        }
      }
      if (next instanceof Table && namesUnits(sentence.text())) {
        lead = joined(lead, withoutStop(sentence.text()));
      }
      add(List.of(), StatementKind.SENTENCE, sentence);
    }
    return lead;
  }

  /** The parts of a line such as "Pay: 3.460 € per month · Training: 3 years"; empty for others. */
  private static List<SourceText> pairs(SourceText line) {
    String text = line.text();
    List<SourceText> pairs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int bar = text.indexOf(" · ", start);
      int end = bar < 0 ? text.length() : bar;
      String part = text.substring(start, end);
      if (!PAIR.matcher(part).matches()) {
        return List.of();
      }
      pairs.add(line.slice(start + (pairs.isEmpty() ? captionEnd(part) : 0), end));
      start = bar < 0 ? end : bar + 3;
    }
    return pairs.size() > 1 ? pairs : List.of();
  }

  private static final Pattern PAIR = Pattern.compile("\\p{Lu}[^:]{1,50}: [^:]{1,60}");

  /** Where the words behind a caption begin that stands in one line with them: "At a glance". */
  private static int captionEnd(String text) {
    int space = text.indexOf(' ');
    while (space > 0 && space < text.indexOf(':')) {
      if (HeadingText.isCommon(text.substring(0, space))
          && Character.isUpperCase(text.charAt(space + 1))) {
        return space + 1;
      }
      space = text.indexOf(' ', space + 1);
    }
    return 0;
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** "Hourly wages in Canadian dollars.": what the numbers of a table are in. */
  private static boolean namesUnits(String text) {
    return words(text) <= MAX_CAPTION_WORDS && !hasAmount(text) && UNITS.matcher(text).find();
  }

  private static final Pattern UNITS =
      Pattern.compile(
          "(?i)\\b(?:hourly|daily|weekly|monthly|annual|yearly|per"
              + " (?:hour|day|week|month|year|annum)|gross)"
              + "\\b.*\\b(?:pay|salar(?:y|ies)|wages?|earnings|rates?|compensation|income)\\b"
              + "|\\b(?:pay|salar(?:y|ies)|wages?|earnings|rates?|compensation|income|figures|amounts|numbers)"
              + "\\b.*(?:\\b(?:dollars|euros?|pounds|francs|rupees|thousands|USD|EUR|GBP|CAD|AUD|CHF|INR)\\b|\\b(?:hourly|monthly|annual|yearly|per"
              + " (?:hour|month|year|annum))\\b)");

  /** The sentences; a lead-in such as "Analytical skills." stays with the sentence behind it. */
  private static List<SourceText> withLeadIn(SourceText text) {
    List<SourceText> sentences = Sentences.of(text);
    if (sentences.size() < 2
        || sentences.getFirst().text().chars().anyMatch(Character::isDigit)
        || words(withoutBrackets(sentences.getFirst().text())) > MAX_LEAD_IN_WORDS
        || !sentences.getFirst().text().endsWith(".")) {
      return sentences;
    }
    List<SourceText> joined = new ArrayList<>(sentences);
    joined.set(1, text.slice(0, Sentences.nextEnd(text.text(), sentences.getFirst().length())));
    joined.removeFirst();
    return joined;
  }

  private static String withoutBrackets(String text) {
    int open = text.indexOf(" (");
    int close = text.indexOf(')', Math.max(open, 0));
    return open < 0 || close < 0 ? text : text.substring(0, open) + text.substring(close + 1);
  }

  private static String joined(String above, String text) {
    return above.isEmpty() ? withoutColon(text) : above + ": " + withoutColon(text);
  }

  /** A short line without a full stop, as it stands over lists and tables. */
  private static boolean isCaption(String text) {
    if (words(text) > MAX_CAPTION_WORDS || ".!?;,".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return false;
    }
    return Sentences.nextEnd(text, 0) == text.length()
        && !saysSomething(text)
        && "$\u00a3\u20ac".indexOf(text.charAt(0)) < 0
        && !isNote(text)
        && !NameFinder.listsNames(text)
        && !(text.contains(": ") && hasDigit(text));
  }

  /** Whether a line speaks of where something comes from and introduces nothing. */
  private static boolean isNote(String text) {
    return text.regionMatches(true, 0, "source", 0, 6)
        || text.regionMatches(true, 0, "note", 0, 4)
        || LineHeadings.isOfEdition(text);
  }

  /** Whether an introduction is worth citing by itself. */
  private static boolean saysSomething(String text) {
    int words = words(text);
    return words > MAX_LEAD_ONLY_WORDS || (words >= 7 && text.endsWith(":") && hasAmount(text));
  }

  /** "Base salary: …" is one statement even if it has several sentences. */
  private static boolean isLabelled(SourceText text) {
    int colon = text.text().indexOf(": ");
    return colon > 0
        && words(text.text().substring(0, colon)) <= 5
        && text.text().indexOf(". ") > colon
        && words(text.text()) <= MAX_WHOLE_WORDS / 2;
  }

  // ---- lists

  /** Adds items; returns what introduces the next block, or the empty string. */
  private String items(List<Bullet> items, String above, @Nullable Block next) {
    List<Bullet> parents = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Bullet item = items.get(i);
      while (!parents.isEmpty() && parents.getLast().depth() >= item.depth()) {
        parents.removeLast();
      }
      boolean hasChildren = i + 1 < items.size() && items.get(i + 1).depth() > item.depth();
      boolean last = i == items.size() - 1;
      if (last && next instanceof Table && item.text().text().endsWith(":")) {
        List<String> lead = lead(above, parents);
        lead.add(withoutColon(item.text().text()));
        return String.join(": ", lead);
      }
      if (!hasChildren || !isLeadOnly(item.text().text())) {
        item(item, lead(above, parents));
      }
      if (hasChildren) {
        parents.add(item);
      }
    }
    return "";
  }

  private static List<String> lead(String above, List<Bullet> parents) {
    List<String> lead = new ArrayList<>();
    if (!above.isEmpty()) {
      lead.add(above);
    }
    for (Bullet parent : parents) {
      lead.add(withoutColon(parent.text().text()));
    }
    return lead;
  }

  private void item(Bullet item, List<String> lead) {
    if (item.mark() == Mark.NONE) {
      for (SourceText sentence : Sentences.of(item.text())) {
        add(lead, StatementKind.SENTENCE, sentence);
      }
    } else if (words(item.text().text()) <= MAX_WHOLE_WORDS) {
      add(lead, StatementKind.BULLET, item.text());
    } else {
      List<SourceText> sentences = Sentences.of(item.text());
      List<String> rest = lead;
      int colon = item.text().text().indexOf(": ");
      if (colon > 0 && words(item.text().text().substring(0, colon)) <= 6) {
        rest = new ArrayList<>(lead);
        rest.add(item.text().text().substring(0, colon));
      }
      for (int i = 0; i < sentences.size(); i++) {
        add(i == 0 ? lead : rest, StatementKind.BULLET, sentences.get(i));
      }
    }
  }

  /** Whether an item with others below it only names what they are about. */
  private static boolean isLeadOnly(String text) {
    if (text.endsWith(":")) {
      return !saysSomething(text);
    }
    boolean figures = hasAmount(text);
    return !figures
        && !text.endsWith(".")
        && (words(text) <= 3 || (HeadingText.isTitleCase(text) && words(text) <= 10));
  }

  private void add(List<String> lead, StatementKind kind, SourceText text) {
    SourceText clean = withoutFootnote(text);
    statement(lead, kind, clean, clean.line(), List.of());
  }

  private static SourceText withoutFootnote(SourceText text) {
    int end = HeadingText.withoutFootnote(text.text(), text.length());
    return end == text.length() ? text : text.slice(0, end);
  }

  // ---- tables

  private void rows(Table table, String above) {
    for (Row row : table.rows()) {
      List<String> lead = new ArrayList<>();
      if (!above.isEmpty()) {
        lead.add(above);
      }
      for (String caption : table.captions()) {
        if (!caption.equals(above)) {
          lead.add(withoutColon(caption));
        }
      }
      if (!row.group().isEmpty()) {
        lead.add(withoutColon(row.group()));
      }
      var text = new StringBuilder();
      List<Cell> cells = new ArrayList<>();
      for (Cell cell : row.cells()) {
        int end = HeadingText.withoutFootnote(cell.text(), cell.text().length());
        String words = cell.text().substring(0, end);
        cells.add(new Cell(cell.header(), words));
        if (!words.isEmpty()) {
          text.append(text.isEmpty() ? "" : " | ").append(words);
        }
      }
      SourceText line = SourceText.of(text.toString(), row.line());
      statement(lead, StatementKind.TABLE_ROW, line, row.line(), cells);
    }
  }

  // ---- words

  private static String withoutColon(String text) {
    int end = HeadingText.withoutFootnote(text, text.length());
    while (end > 0 && (text.charAt(end - 1) == ':' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return end == 0 ? text : text.substring(0, end);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean hasAmount(String text) {
    return text.chars().anyMatch(c -> "$\u00a3\u20ac%".indexOf(c) >= 0);
  }

  private static int words(String text) {
    int words = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        words++;
      }
    }
    return words;
  }
}
