package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
  private static final List<Print> ELECTRICIAN =
      List.of(
          new Print("Electrician", 22, 50, 40),
          new Print("Overview", 16, 50, 36),
          new Print(
              "Electricians install wiring in homes and in factories. Most of them", 11, 50, 24),
          new Print("work full time, and many are self-employed.", 11, 50, 14),
          new Print("Pay", 16, 50, 36),
          new Print(
              "\u2022 Median: $61,590 per year, which is well above the median of all", 11, 60, 24),
          new Print("occupations together", 11, 70, 14),
          new Print("\u2022 Highest tenth: more than $104,180", 11, 60, 14));

  @TempDir private Path folder;

  private record Print(String text, float size, float left, float down) {}

  @Test
  void findsHeadingsByTheirSize_andJoinsLines() throws IOException {
    Path file = folder.resolve("electrician.pdf");
    try (var pdf = printed(ELECTRICIAN)) {
      pdf.save(file.toFile());
    }

    RoleDocument document = Outline.read(file);

    assertThat(document.title()).isEqualTo("Electrician");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            2: # Overview
            3: Electricians install wiring in homes and in factories.
            3: Most of them work full time, and many are self-employed.
            5: # Pay
            6: - Median: $61,590 per year, which is well above the median of all occupations together
            8: - Highest tenth: more than $104,180
            """);
  }

  @Test
  void refusesAFileWithAPassword() throws IOException {
    Path file = folder.resolve("electrician.pdf");
    try (var pdf = printed(ELECTRICIAN)) {
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(file.toFile());
    }

    assertThat(Outline.problem(file))
        .isEqualTo("electrician.pdf: must be readable without a password");
  }

  @Test
  void refusesADamagedFile() throws IOException {
    Path file = folder.resolve("electrician.pdf");
    try (var pdf = printed(ELECTRICIAN)) {
      pdf.save(file.toFile());
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, 40));

    assertThat(Outline.problem(file)).isEqualTo("electrician.pdf: is damaged or no PDF file");
  }

  @Test
  void refusesAFileWithoutText() throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (var pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.save(file.toFile());
    }

    assertThat(Outline.problem(file))
        .isEqualTo("scan.pdf: holds no text, only pictures or empty pages");
  }

  private static PDDocument printed(List<Print> lines) throws IOException {
    var pdf = new PDDocument();
    var page = new PDPage();
    pdf.addPage(page);
    var font = new PDType1Font(FontName.HELVETICA);
    try (var content = new PDPageContentStream(pdf, page)) {
      float y = 760;
      for (Print line : lines) {
        y -= line.down();
        content.beginText();
        content.setFont(font, line.size());
        content.newLineAtOffset(line.left(), y);
        content.showText(line.text());
        content.endText();
      }
    }
    return pdf;
  }
}
