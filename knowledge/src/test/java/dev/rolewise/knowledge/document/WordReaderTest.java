package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class WordReaderTest {
  @TempDir private Path folder;

  @Test
  void readsHeadingsListsAndTables_withTheNumberOfTheParagraph() throws IOException {
    Path file = folder.resolve("nurse.docx");
    try (var word = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      styled(word, "Registered Nurse", "Title");
      styled(word, "Overview", "Heading1");
      word.createParagraph().createRun().setText("Nurses care for patients. They work in shifts.");
      styled(word, "Duties", "Heading2");
      word.createParagraph().createRun().setText("Nurses do the following:");
      BigInteger list = bullets(word);
      item(word, list, 0, "Plan care");
      item(word, list, 1, "with doctors");
      item(word, list, 0, "Give medicine");
      XWPFParagraph bold = word.createParagraph();
      bold.createRun().setText("Pay, 2024");
      bold.getRuns().getFirst().setBold(true);
      XWPFTable table = word.createTable(3, 3);
      String[][] cells = {
        {"Level", "Years", "Pay"}, {"Junior", "0-2", "$70,000"}, {"Senior", "10+", "$98,000"}
      };
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          table.getRow(row).getCell(column).setText(cells[row][column]);
        }
      }
      word.createParagraph().createRun().setText("Pay differs by state.");
      word.write(out);
    }

    RoleDocument document = Outline.read(file);

    assertThat(document.title()).isEqualTo("Registered Nurse");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            2: # Overview
            3: Nurses care for patients.
            3: They work in shifts.
            4: # Overview > Duties
            7: - {Nurses do the following / Plan care} with doctors
            8: - {Nurses do the following} Give medicine
            9: # Overview > Duties > Pay, 2024
            13: | Level = Junior; Years = 0-2; Pay = $70,000
            16: | Level = Senior; Years = 10+; Pay = $98,000
            19: Pay differs by state.
            """);
  }

  @Test
  void refusesAFileThatIsNoWordFile() throws IOException {
    Path file = folder.resolve("nurse.docx");
    Files.writeString(file, "Nurses care for patients.");

    assertThat(Outline.problem(file)).isEqualTo("nurse.docx: is damaged or no Word file");
  }

  @Test
  void refusesAFileThatUnpacksToFarMoreThanItIs() throws IOException {
    Path file = folder.resolve("bomb.docx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] blank = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 201; i++) {
        zip.write(blank);
      }
      zip.closeEntry();
    }

    assertThat(Outline.problem(file))
        .isEqualTo("bomb.docx: unpacks to more than a Word file can hold");
  }

  private static void styled(XWPFDocument word, String text, String style) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }

  private static BigInteger bullets(XWPFDocument word) {
    var numbering = word.createNumbering();
    var list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.ZERO);
    for (int level = 0; level < 2; level++) {
      var at = list.addNewLvl();
      at.setIlvl(BigInteger.valueOf(level));
      at.addNewNumFmt().setVal(STNumberFormat.BULLET);
    }
    return numbering.addNum(
        numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list)));
  }

  private static void item(XWPFDocument word, BigInteger list, int level, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
  }
}
