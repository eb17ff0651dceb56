package dev.rolewise.knowledge.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFoldersTest {
  private static final String BAKER =
      """
      # Baker

      Bakers make bread.
      """;

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("roles"));
  }

  @Test
  void readsEveryRoleDocumentInAllFolders_orderedById() throws IOException {
    Path deeper = Files.createDirectories(folder.resolve("deeper/still"));
    Files.writeString(folder.resolve("roofer.md"), BAKER);
    Files.writeString(folder.resolve("miller.markdown"), BAKER);
    Files.writeString(deeper.resolve("baker.txt"), "Baker\n\nOverview\n\nBakers make bread.\n");
    Files.writeString(deeper.resolve("cook.htm"), "<h1>Cook</h1><p>Cooks make meals.</p>");

    Documents documents = DocumentFolders.read(List.of(folder));

    assertThat(documents.documents())
        .extracting(RoleDocument::id)
        .containsExactly("baker", "cook", "miller", "roofer");
    assertThat(documents.documents().getFirst().source())
        .isEqualTo(folder + "/deeper/still/baker.txt");
    assertThat(documents.problems()).isEmpty();
  }

  @Test
  void leavesOutOtherFiles() throws IOException {
    Files.writeString(folder.resolve("baker.md"), BAKER);
    Files.writeString(folder.resolve("README.md"), BAKER);
    Files.writeString(folder.resolve("_template.md"), BAKER);
    Files.writeString(folder.resolve(".hidden.md"), BAKER);
    Files.writeString(folder.resolve("notes.json"), "{}");
    Path hidden = Files.createDirectory(folder.resolve(".git"));
    Files.writeString(hidden.resolve("inner.md"), BAKER);

    Documents documents = DocumentFolders.read(List.of(folder));

    assertThat(documents.documents()).extracting(RoleDocument::id).containsExactly("baker");
    assertThat(documents.problems()).isEmpty();
  }

  @Test
  void reportsAMissingFolder_aFileForAFolder_andAFolderWithoutDocuments() throws IOException {
    Path file = Files.writeString(temp.resolve("baker.md"), BAKER);

    assertThat(problems(temp.resolve("nowhere")))
        .containsExactly("ERROR " + temp + "/nowhere: folder does not exist");
    assertThat(problems(file))
        .containsExactly("ERROR " + temp + "/baker.md: must be a folder, got a file");
    assertThat(problems(folder))
        .containsExactly(
            "WARNING "
                + folder
                + ": folder holds no role document, wanted files ending in .md, .markdown, .txt,"
                + " .html, .htm, .pdf or .docx");
  }

  @Test
  void loadsTheReadableOfTwoFilesWithOneName_andReportsTheOther() throws IOException {
    Files.writeString(folder.resolve("baker.md"), BAKER);
    Files.writeString(folder.resolve("baker.docx"), "no Word document");

    Documents documents = DocumentFolders.read(List.of(folder));

    assertThat(documents.documents())
        .extracting(RoleDocument::source)
        .containsExactly(folder + "/baker.md");
    assertThat(documents.problems())
        .extracting(Problem::source)
        .containsExactly(folder + "/baker.docx");
  }

  @Test
  void reportsTheSecondOfTwoFilesWithOneName() throws IOException {
    Files.writeString(folder.resolve("baker.md"), BAKER);
    Files.writeString(folder.resolve("baker.html"), "<h1>Baker</h1><p>Bakers bake.</p>");

    Documents documents = DocumentFolders.read(List.of(folder));

    assertThat(documents.documents())
        .extracting(RoleDocument::source)
        .containsExactly(folder + "/baker.html");
    assertThat(documents.problems())
        .extracting(Problem::toString)
        .containsExactly(
            folder
                + "/baker.md: must have a name of its own, got 'baker' as "
                + folder
                + "/baker.html");
  }

  @Test
  void readsAFileOnce_whenLinksLeadToItAndInCircles() throws IOException {
    Files.writeString(folder.resolve("baker.md"), BAKER);
    Files.createSymbolicLink(folder.resolve("again.md"), folder.resolve("baker.md"));
    Files.createSymbolicLink(folder.resolve("circle"), folder);

    Documents documents = DocumentFolders.read(List.of(folder, folder));

    assertThat(documents.documents()).extracting(RoleDocument::id).containsExactly("baker");
    assertThat(documents.problems()).isEmpty();
  }

  @Test
  void loadsTheOthers_whenOneCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("baker.md"), BAKER);
    Files.writeString(folder.resolve("empty.md"), " \n\n");
    Files.writeString(folder.resolve("headings.md"), "# Cook\n\n## Pay\n");
    Files.write(
        folder.resolve("latin.txt"), "Cook\n\nCaf\u00e9s need cooks.\n".getBytes(ISO_8859_1));
    Files.write(folder.resolve("binary.txt"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});
    Files.write(folder.resolve("broken.pdf"), new byte[] {'%', 'P', 'D', 'F'});
    Files.createDirectory(folder.resolve("folder.md"));

    Documents documents = DocumentFolders.read(List.of(folder));

    assertThat(documents.documents()).extracting(RoleDocument::id).containsExactly("baker");
    assertThat(documents.problems())
        .extracting(Problem::toString)
        .containsExactly(
            folder + "/binary.txt: must be text, got binary content",
            folder + "/broken.pdf: is damaged or no PDF file",
            folder + "/empty.md: is empty",
            folder + "/headings.md: holds no statement, only headings",
            folder + "/latin.txt:3: must be encoded in UTF-8, got bytes that are not");
  }

  @Test
  void refusesTextByItsSize() throws IOException {
    Path file = folder.resolve("huge.md");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(200L * 1024 * 1024);
    }

    assertThat(Outline.problem(file)).isEqualTo("huge.md: must be at most 10 MB, got 200 MB");
  }

  @Test
  void readsByteOrderMarksAndDeclaredEncodings() throws IOException {
    Path utf16 = folder.resolve("utf16.md");
    Files.write(utf16, "\ufeff# Caf\u00e9 Cook\r\n\r\nCooks cook.\r\n".getBytes(UTF_16LE));
    Path utf8 = Files.writeString(folder.resolve("utf8.md"), "\ufeff" + BAKER);
    Path declared = folder.resolve("declared.html");
    Files.write(
        declared,
        "<meta charset=\"windows-1252\"><h1>Cook</h1><p>Cooks earn \u20ac40,000.</p>"
            .getBytes(Charset.forName("windows-1252")));

    assertThat(Outline.read(utf16).title()).isEqualTo("Caf\u00e9 Cook");
    assertThat(Outline.of(Outline.read(utf16))).isEqualTo("3: Cooks cook.\n");
    assertThat(Outline.read(utf8).title()).isEqualTo("Baker");
    assertThat(Outline.of(Outline.read(declared))).isEqualTo("1: Cooks earn \u20ac40,000.\n");
  }

  @Test
  void reportsFrontMatterByLine_andLoadsTheRest() throws IOException {
    Files.writeString(
        folder.resolve("baker.md"),
        """
        ---
        title: Baker
        as-of: soon
        currency: dollars
        aliases: Bread maker
        colour: blue
        ---
        # Baker

        Bakers make bread.
        """);

    Documents documents = DocumentFolders.read(List.of(folder));

    assertThat(documents.documents()).hasSize(1);
    assertThat(documents.problems())
        .extracting(problem -> problem.severity() + " " + problem.line() + " " + problem.message())
        .containsExactly(
            "ERROR 3 as-of: must be a year such as 2024, got 'soon'",
            "ERROR 4 currency: must be a currency code such as USD, got 'dollars'",
            "ERROR 5 aliases: must be a list of texts, got 'Bread maker'",
            "WARNING 6 unknown key 'colour', must be one of title, aliases, as-of, market,"
                + " currency");
  }

  @Test
  void neitherOverflowsNorTakesSeconds_forDeepNestingAndLongLines() throws IOException {
    int depth = 10_000;
    var list = new StringBuilder("# Baker\n\n");
    for (int i = 0; i < depth; i++) {
      list.append("- ");
    }
    Files.writeString(folder.resolve("deep-list.md"), list + "bread\n\nBakers make bread.\n");
    Files.writeString(folder.resolve("deep-quote.md"), ">".repeat(depth) + " bread\n");
    Files.writeString(folder.resolve("brackets.md"), "[".repeat(depth) + " *".repeat(depth) + "\n");
    Files.writeString(
        folder.resolve("deep-div.html"), "<div>".repeat(depth) + "Bakers make bread.");
    Files.writeString(
        folder.resolve("deep-items.html"), "<ul><li>".repeat(depth) + "Bakers make bread.");
    Files.writeString(
        folder.resolve("deep-table.html"), "<table><tr><td>".repeat(depth) + "Bakers make bread.");
    Files.writeString(
        folder.resolve("deep-bold.html"), "<b><i>".repeat(depth) + "Bakers make bread.");
    Files.writeString(folder.resolve("long.txt"), "Bakers make bread ".repeat(200_000));
    Files.writeString(folder.resolve("sentences.txt"), "Bakers make bread. ".repeat(100_000));
    var indented = new StringBuilder("Baker\n\n");
    for (int i = 0; i < 3_000; i++) {
      indented.append(" ".repeat(i)).append("- bread\n");
    }
    Files.writeString(folder.resolve("indented.txt"), indented);

    Documents documents =
        assertTimeout(Duration.ofSeconds(20), () -> DocumentFolders.read(List.of(folder)));

    assertThat(documents.problems()).isEmpty();
    assertThat(documents.documents()).hasSize(10);
  }

  private static List<String> problems(Path folder) {
    return DocumentFolders.read(List.of(folder)).problems().stream()
        .map(problem -> problem.severity() + " " + problem)
        .toList();
  }
}
