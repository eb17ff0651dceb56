package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobSynonymsTest {
  @Test
  void of_givesTheOtherNamesOfAJob() {
    assertThat(JobSynonyms.of(List.of(JobName.of("Electricians")), false))
        .contains(JobName.of("sparky"))
        .doesNotContain(JobName.of("electrician"));
  }

  @Test
  void of_reachesALongerNameOfTheJob_onlyIfAsked() {
    List<JobName> names = List.of(JobName.of("Heavy and Tractor-trailer Truck Drivers"));

    assertThat(JobSynonyms.of(names, true)).contains(JobName.of("trucker"));
    assertThat(JobSynonyms.of(names, false)).isEmpty();
  }

  @Test
  void of_isEmpty_whereNoneAreKnown() {
    assertThat(JobSynonyms.of(List.of(JobName.of("AI Ethics Researcher")), true)).isEmpty();
  }
}
