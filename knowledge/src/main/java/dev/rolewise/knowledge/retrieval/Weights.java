package dev.rolewise.knowledge.retrieval;

/**
 * How much each sign counts when statements and sections are ranked.
 *
 * @param textLength how much a long text is held against a word in it, from 0 to 1
 * @param lead worth of a word in the lead or a column heading; in the text it is 1
 * @param path worth of a word in the headings
 * @param saturation occurrences after which a further one hardly counts
 * @param denseAtFullCoverage share of the similarity if the documents know every word asked
 * @param denseAtNoCoverage share of the similarity if they know none
 * @param similarityFloor share of the best similarity that counts as none
 * @param wordScale share of the highest possible BM25 that counts as full, if none is higher
 * @param namedRole what words of the title of a document asked about keep of their worth
 * @param title worth of the question's words in title and aliases
 * @param preferred worth of standing in a preferred document
 * @param headingWords worth of the question's words in the headings of a section
 * @param headingMeaning worth of the similarity of question and headings
 * @param sectionContent worth of the best statements in a section
 */
record Weights(
    double textLength,
    double lead,
    double path,
    double saturation,
    double denseAtFullCoverage,
    double denseAtNoCoverage,
    double similarityFloor,
    double wordScale,
    double namedRole,
    double title,
    double preferred,
    double headingWords,
    double headingMeaning,
    double sectionContent) {
  /** Found by trying on questions whose right statement is known. */
  static final Weights DEFAULT =
      new Weights(0.2, 1.0, 0.4, 0.6, 0.6, 0.8, 0.6, 0.5, 0.2, 0.15, 0.2, 0.5, 1, 0.5);

  /** Share of the similarity if the documents know this share of the words asked. */
  double dense(double coverage) {
    return denseAtFullCoverage * coverage + denseAtNoCoverage * (1 - coverage);
  }
}
