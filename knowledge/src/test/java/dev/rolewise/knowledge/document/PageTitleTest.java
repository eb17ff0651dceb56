package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Butcher Salary (June 2023)                              ; Butcher
          Bus driver pay by route, shift and seniority            ; Bus driver
          Notary – steps and fees                                 ; Notary
          Baker: grades and compensation at Hearthside            ; Baker
          Summary Report for: 29-1141.00 - Registered Nurses      ; Registered Nurses
          Roofer (NOC 73110)                                      ; Roofer
          Midwife (community) in Ireland                          ; Midwife
          Plumber in the Netherlands                              ; Plumber
          How to become a court reporter                          ; Court reporter
          So You Want to Be a Thatcher                            ; Thatcher
          How much does a Glazier make in Canada?                 ; Glazier
          Tailor Job Description                                  ; Tailor
          Dispatcher career profile                               ; Dispatcher
          Cook (Class 4410) — City of Fairport                    ; Cook
          Surveyor salaries: Norway and Sweden                    ; Surveyor
          Payroll clerk                                           ; Payroll clerk
          Director of AI/ML Platform                              ; Director of AI/ML Platform
          VP Compensation                                         ; VP Compensation
          Head of Compensation and Benefits                       ; Head of Compensation and Benefits
          Teacher (primary                                        ; Teacher
          A Referee's Salary                                      ; Referee
          Dachdecker Gehalt                                       ; Dachdecker
          Was verdient ein Dachdecker?                            ; Dachdecker
          Best States for Welders: Welder Pay by State            ; Welders
          Highest, lowest pay for vet techs: states ranked        ; Vet techs
          The Salary of a Fire Ranger in Oregon                   ; Fire Ranger in Oregon
          Wax, wicks and patience: what Candle makers earn        ; Candle makers
          A day in the life of a zookeeper                        ; Zookeeper
          Salt and rope: a week with the harbour pilots           ; Harbour pilots
          Salary of interior designer in india                    ; Interior designer
          Pay Guide - Fishing Industry Award                      ; Fishing Industry Award
          Table 4.2 - Monthly Pay of Common Trades                ; Monthly Pay of Common Trades
          Army Pay Explained: From Private to General             ; Army Pay Explained
          """)
  void isTheNameOfTheRole(String title, String name) {
    assertThat(PageTitle.of(title).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Midwife (community) in Ireland   ; Midwife (community) in Ireland
          Cleaner (hospitals)              ; Cleaner (hospitals)
          Roofer (NOC 73110)               ; Roofer
          Butcher Salary (June 2023)       ; Butcher
          """)
  void keepsWhatNarrowsTheRole_inTheLongerForm(String title, String longer) {
    assertThat(PageTitle.of(title).longer()).isEqualTo(longer);
  }

  @Test
  void findsTheRole_atTheEndOfAWayThroughASite() {
    assertThat(PageTitle.of("Brightly Job Guides > Hotels > Night Porter (Australia)").name())
        .isEqualTo("Night Porter");
    assertThat(PageTitle.of("Glazier Salary & Career Guide 2026").name()).isEqualTo("Glazier");
  }
}
