package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Limits;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for what was read out of a question. */
final class Understanding {
  private Understanding() {}

  static List<String> lines(Question question) {
    List<String> lines = new ArrayList<>();
    lines.add("Read as: " + question.text());
    for (Mention mention : question.mentions()) {
      lines.add(
          "Job “"
              + mention.wording()
              + "”: "
              + String.join(" or ", mention.jobs().stream().map(Job::title).distinct().toList()));
    }
    question.unknownJobs().forEach(job -> lines.add("No document knows the job “" + job + "”"));
    List<String> about = new ArrayList<>();
    if (question.pay()) {
      about.add("pay");
    }
    question.topics().forEach(topic -> about.add(lower(topic)));
    lines.add("About: " + (about.isEmpty() ? "nothing in particular" : String.join(", ", about)));
    String limits = String.join(", ", limits(question.limits()));
    if (!limits.isEmpty()) {
      lines.add("Only: " + limits);
    }
    if (question.followUp()) {
      lines.add("Leans on the questions before it");
    }
    return lines;
  }

  private static List<String> limits(Limits limits) {
    List<String> words = new ArrayList<>();
    limits.measure().ifPresent(measure -> words.add(PaySelector.name(measure)));
    limits.statistic().ifPresent(statistic -> words.add(lower(statistic.kind())));
    limits.period().ifPresent(period -> words.add(PaySelector.name(period)));
    limits.band().map(Band::name).ifPresent(words::add);
    if (limits.years().isPresent()) {
      words.add(limits.years().getAsDouble() + " years of experience");
    }
    limits.places().stream().map(Place::name).forEach(words::add);
    if (limits.year().isPresent()) {
      words.add("the year " + limits.year().getAsInt());
    }
    return words;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
