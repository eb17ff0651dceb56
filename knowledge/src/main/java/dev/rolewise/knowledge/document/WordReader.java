package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reads Word files; a line is the number of the paragraph, counted through tables. */
final class WordReader {
  /** A larger file is refused without being read. */
  private static final long MAX_BYTES = 50L * 1024 * 1024;

  /** What the entries of a file may come to once they are unpacked. */
  private static final long MAX_UNPACKED_BYTES = 200L * 1024 * 1024;

  private static final int MAX_ENTRIES = 5_000;

  private static final double MIN_INFLATE_RATIO = 0.005;

  private static final int MAX_DEPTH = 8;

  static {
    ZipSecureFile.setMinInflateRatio(MIN_INFLATE_RATIO);
    ZipSecureFile.setMaxEntrySize(MAX_UNPACKED_BYTES);
    ZipSecureFile.setMaxFileCount(MAX_ENTRIES);
  }

  private final List<Block> blocks = new ArrayList<>();
  private final XWPFDocument document;
  private int paragraph;
  private int headingLevel = 1;

  private WordReader(XWPFDocument document) {
    this.document = document;
  }

  static Content read(Path path) throws IOException, UnreadableException {
    long size = Files.size(path);
    if (size == 0) {
      throw new UnreadableException("is empty");
    }
    if (size > MAX_BYTES) {
      throw new UnreadableException(
          "must be at most 50 MB, got " + (size + 1024 * 1024 - 1) / (1024 * 1024) + " MB");
    }
    checkUnpackedSize(path);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        var document = new XWPFDocument(in)) {
      var reader = new WordReader(document);
      for (IBodyElement element : document.getBodyElements()) {
        reader.element(element);
      }
      return new Content(FrontMatter.NONE, reader.titles(), List.of(), "", reader.blocks);
    } catch (OLE2NotOfficeXmlFileException _) {
      throw new UnreadableException("must be a Word file without a password");
    } catch (NotOfficeXmlFileException _) {
      throw new UnreadableException("is damaged or no Word file");
    }
  }

  /** Unpacks the file once without keeping anything, so that a bomb is found before it goes off. */
  private static void checkUnpackedSize(Path path) throws IOException, UnreadableException {
    try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      byte[] buffer = new byte[64 * 1024];
      long unpacked = 0;
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MAX_UNPACKED_BYTES) {
            break;
          }
        }
        if (entries > MAX_ENTRIES || unpacked > MAX_UNPACKED_BYTES) {
          throw new UnreadableException("unpacks to more than a Word file can hold");
        }
      }
    } catch (ZipException _) {
      throw new UnreadableException("is damaged or no Word file");
    }
  }

  private List<String> titles() {
    var properties = document.getProperties().getCoreProperties();
    String title = properties == null ? null : properties.getTitle();
    boolean named = title != null && RoleWords.isRole(title);
    return named && title != null ? List.of(SourceText.of(title, 1).text()) : List.of();
  }

  private void element(IBodyElement element) {
    switch (element.getElementType()) {
      case PARAGRAPH -> paragraph((XWPFParagraph) element);
      case TABLE -> table((XWPFTable) element);
      case CONTENTCONTROL -> {
        paragraph++;
        for (String line : ((XWPFSDT) element).getContent().getText().split("\n", -1)) {
          SourceText text = SourceText.of(line, paragraph);
          if (!text.isEmpty()) {
            blocks.add(new Paragraph(text));
          }
        }
      }
    }
  }

  private void paragraph(XWPFParagraph element) {
    paragraph++;
    SourceText text = SourceText.of(element.getText(), paragraph);
    if (text.isEmpty()) {
      return;
    }
    int level = headingLevel(element);
    BigInteger numbering = element.getNumID();
    if (level > 0) {
      headingLevel = level * 2 - 1;
      blocks.add(new Heading(headingLevel, HeadingText.trimmed(text)));
    } else if (numbering != null && numbering.signum() != 0) {
      BigInteger depth = element.getNumIlvl();
      String format = element.getNumFmt();
      Mark mark = format == null || format.equals("bullet") ? Mark.POINT : Mark.NUMBER;
      int at = depth == null ? 0 : Math.clamp(depth.intValue(), 0, MAX_DEPTH);
      blocks.add(new Bullet(at, mark, text));
    } else if (isMarked(text.text())) {
      blocks.add(new Bullet(0, Mark.POINT, text.from(1)));
    } else if (isBold(element) && HeadingText.isPossible(text.text())) {
      blocks.add(new Heading(HeadingText.levelOfBold(headingLevel), HeadingText.trimmed(text)));
    } else {
      blocks.add(new Paragraph(text));
    }
  }

  private static boolean isMarked(String text) {
    char first = text.charAt(0);
    boolean point = "\u2022\u25aa\u25cf\u00b7\u25e6\u2023\uf0b7".indexOf(first) >= 0;
    boolean dash = first == '-' || first == '\u2013' || first == '*';
    return text.length() > 2 && (point || (dash && text.charAt(1) == ' '));
  }

  /** Level told by the style or the outline of a paragraph, or 0. */
  private int headingLevel(XWPFParagraph element) {
    String id = element.getStyleID();
    if (id != null && document.getStyles() != null) {
      XWPFStyle style = document.getStyles().getStyle(id);
      String name = style == null || style.getName() == null ? id : style.getName();
      int level = levelOf(name);
      return level > 0 ? level : levelOf(id);
    }
    return id == null ? 0 : levelOf(id);
  }

  private static int levelOf(String styleName) {
    String name = styleName.toLowerCase(Locale.ROOT).replace(" ", "");
    if (name.equals("title")) {
      return 1;
    }
    if (name.startsWith("heading") && name.length() == 8) {
      int level = name.charAt(7) - '0';
      // The title is above the headings of the first level.
      return level >= 1 && level <= 9 ? level + 1 : 0;
    }
    return 0;
  }

  private static boolean isBold(XWPFParagraph element) {
    boolean any = false;
    for (XWPFRun run : element.getRuns()) {
      String text = run.text();
      if (!text.isBlank()) {
        if (!run.isBold()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private void table(XWPFTable table) {
    var grid = new TableGrid();
    List<XWPFTableRow> rows = table.getRows();
    for (int i = 0; i < rows.size(); i++) {
      XWPFTableRow row = rows.get(i);
      grid.row();
      int column = 0;
      for (XWPFTableCell cell : row.getTableCells()) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        int columns =
            properties != null && properties.isSetGridSpan()
                ? properties.getGridSpan().getVal().intValue()
                : 1;
        int line = paragraph + 1;
        paragraph += Math.max(1, cell.getParagraphs().size());
        if (!isMergedUpwards(properties)) {
          boolean header = row.isRepeatHeader() || isBold(cell);
          SourceText text = SourceText.of(cell.getText(), line);
          grid.cell(text, header, columns, rowsCovered(rows, i, column), line);
        }
        column += columns;
      }
    }
    blocks.addAll(grid.blocks(""));
  }

  private static boolean isMergedUpwards(CTTcPr properties) {
    return properties != null
        && properties.isSetVMerge()
        && !STMerge.RESTART.equals(properties.getVMerge().getVal());
  }

  /** How many rows a cell covers: itself and the cells below it that are merged upwards. */
  private static int rowsCovered(List<XWPFTableRow> rows, int from, int column) {
    int covered = 1;
    for (int i = from + 1; i < rows.size(); i++) {
      int at = 0;
      boolean merged = false;
      for (XWPFTableCell cell : rows.get(i).getTableCells()) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        if (at == column) {
          merged = isMergedUpwards(properties);
          break;
        }
        at +=
            properties != null && properties.isSetGridSpan()
                ? properties.getGridSpan().getVal().intValue()
                : 1;
      }
      if (!merged) {
        break;
      }
      covered++;
    }
    return covered;
  }

  private static boolean isBold(XWPFTableCell cell) {
    boolean any = false;
    for (XWPFParagraph paragraph : cell.getParagraphs()) {
      if (!paragraph.getText().isBlank()) {
        if (!isBold(paragraph)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
