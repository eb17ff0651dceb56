package dev.rolewise.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** A table of a web page. */
final class HtmlTable {
  private final Element table;
  private final HtmlText text;
  private final TableGrid grid = new TableGrid();
  private String caption = "";
  private final boolean nested;
  private boolean blocksInside;

  HtmlTable(Element table, HtmlText text) {
    this.table = table;
    this.text = text;
    this.nested = table.selectFirst("table table") != null;
    read();
  }

  /** Whether the table only lays the page out. */
  boolean isLayout() {
    return nested || !grid.isTable() || (blocksInside && !isData(table));
  }

  List<Block> blocks() {
    return grid.blocks(caption);
  }

  private void read() {
    List<Element> rows = new ArrayList<>();
    for (Element part : table.children()) {
      switch (part.normalName()) {
        case "caption" -> caption = text.inline(part).text();
        case "tr" -> rows.add(part);
        case "thead", "tbody", "tfoot" -> {
          for (Element row : part.children()) {
            if (row.normalName().equals("tr")) {
              rows.add(row);
            }
          }
        }
        default -> {}
      }
    }
    for (Element row : rows) {
      if (!HtmlElements.isHidden(row)) {
        row(row);
      }
    }
  }

  private void row(Element row) {
    grid.row();
    boolean head = row.parent() != null && row.parent().normalName().equals("thead");
    boolean marked = isNamedHeader(row);
    int line = text.line(row);
    for (Element cell : row.children()) {
      boolean th = cell.normalName().equals("th");
      if ((!th && !cell.normalName().equals("td")) || HtmlElements.isHidden(cell)) {
        continue;
      }
      blocksInside |= cell.selectFirst("h1,h2,h3,h4,ul li ~ li ~ li,p ~ p ~ p") != null;
      SourceText words = nested ? SourceText.EMPTY : text.inline(cell);
      boolean header = th || head || marked || isHeaderCell(cell, words);
      grid.cell(words, header, span(cell, "colspan"), span(cell, "rowspan"), line);
    }
  }

  /** Whether a table says that it has headings, so that it does more than lay out a page. */
  private static boolean isData(Element table) {
    return table.selectFirst("th,caption,thead") != null;
  }

  private static boolean isHeaderCell(Element cell, SourceText text) {
    if (text.isEmpty() || isNamedHeader(cell) || cell.attr("scope").startsWith("col")) {
      return !text.isEmpty();
    }
    return cell.childrenSize() == 1
        && HtmlElements.isBold(cell.child(0))
        && cell.ownText().isBlank();
  }

  private static boolean isNamedHeader(Element element) {
    for (String name : element.classNames()) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "header",
            "head",
            "heading",
            "th",
            "thead",
            "table-header",
            "tableheader",
            "colhead" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int span(Element cell, String name) {
    String value = cell.attr(name).strip();
    if (value.isEmpty() || value.length() > 4) {
      return 1;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return 1;
      }
    }
    return Integer.parseInt(value);
  }
}
