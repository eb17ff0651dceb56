package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Library;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Written;
import dev.rolewise.knowledge.fact.JobName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobCatalogTest {
  private final JobCatalog catalog = KnowledgeBase.of(Library.documents()).jobs();

  @Test
  void putsTheRolesOfTheDocumentsFirst() {
    assertThat(catalog.jobs().subList(0, 3))
        .extracting(Job::title)
        .containsExactly("Data Engineer", "Director of Data Engineering", "Registered Nurse");
    assertThat(catalog.jobs().subList(3, catalog.jobs().size()))
        .allSatisfy(job -> assertThat(job.role()).isEmpty());
  }

  @Test
  void findsTheRoleOfADocument() {
    assertThat(catalog.role("data-engineer")).map(Job::title).contains("Data Engineer");
    assertThat(catalog.role("baker")).isEmpty();
  }

  @Test
  void knowsARoleByItsTitleAndItsAliases() {
    assertThat(role("data-engineer").names())
        .contains(
            JobName.of("data engineer"),
            JobName.of("ETL developer"),
            JobName.of("big data engineers"));
  }

  @Test
  void givesARoleOnlyItsOwnPay() {
    assertThat(role("registered-nurse").pay())
        .extracting(pay -> pay.amount().middle())
        .containsExactly(93_600.0, 45.0);
  }

  @Test
  void takesTitlesInsideADocumentIn_withTheirPay() {
    Job practitioner = job("Nurse practitioner");

    assertThat(practitioner.role()).isEmpty();
    assertThat(practitioner.documents()).containsExactly("registered-nurse");
    assertThat(practitioner.pay()).singleElement().extracting(pay -> pay.wording()).isNotNull();
    assertThat(practitioner.pay().getFirst().amount().middle()).isEqualTo(129_210);
  }

  @Test
  void takesTitlesIn_thatAreOnlyMentioned() {
    Job officer = job("chief data officer");

    assertThat(officer.pay()).isEmpty();
    assertThat(officer.documents()).containsExactly("data-engineer");
  }

  @Test
  void tellsEveryDocumentThatNamesAJob() {
    assertThat(role("data-engineer").documents())
        .containsExactlyInAnyOrder("data-engineer", "director-data");
  }

  @Test
  void keepsAlternativeTitles_underEachOfThem() {
    KnowledgeBase knowledge =
        knowledge(
            Written.markdown(
                "data-lead",
                """
                # Data Lead

                ## Salary

                - A Chief Data Officer or VP of Data Science can earn $300,000
                """));

    Job job =
        knowledge.jobs().jobs().stream()
            .filter(one -> one.title().startsWith("Chief"))
            .findFirst()
            .orElseThrow();

    assertThat(job.names())
        .contains(JobName.of("Chief Data Officer"), JobName.of("VP of Data Science"));
  }

  @Test
  void namesADocumentByItsId_whenItsTitleHasNoWords() {
    RoleDocument document =
        new RoleDocument(
            "of-the",
            "…",
            List.of(),
            Library.NURSE.asOf(),
            Optional.empty(),
            Optional.empty(),
            "of-the.md",
            List.of());

    assertThat(knowledge(document).jobs().role("of-the").orElseThrow().names())
        .containsExactly(new JobName(List.of("of-the")));
  }

  @Test
  void refusesAJobWithoutAName() {
    assertThatThrownBy(
            () -> new Job("Baker", Optional.empty(), List.of(), List.of(), List.of("baker")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("names must not be empty");
  }

  private static KnowledgeBase knowledge(RoleDocument document) {
    return KnowledgeBase.of(new Documents(List.of(document), List.of()));
  }

  private Job role(String document) {
    return catalog.role(document).orElseThrow();
  }

  private Job job(String title) {
    return catalog.jobs().stream()
        .filter(job -> job.names().contains(JobName.of(title)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void knowsARoleByEachOfTheJobsItsTitleJoins_unlessTheyHaveTheirOwnPay() {
    JobCatalog joint =
        KnowledgeBase.of(
                new Documents(
                    List.of(
                        Written.markdown(
                            "hair",
                            """
                            # Barbers and Hairstylists

                            ## Pay

                            - Barbers and hairstylists: $35,000 a year
                            - Barbers: $38,000 a year
                            """)),
                    List.of()))
            .jobs();

    assertThat(joint.role("hair").orElseThrow().names())
        .contains(JobName.of("hairstylist"))
        .doesNotContain(JobName.of("barber"));
    assertThat(joint.jobs())
        .filteredOn(job -> job.names().contains(JobName.of("barber")))
        .singleElement()
        .extracting(job -> job.pay().size())
        .isEqualTo(1);
  }

  @Test
  void knowsWorkersByTheirFieldAndByTheLettersBehindATitle() {
    KnowledgeBase knowledge =
        knowledge(
            Written.markdown(
                "pay-list",
                """
                # Pay list

                | Job | Salary per month |
                |---|---|
                | Quantity surveying | $4,500 |
                | Guest Service Associate (GSA) | $2,500 |
                """));

    assertThat(named(knowledge, "quantity surveyor")).isEqualTo("Quantity surveying");
    assertThat(named(knowledge, "gsa")).isEqualTo("Guest Service Associate (GSA)");
  }

  @Test
  void callsAPageOnThePayOfManyJobs_byNothingThatIsSaidOfAnyPay() {
    KnowledgeBase knowledge =
        knowledge(
            Written.markdown(
                "hsc", "# Pay Bands and Pay Points for HSC Staff\n\n- Band 5: £28,407 a year\n"));

    assertThat(knowledge.jobs().role("hsc").orElseThrow().names())
        .containsExactly(JobName.of("HSC"));
  }

  private static String named(KnowledgeBase knowledge, String name) {
    return knowledge.jobs().jobs().stream()
        .filter(job -> job.names().contains(JobName.of(name)))
        .findFirst()
        .orElseThrow()
        .title();
  }
}
