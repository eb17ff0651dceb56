package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.index.Job;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A question, understood as far as its words go.
 *
 * @param text its plain words with spelling corrected
 * @param searchText what to search the documents for; holds words of earlier questions if this one
 *     leans on them
 * @param mentions the jobs it names, in the order of the text
 * @param unknownJobs jobs it names that no document knows, as it writes them
 * @param topics what it asks about besides pay, the most likely first
 * @param pay whether it asks what a job pays
 * @param limits what narrows the pay asked for
 * @param form what kind of answer it wants
 * @param rest words with a meaning of their own that none of the above accounts for
 * @param followUp whether it leans on an earlier question
 * @param guessed whether its topic or that it is about pay is told by its meaning as well
 */
public record Question(
    String text,
    String searchText,
    List<Mention> mentions,
    List<String> unknownJobs,
    List<Topic> topics,
    boolean pay,
    Limits limits,
    Form form,
    List<String> rest,
    boolean followUp,
    boolean guessed) {

  /** The same question, asked for what is told instead of an amount. */
  public Question withoutPay() {
    return new Question(
        text,
        searchText,
        mentions,
        unknownJobs,
        topics,
        false,
        limits,
        form,
        rest,
        followUp,
        guessed);
  }

  /** The same question, about what it is guessed to be about. */
  Question about(TopicModel.Guess guess) {
    boolean ofPay = guess.topic().isEmpty();
    return new Question(
        text,
        searchText,
        mentions,
        unknownJobs,
        guess
            .topic()
            .map(topic -> topics.contains(topic) ? topics : List.of(topic))
            .orElse(List.of()),
        ofPay,
        limits,
        guess.isRanking() && form != Form.LOWEST ? Form.HIGHEST : form,
        ofPay ? List.of() : rest,
        followUp,
        true);
  }

  /** What a message tells before it asks: whom and what it is about, none of its other words. */
  Question asContext() {
    return new Question(
        text, text, mentions, unknownJobs, topics, pay, limits, form, List.of(), followUp, guessed);
  }

  /** A text without the names of the jobs that the question is about, as they are written in it. */
  public String withoutJobs(String from) {
    String rest = from;
    for (Mention mention : mentions) {
      rest = wholeWords(mention.wording()).matcher(rest).replaceAll(" ");
    }
    return rest;
  }

  /** "AI" is no part of "containers". */
  private static Pattern wholeWords(String words) {
    return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(words) + "(?![\\p{L}\\d])");
  }

  /** What kind of answer a question wants. */
  public enum Form {
    /** Anything else. */
    PLAIN,
    /** Two or more side by side. */
    COMPARISON,
    /** The one that has most of something. */
    HIGHEST,
    /** The one that has least of something. */
    LOWEST
  }

  /**
   * A job as the question names it.
   *
   * @param wording as the question writes it
   * @param jobs the jobs it may mean, never empty; several if none fits better than another
   * @param fit how much of the job's name the question gives, from 0 to 1
   */
  public record Mention(String wording, List<Job> jobs, double fit) {
    public Mention {
      requireNonNull(wording, "wording");
      jobs = List.copyOf(jobs);
      if (jobs.isEmpty()) {
        throw new IllegalArgumentException("jobs must not be empty");
      }
      if (!(fit >= 0 && fit <= 1)) {
        throw new IllegalArgumentException("fit must be between 0 and 1, got " + fit);
      }
    }

    /** Whether the question may mean more than one job. */
    public boolean isAmbiguous() {
      return jobs.size() > 1;
    }
  }

  /**
   * What narrows the pay asked for.
   *
   * @param measure part of pay
   * @param statistic average, median, percentile and the like
   * @param period hour, month, year
   * @param band stage of experience
   * @param years years of experience
   * @param places places
   * @param year year of the calendar
   */
  public record Limits(
      Optional<Measure> measure,
      Optional<Statistic> statistic,
      Optional<Period> period,
      Optional<Band> band,
      OptionalDouble years,
      List<Place> places,
      OptionalInt year) {
    /** Nothing narrows it. */
    public static final Limits NONE =
        new Limits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            List.of(),
            OptionalInt.empty());

    public Limits {
      requireNonNull(measure, "measure");
      requireNonNull(statistic, "statistic");
      requireNonNull(period, "period");
      requireNonNull(band, "band");
      requireNonNull(years, "years");
      places = List.copyOf(places);
      requireNonNull(year, "year");
    }

    /** Whether nothing narrows it. */
    public boolean isNone() {
      // Not by equals: the first one of a record costs a process that is just starting 10 ms.
      return measure.isEmpty()
          && statistic.isEmpty()
          && period.isEmpty()
          && band.isEmpty()
          && years.isEmpty()
          && places.isEmpty()
          && year.isEmpty();
    }

    /** These limits, for another stage. */
    Limits of(Band stage) {
      return new Limits(
          measure, statistic, period, Optional.of(stage), OptionalDouble.empty(), places, year);
    }

    /** These limits, for any stage. */
    public Limits withoutBand() {
      return new Limits(measure, statistic, period, Optional.empty(), years, places, year);
    }

    /** These limits, for these places. */
    public Limits in(List<Place> others) {
      return new Limits(measure, statistic, period, band, years, others, year);
    }

    /** These limits, for this statistic. */
    public Limits with(Statistic other) {
      return new Limits(measure, Optional.of(other), period, band, years, places, year);
    }

    /** These limits, and those of an earlier question where these say nothing. */
    Limits over(Limits earlier) {
      boolean ownStage = band.isPresent() || years.isPresent();
      return new Limits(
          measure.or(earlier::measure),
          statistic.or(earlier::statistic),
          period.or(earlier::period),
          ownStage ? band : earlier.band(),
          ownStage ? years : earlier.years(),
          places.isEmpty() ? earlier.places() : places,
          year.isPresent() ? year : earlier.year());
    }
  }

  public Question {
    requireNonNull(text, "text");
    requireNonNull(searchText, "searchText");
    mentions = List.copyOf(mentions);
    unknownJobs = List.copyOf(unknownJobs);
    topics = List.copyOf(topics);
    requireNonNull(limits, "limits");
    requireNonNull(form, "form");
    rest = List.copyOf(rest);
  }

  /** The same question about these jobs. */
  public Question about(List<Mention> others) {
    return new Question(
        text, searchText, others, unknownJobs, topics, pay, limits, form, rest, followUp, guessed);
  }

  /** The same question about these jobs and none that the documents do not know. */
  public Question aboutOnly(List<Mention> others) {
    return new Question(
        text, searchText, others, List.of(), topics, pay, limits, form, rest, followUp, guessed);
  }

  /** The same question about the pay of a job that the documents do not know. */
  public Question payOfUnknown(String job) {
    return new Question(
        text,
        searchText,
        List.of(),
        List.of(job),
        topics,
        true,
        limits,
        form,
        rest,
        followUp,
        guessed);
  }

  /** The same question with these other words. */
  Question withRest(List<String> others) {
    return new Question(
        text,
        searchText,
        mentions,
        unknownJobs,
        topics,
        pay,
        limits,
        form,
        others,
        followUp,
        guessed);
  }

  /** The same question within other limits. */
  public Question with(Limits other) {
    return new Question(
        text, searchText, mentions, unknownJobs, topics, pay, other, form, rest, followUp, guessed);
  }
}
