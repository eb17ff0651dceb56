package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.PaySelection.Lacking;
import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what the documents do not cover, and what they cover next to it, without a figure. */
final class Refusals {
  private final KnowledgeBase knowledge;
  private final Suggestions suggestions;

  Refusals(KnowledgeBase knowledge, Suggestions suggestions) {
    this.knowledge = knowledge;
    this.suggestions = suggestions;
  }

  Answer nothingAsked() {
    return new Answer.NotCovered(
        "I answer career questions from the role documents: pay, requirements, duties, career paths"
            + " and outlook. They cover "
            + covered()
            + ".",
        suggestions.general());
  }

  Answer nothingFound(Question question) {
    if (SmallTalk.isForeign(question.text())) {
      return new Answer.NotCovered(
          "I understand questions in English only, and recognized none in this one. The documents"
              + " cover "
              + covered()
              + ".",
          suggestions.general());
    }
    if (question.mentions().isEmpty()) {
      return new Answer.NotCovered(
          "The role documents do not cover that. They are about " + covered() + ".",
          suggestions.general());
    }
    Job job = question.mentions().getFirst().jobs().getFirst();
    return new Answer.NotCovered(
        withoutFigures(
            "The role documents do not say that about " + job.title() + "." + sections(job)),
        suggestions.about(job));
  }

  Answer unknownJob(Question question) {
    String asked = question.unknownJobs().getFirst();
    List<Job> near = nearest(asked);
    List<String> names = near.stream().map(Job::title).toList();
    return new Answer.NotCovered(
        withoutFigures(
            "The role documents have nothing on “"
                + shortened(asked)
                + "”."
                + (names.isEmpty()
                    ? " They cover " + covered() + "."
                    : " The nearest they cover: " + list(names) + ".")),
        near.isEmpty() ? suggestions.general() : suggestions.about(near.getFirst()));
  }

  Answer lacking(Question question, @org.jspecify.annotations.Nullable Lacking lacking) {
    if (lacking == null) {
      return nothingFound(question);
    }
    String have = lacking.have().isEmpty() ? "" : " They have: " + list(lacking.have()) + ".";
    String next = "";
    List<String> questions = suggestions.general();
    if (!question.mentions().isEmpty()) {
      Job job = question.mentions().getFirst().jobs().getFirst();
      questions = suggestions.about(job);
      if (have.isEmpty() && job.pay().isEmpty()) {
        List<String> paid =
            nearest(job.title()).stream()
                .filter(other -> !other.pay().isEmpty())
                .map(Job::title)
                .toList();
        next = paid.isEmpty() ? "" : " Jobs with pay figures nearest to it: " + list(paid) + ".";
      } else if (have.isEmpty()) {
        next = " They do give other pay figures for " + job.title() + ".";
      }
    }
    return new Answer.NotCovered(
        withoutFigures("The documents give no " + lacking.lacking() + "." + have + next),
        questions);
  }

  private String sections(Job job) {
    return job.role()
        .flatMap(knowledge::find)
        .map(document -> {
          Set<String> headings = new LinkedHashSet<>();
          document
              .sections()
              .forEach(section -> {
                if (!section.heading().isBlank()) {
                  headings.add(section.heading());
                }
                if (document.sections().size() <= 2) {
                  section.sections().forEach(inner -> headings.add(inner.heading()));
                }
              });
          headings.remove(document.title());
          return headings.isEmpty()
              ? ""
              : " They cover: " + list(headings.stream().limit(10).toList()) + ".";
        })
        .orElse("");
  }

  private List<Job> nearest(String title) {
    Set<String> words = new HashSet<>(JobName.of(title).words());
    record Scored(Job job, double score) {}
    List<Scored> scored = new ArrayList<>();
    for (Job job : knowledge.jobs().jobs()) {
      if (job.pay().isEmpty() && job.role().isEmpty()) {
        continue;
      }
      double best = 0;
      for (JobName name : job.names()) {
        Set<String> shared = new HashSet<>(name.words());
        shared.retainAll(words);
        double all = name.words().size() + words.size() - shared.size();
        best = Math.max(best, all == 0 ? 0 : shared.size() / all);
      }
      if (best > 0) {
        scored.add(new Scored(job, best + (job.role().isPresent() ? 0.01 : 0)));
      }
    }
    scored.sort(Orders.byDouble(Scored::score).reversed());
    return scored.stream().map(Scored::job).limit(3).toList();
  }

  private String covered() {
    List<String> titles = knowledge.documents().stream().map(RoleDocument::title).toList();
    if (titles.size() > 12) {
      return withoutFigures(list(titles.subList(0, 8))) + " and " + "other roles";
    }
    return withoutFigures(list(titles));
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }

  static String list(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst();
      default -> String.join("; ", names.subList(0, names.size() - 1)) + "; " + names.getLast();
    };
  }

  /** Takes figures of documents out of a text about what there is. */
  static String withoutFigures(String text) {
    return text.replaceAll("\\s*\\([^()]*\\d[^()]*\\)", "");
  }
}
