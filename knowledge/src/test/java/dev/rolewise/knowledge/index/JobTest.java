package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.JobName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTest {
  private static final Optional<String> ROLE = Optional.of("welder");
  private static final List<JobName> NAMES = List.of(JobName.of("Welder"));
  private static final List<String> DOCUMENTS = List.of("welder");

  @Test
  void isEqual_whenEverythingIs() {
    assertThat(new Job("Welder", ROLE, NAMES, List.of(), DOCUMENTS))
        .isEqualTo(new Job("Welder", ROLE, NAMES, List.of(), DOCUMENTS))
        .hasSameHashCodeAs(new Job("Welder", ROLE, NAMES, List.of(), DOCUMENTS));
  }

  @Test
  void isNotEqual_whenAnythingDiffers() {
    assertThat(new Job("Welder", ROLE, NAMES, List.of(), DOCUMENTS))
        .isNotEqualTo(new Job("Fitter", ROLE, NAMES, List.of(), DOCUMENTS))
        .isNotEqualTo(new Job("Welder", Optional.empty(), NAMES, List.of(), DOCUMENTS))
        .isNotEqualTo(new Job("Welder", ROLE, List.of(JobName.of("Fitter")), List.of(), DOCUMENTS))
        .isNotEqualTo(new Job("Welder", ROLE, NAMES, List.of(), List.of()))
        .isNotEqualTo("Welder");
  }
}
