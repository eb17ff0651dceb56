package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Paragraph;
import dev.rolewise.knowledge.document.Block.Row;
import dev.rolewise.knowledge.document.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** Cells of a table as they are written, and what they come to once merged cells are laid out. */
final class TableGrid {
  /** More columns or rows are not laid out by merging; the rest of a span is ignored. */
  private static final int MAX_SPAN = 500;

  private static final int MAX_COLUMNS = 200;

  /** A cell as it is written; the same object stands for every place a merged cell covers. */
  private static final class RawCell {
    private final SourceText text;
    private final boolean header;
    private final int columns;
    private final int rows;

    RawCell(SourceText text, boolean header, int columns, int rows) {
      this.text = text;
      this.header = header;
      this.columns = columns;
      this.rows = rows;
    }

    SourceText text() {
      return text;
    }

    boolean header() {
      return header;
    }

    int columns() {
      return columns;
    }

    int rows() {
      return rows;
    }
  }

  private static final class RawRow {
    final List<RawCell> cells = new ArrayList<>();
    int line;
  }

  /** A row with one entry per column; merged cells are repeated. */
  private record Laid(List<RawCell> columns, int line) {
    boolean isHeader() {
      return columns.stream().allMatch(cell -> cell.header() || cell.text().isEmpty())
          && columns.stream().anyMatch(cell -> cell.header() && !cell.text().isEmpty());
    }

    /** Whether its first cell covers the row or has the only words in it. */
    boolean isFullWidth() {
      RawCell first = columns.getFirst();
      if (first.text().isEmpty()) {
        return false;
      }
      return columns.stream().allMatch(cell -> cell == first || cell.text().isEmpty());
    }

    boolean isEmpty() {
      return columns.stream().allMatch(cell -> cell.text().isEmpty());
    }
  }

  private static final RawCell EMPTY = new RawCell(SourceText.EMPTY, false, 1, 1);

  private final List<RawRow> rows = new ArrayList<>();

  /** Begins a row. */
  void row() {
    rows.add(new RawRow());
  }

  /** Adds a cell to the last row. */
  void cell(SourceText text, boolean header, int columns, int rowCount, int line) {
    RawRow row = rows.getLast();
    if (row.cells.isEmpty()) {
      row.line = line;
    }
    if (row.cells.size() < MAX_COLUMNS) {
      row.cells.add(
          new RawCell(
              text,
              header,
              Math.clamp(columns, 1, MAX_SPAN),
              rowCount < 1 ? MAX_SPAN : Math.min(rowCount, MAX_SPAN)));
    }
  }

  /** Whether it has at least two columns somewhere, so that it is more than a frame. */
  boolean isTable() {
    return rows.stream().anyMatch(row -> row.cells.size() > 1);
  }

  /** The table, before and after it what stands across its whole width. */
  List<Block> blocks(String caption) {
    List<Laid> laid = layOut();
    laid.removeIf(Laid::isEmpty);
    List<Block> blocks = new ArrayList<>();
    if (laid.isEmpty()) {
      return blocks;
    }
    int columns = laid.getFirst().columns().size();
    if (columns == 1) {
      for (Laid row : laid) {
        blocks.add(new Paragraph(row.columns().getFirst().text()));
      }
      return blocks;
    }
    List<String> captions = new ArrayList<>();
    if (!caption.isEmpty()) {
      captions.add(caption);
    }
    int first = 0;
    while (first < laid.size() - 1
        && laid.get(first).isFullWidth()
        && (laid.get(first).isHeader() || laid.get(first + 1).isHeader())) {
      captions.add(laid.get(first).columns().getFirst().text().text());
      first++;
    }
    int body = bodyStart(laid, first);
    List<String> headers = headers(laid.subList(first, body), columns);
    int end = laid.size();
    while (end > body && laid.get(end - 1).isFullWidth()) {
      end--;
    }
    addTable(laid.subList(body, end), headers, captions, blocks);
    for (Laid note : laid.subList(end, laid.size())) {
      blocks.add(new Paragraph(note.columns().getFirst().text()));
    }
    return blocks;
  }

