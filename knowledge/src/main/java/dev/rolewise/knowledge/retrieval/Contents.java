package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/** Statements and sections of all documents, each counted from 0 in reading order. */
final class Contents {
  static final int NONE = -1;

  final List<RoleDocument> documents;
  final List<Section> sections;
  final List<Statement> statements;

  private final int[] sectionOfStatement;
  private final int[] firstStatementOfSection;
  private final int[] documentOfSection;
  private final int[] parentOfSection;
  private final int[] firstSectionOfDocument;

  Contents(List<RoleDocument> documents) {
    this.documents = List.copyOf(documents);
    sections = documents.stream().flatMap(document -> document.allSections().stream()).toList();
    statements = sections.stream().flatMap(section -> section.statements().stream()).toList();
    sectionOfStatement = new int[statements.size()];
    firstStatementOfSection = new int[sections.size() + 1];
    documentOfSection = new int[sections.size()];
    parentOfSection = new int[sections.size()];
    firstSectionOfDocument = new int[documents.size() + 1];
    countStatements();
    countSections();
    findParents();
  }

  private void countStatements() {
    int statement = 0;
    for (int section = 0; section < sections.size(); section++) {
      firstStatementOfSection[section] = statement;
      int end = statement + sections.get(section).statements().size();
      Arrays.fill(sectionOfStatement, statement, end, section);
      statement = end;
    }
    firstStatementOfSection[sections.size()] = statement;
  }

  private void countSections() {
    int section = 0;
    for (int document = 0; document < documents.size(); document++) {
      firstSectionOfDocument[document] = section;
      int end = section + documents.get(document).allSections().size();
      Arrays.fill(documentOfSection, section, end, document);
      section = end;
    }
    firstSectionOfDocument[documents.size()] = section;
  }

  private void findParents() {
    Arrays.fill(parentOfSection, NONE);
    var numbers = new IdentityHashMap<Section, Integer>();
    for (int section = 0; section < sections.size(); section++) {
      numbers.put(sections.get(section), section);
    }
    for (int parent = 0; parent < sections.size(); parent++) {
      for (Section child : sections.get(parent).sections()) {
        parentOfSection[requireNonNull(numbers.get(child))] = parent;
      }
    }
  }

  int sectionOf(int statement) {
    return sectionOfStatement[statement];
  }

  int documentOf(int section) {
    return documentOfSection[section];
  }

  /** The document a section stands in. */
  RoleDocument document(int section) {
    return documents.get(documentOf(section));
  }

  /** The section a section is nested in, or {@link #NONE}. */
  int parentOf(int section) {
    return parentOfSection[section];
  }

  /** Sections the filter lets through. */
  BitSet sectionsIn(Filter filter) {
    var accepted = new BitSet(sections.size());
    for (int document = 0; document < documents.size(); document++) {
      if (filter.accepts(documents.get(document).id())) {
        int end = firstSectionOfDocument[document + 1];
        for (int section = firstSectionOfDocument[document]; section < end; section++) {
          accepted.set(section, filter.sections().test(sections.get(section)));
        }
      }
    }
    return accepted;
  }

  /** Statements that stand directly in the sections. */
  BitSet statementsIn(BitSet accepted) {
    var inside = new BitSet(statements.size());
    accepted.stream()
        .forEach(section ->
            inside.set(firstStatementOfSection[section], firstStatementOfSection[section + 1]));
    return inside;
  }
}
