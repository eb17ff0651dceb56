package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.answer.Comparisons;
import dev.rolewise.bot.answer.Explainer;
import dev.rolewise.bot.answer.PayTables;
import dev.rolewise.bot.answer.RoleAnswerer;
import dev.rolewise.bot.answer.RoleProfiles;
import dev.rolewise.bot.answer.Search;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.QuestionReader;

/**
 * What commands work with: one snapshot of the documents and everything that tells from it.
 *
 * @param knowledge what was loaded
 * @param answerer answers questions
 * @param explainer tells how answers come about
 * @param profiles tells of single roles
 * @param pay tells what jobs pay
 * @param comparisons puts roles side by side
 * @param names finds roles and jobs by their names
 */
public record Library(
    KnowledgeBase knowledge,
    Answerer answerer,
    Explainer explainer,
    RoleProfiles profiles,
    PayTables pay,
    Comparisons comparisons,
    Names names) {
  public Library {
    requireNonNull(knowledge, "knowledge");
    requireNonNull(answerer, "answerer");
    requireNonNull(explainer, "explainer");
    requireNonNull(profiles, "profiles");
    requireNonNull(pay, "pay");
    requireNonNull(comparisons, "comparisons");
    requireNonNull(names, "names");
  }

  /** The same library without a language model, for questions that nobody asked of us. */
  public Library offline() {
    return new Library(
        knowledge,
        answerer.offline(),
        explainer.offlineExplainer(),
        profiles,
        pay,
        comparisons,
        names);
  }

  /** The same library, whose questions are answered by somebody else. */
  public <A extends Answerer & Explainer> Library answeredBy(A other) {
    return new Library(knowledge, other, other, profiles, pay, comparisons, names);
  }

  /**
   * A library over one snapshot.
   *
   * @param reader understands questions about it
   * @param search finds statements in it
   */
  public static Library of(KnowledgeBase knowledge, QuestionReader reader, Search search) {
    var answerer = new RoleAnswerer(knowledge, reader, search);
    var profiles = new RoleProfiles(knowledge, search);
    return new Library(
        knowledge,
        answerer,
        answerer,
        profiles,
        new PayTables(knowledge, profiles),
        new Comparisons(knowledge, profiles),
        new Names(knowledge, reader));
  }
}
