package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobNameTest {
  private static final JobName VP = JobName.of("Vice President of AI");

  @Test
  void isTheSame_howeverATitleIsWritten() {
    assertThat(JobName.of("VP, Artificial Intelligence")).isEqualTo(VP);
    assertThat(JobName.of("AI Vice Presidents").isSameAs(VP)).isTrue();
    assertThat(JobName.of("AVP of AI").isSameAs(VP)).isFalse();
  }

  @Test
  void leavesOutWhatStandsInBrackets() {
    assertThat(JobName.of("Registered Nurse (RN)")).isEqualTo(JobName.of("registered nurses"));
  }

  @Test
  void covers_aNameMadeOfItsWords() {
    assertThat(VP.covers(JobName.of("vice president"))).isTrue();
    assertThat(VP.covers(JobName.of("president of data"))).isFalse();
    assertThat(VP.covers(JobName.of("of the"))).isFalse();
  }

  @Test
  void coveredBy_isTheShareOfItsWords_andNothingForOtherWords() {
    assertThat(VP.coveredBy(Set.of("vice", "president"))).isCloseTo(0.5, within(1e-9));
    assertThat(VP.coveredBy(Set.of("vice", "president", "artificial", "intelligence")))
        .isEqualTo(1);
    assertThat(VP.coveredBy(Set.of("vice", "data"))).isZero();
    assertThat(JobName.of("").coveredBy(Set.of())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Quantity surveying, quantity surveyor",
    "Civil Engineering, civil engineer",
    "Architecture, architect",
    "Logging Workers, logger",
    "fence-installation, fence installer"
  })
  void ofWorkers_isTheNameOfThoseWhoWorkInAField(String field, String workers) {
    assertThat(JobName.of(field).ofWorkers()).contains(JobName.of(workers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Civil engineer", "Concrete works", "Engineering manager"})
  void ofWorkers_isEmpty_forOtherNames(String name) {
    assertThat(JobName.of(name).ofWorkers()).isEmpty();
  }

  @Test
  void writesOut_whatIsCutShort() {
    assertThat(JobName.of("Chief Off.")).isEqualTo(JobName.of("chief officer"));
    assertThat(JobName.of("3rd Eng.")).isEqualTo(JobName.of("third engineer"));
  }

  @Test
  void leavesOutTheEndingOfTheSecondGermanForm() {
    assertThat(JobName.of("Koch/-in")).isEqualTo(JobName.of("Koch"));
    assertThat(JobName.of("Kaufmann/-frau")).isEqualTo(JobName.of("Kaufmann"));
    assertThat(JobName.of("Lehrer:innen")).isEqualTo(JobName.of("Lehrer"));
  }
}