  private static void addTable(
      List<Laid> body, List<String> headers, List<String> captions, List<Block> blocks) {
    List<Row> rows = new ArrayList<>();
    String group = "";
    boolean continued = body.stream().filter(TableGrid::isContinued).count() >= MIN_CONTINUED;
    RawCell label = EMPTY;
    for (Laid row : body) {
      if (row.isFullWidth()) {
        group = row.columns().getFirst().text().text();
        continue;
      }
      List<Cell> cells = new ArrayList<>();
      RawCell previous = EMPTY;
      for (int i = 0; i < row.columns().size(); i++) {
        RawCell cell = row.columns().get(i);
        if (i == 0) {
          // two lines of figures for one label, as if its cell were as high as both
          cell = continued && isContinued(row) ? label : cell;
          label = cell;
        }
        boolean repeated = cell == previous && cell.columns() > 1;
        previous = cell;
        String header = i < headers.size() ? headers.get(i) : "";
        if (!repeated && (i == 0 || !header.isEmpty() || !cell.text().isEmpty())) {
          cells.add(new Cell(header, cell.text().text()));
        }
      }
      rows.add(new Row(group, cells, row.line()));
    }
    if (!rows.isEmpty()) {
      blocks.add(new Table(captions, rows));
    }
  }

  /** Whether a row has figures and no label, as the second line of the row above it. */
  private static boolean isContinued(Laid row) {
    return row.columns().getFirst().text().isEmpty()
        && row.columns().stream().filter(cell -> hasDigit(cell.text().text())).count()
            >= MIN_CONTINUED;
  }

  /** A single row without a label may be a sum, a single figure a note. */
  private static final int MIN_CONTINUED = 2;

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** Index of the first row that is not a heading of columns. */
  private static int bodyStart(List<Laid> laid, int first) {
    int body = first;
    while (body < laid.size() - 1 && laid.get(body).isHeader() && !laid.get(body).isFullWidth()) {
      body++;
    }
    return body == first && TableHeader.isHeader(words(laid.subList(first, laid.size())))
        ? first + 1
        : body;
  }

  private static List<List<String>> words(List<Laid> rows) {
    List<List<String>> words = new ArrayList<>();
    for (Laid row : rows) {
      words.add(row.columns().stream().map(cell -> cell.text().text()).toList());
    }
    return words;
  }

  private static List<String> headers(List<Laid> rows, int columns) {
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      var header = new StringBuilder();
      RawCell previous = EMPTY;
      for (Laid row : rows) {
        RawCell cell = row.columns().get(i);
        if (cell != previous && !cell.text().isEmpty()) {
          header.append(header.isEmpty() ? "" : " ").append(cell.text().text());
        }
        previous = cell;
      }
      headers.add(header.toString());
    }
    return headers;
  }

  private List<Laid> layOut() {
    List<Laid> laid = new ArrayList<>();
    List<RawCell> hanging = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    int width = 0;
    for (RawRow row : rows) {
      List<RawCell> columns = new ArrayList<>();
      int next = 0;
      while (columns.size() < MAX_COLUMNS) {
        int column = columns.size();
        if (column < left.size() && left.get(column) > 0) {
          columns.add(hanging.get(column));
          left.set(column, left.get(column) - 1);
        } else if (next < row.cells.size()) {
          RawCell cell = row.cells.get(next++);
          for (int i = 0; i < cell.columns() && columns.size() < MAX_COLUMNS; i++) {
            int at = columns.size();
            while (left.size() <= at) {
              left.add(0);
              hanging.add(EMPTY);
            }
            hanging.set(at, cell);
            left.set(at, cell.rows() - 1);
            columns.add(cell);
          }
        } else if (column < left.size()) {
          columns.add(EMPTY);
        } else {
          break;
        }
      }
      width = Math.max(width, columns.size());
      int line = row.cells.isEmpty() ? 0 : row.line;
      if (line > 0) {
        laid.add(new Laid(columns, line));
      }
    }
    for (Laid row : laid) {
      while (row.columns().size() < width) {
        row.columns().add(EMPTY);
      }
    }
    return laid;
  }
}
