package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Statement;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;

/** A typed figure or requirement taken from one statement. */
public sealed interface Fact {
  /** The statement it was taken from. */
  Statement statement();

  /** What it is about. */
  Subject subject();

  /**
   * What a job pays.
   *
   * @param amount in units of the currency, for one period
   * @param wording the amount as the statement writes it, with words such as "up to" and "around"
   * @param currency {@link dev.rolewise.knowledge.document.Currencies#UNTOLD} where nothing tells
   *     one
   * @param year year the amount is of, if the statement or its document says so
   */
  record Pay(
      Statement statement,
      Subject subject,
      Range amount,
      String wording,
      Currency currency,
      Period period,
      Measure measure,
      Statistic statistic,
      OptionalInt year)
      implements Fact {
    public Pay {
      requireNonNull(statement, "statement");
      requireNonNull(subject, "subject");
      requireNonNull(amount, "amount");
      requireNonNull(wording, "wording");
      requireNonNull(currency, "currency");
      requireNonNull(period, "period");
      requireNonNull(measure, "measure");
      requireNonNull(statistic, "statistic");
      requireNonNull(year, "year");
    }
  }

  /**
   * How many years of experience a job asks for.
   *
   * @param years the years asked for
   * @param wording the years as the statement writes them
   */
  record Experience(Statement statement, Subject subject, Range years, String wording)
      implements Fact {
    public Experience {
      requireNonNull(statement, "statement");
      requireNonNull(subject, "subject");
      requireNonNull(years, "years");
      requireNonNull(wording, "wording");
    }
  }

  /**
   * Which education a job asks for.
   *
   * @param levels the levels named, lowest first, never empty
   * @param need how strongly it is asked for
   */
  record Education(
      Statement statement, Subject subject, List<EducationLevel> levels, EducationNeed need)
      implements Fact {
    public Education {
      requireNonNull(statement, "statement");
      requireNonNull(subject, "subject");
      requireNonNull(need, "need");
      levels = List.copyOf(levels);
      if (levels.isEmpty()) {
        throw new IllegalArgumentException("levels must not be empty");
      }
    }
  }

  /**
   * A figure about a market, an industry or a workforce.
   *
   * @param value how much
   * @param unit what it counts
   * @param wording the figure as the statement writes it
   * @param from first year of the period it is about, if the statement says so
   * @param to last year of the period, or the only year, if the statement says so
   */
  record Market(
      Statement statement,
      Subject subject,
      Range value,
      Unit unit,
      String wording,
      OptionalInt from,
      OptionalInt to)
      implements Fact {
    /** What a market figure counts. */
    public enum Unit {
      /** An amount of money in units of its currency. */
      MONEY,
      /** Percent a year. */
      PERCENT_PER_YEAR,
      /** Percent over the whole period. */
      PERCENT,
      /** Jobs, openings or people. */
      COUNT
    }

    public Market {
      requireNonNull(statement, "statement");
      requireNonNull(subject, "subject");
      requireNonNull(value, "value");
      requireNonNull(unit, "unit");
      requireNonNull(wording, "wording");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }
  }

  /**
   * A percentage that is not growth: a share, a premium, a part of pay.
   *
   * @param percent how much, in percent
   * @param wording the percentage as the statement writes it
   * @param of what it is a percentage of, in the statement's words; empty if it does not say
   */
  record Share(Statement statement, Subject subject, Range percent, String wording, String of)
      implements Fact {
    public Share {
      requireNonNull(statement, "statement");
      requireNonNull(subject, "subject");
      requireNonNull(percent, "percent");
      requireNonNull(wording, "wording");
      requireNonNull(of, "of");
    }
  }
}
