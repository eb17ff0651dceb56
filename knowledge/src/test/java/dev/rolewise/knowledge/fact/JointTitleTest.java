package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointTitleTest {
  @Test
  void takesTheJobsOfATitleApart() {
    assertThat(JointTitle.parts("Barbers, Hairstylists, and Cosmetologists"))
        .containsExactly("Barbers", "Hairstylists", "Cosmetologists");
  }

  @Test
  void givesTheFieldOfTheFirstJobToTheOthers_whereTheyNameNone() {
    assertThat(JointTitle.parts("Physical Therapist Assistants and Aides (PTA)"))
        .containsExactly("Physical Therapist Assistants", "Physical Therapist Aides");
    assertThat(JointTitle.parts("Librarians and Library Media Specialists"))
        .containsExactly("Librarians", "Library Media Specialists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Data Engineer",
        "Vice President, AI and Machine Learning",
        "Head of AI and Machine Learning",
        "Heavy and Tractor-trailer Truck Drivers"
      })
  void findsNoParts_inTheTitleOfOneJob(String title) {
    assertThat(JointTitle.parts(title)).isEmpty();
  }

  @Test
  void takesJobsThatAreComparedApart() {
    assertThat(JointTitle.parts("Solicitor vs Barrister"))
        .containsExactly("Solicitor", "Barrister");
  }

  @Test
  void takesWhatIsJoinedToWorkers_forWorkers() {
    assertThat(JointTitle.parts("Railroad conductors and yardmasters"))
        .containsExactly("Railroad conductors", "Railroad yardmasters");
    assertThat(JointTitle.parts("Log graders and scalers"))
        .containsExactly("Log graders", "Log scalers");
  }

  @Test
  void takesAPluralBesideAJob_forAJobThatNoWordGivesAway() {
    assertThat(JointTitle.parts("Referees and Spotters and Scouts"))
        .containsExactly("Referees", "Spotters", "Scouts");
    assertThat(JointTitle.parts("Nurses and Services")).isEmpty();
  }
}
