package dev.rolewise.knowledge.document;

import java.util.List;

/** Role documents as people write them, used by many tests. */
public final class Library {
  public static final RoleDocument DATA_ENGINEER =
      Written.markdown(
          "data-engineer",
          """
          ---
          title: Data Engineer
          aliases: [ETL Developer, Big Data Engineer]
          as-of: 2024
          market: US
          currency: USD
          ---

          # Data Engineer

          ## Overview

          A data engineer builds the pipelines that move data from where it is made to where it \
          is used.

          ## Responsibilities

          - Build and monitor pipelines in Airflow
          - Design warehouses and choose formats

          ## Requirements

          - Bachelor's degree in computer science
          - At least 3 years of experience with SQL and Python

          ## Salary

          - Average base salary: $127,000 a year
          - Median total compensation: $141,000 a year

          | Level | Base salary |
          |---|---|
          | Entry level (0–2 years) | $95,000 |
          | Mid-career (3–7 years) | $124,000 |
          | Senior (8+ years) | $152,000 |

          ### Salary by city

          - San Francisco: $163,000
          - Austin: $131,000

          ## Related jobs

          - Analytics engineer: $118,000
          - Staff data engineer: $189,000
          - Many later become chief data officer
          """);

  public static final RoleDocument NURSE =
      Written.markdown(
          "registered-nurse",
          """
          ---
          title: Registered Nurse
          aliases: [RN]
          as-of: 2024
          market: US
          currency: USD
          ---

          # Registered Nurse

          ## What they do

          - Record symptoms and give medicines

          ## Pay

          - Median wage: $93,600 a year
          - Hourly median: $45.00 per hour

          ### Nurse practitioner

          - Median: $129,210 a year

          ### Nurse manager

          - Median: $110,680 a year
          """);

  public static final RoleDocument DATA_DIRECTOR =
      Written.markdown(
          "director-data",
          """
          ---
          title: Director of Data Engineering
          as-of: 2024
          market: US
          currency: USD
          ---

          # Director of Data Engineering

          ## Responsibilities

          - Lead the teams of data engineers

          ## Salary

          - Base salary: $190,000 to $240,000 a year
          """);

  private Library() {}

  /** All of them, ordered by id. */
  public static Documents documents() {
    return new Documents(List.of(DATA_ENGINEER, DATA_DIRECTOR, NURSE), List.of());
  }
}
