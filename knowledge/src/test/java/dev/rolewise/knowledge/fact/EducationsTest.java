package dev.rolewise.knowledge.fact;

import static dev.rolewise.knowledge.fact.EducationLevel.ASSOCIATE;
import static dev.rolewise.knowledge.fact.EducationLevel.BACHELOR;
import static dev.rolewise.knowledge.fact.EducationLevel.DOCTORATE;
import static dev.rolewise.knowledge.fact.EducationLevel.HIGH_SCHOOL;
import static dev.rolewise.knowledge.fact.EducationLevel.MASTER;
import static dev.rolewise.knowledge.fact.EducationLevel.NONE;
import static dev.rolewise.knowledge.fact.EducationLevel.PROFESSIONAL;
import static dev.rolewise.knowledge.fact.EducationLevel.VOCATIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EducationsTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("No formal educational credential", List.of(NONE)),
        arguments("High school diploma or equivalent", List.of(HIGH_SCHOOL)),
        arguments("Postsecondary nondegree award", List.of(VOCATIONAL)),
        arguments("A four-year apprenticeship", List.of(VOCATIONAL)),
        arguments("Associate's degree", List.of(ASSOCIATE)),
        arguments("Bachelor’s degree in computer science", List.of(BACHELOR)),
        arguments("A BSc in nursing", List.of(BACHELOR)),
        arguments("a university degree", List.of(BACHELOR)),
        arguments("Master's or Ph.D.", List.of(MASTER, DOCTORATE)),
        arguments("Bachelor's required, MBA preferred", List.of(BACHELOR, MASTER)),
        arguments("A law degree (Juris Doctor)", List.of(PROFESSIONAL)),
        arguments("doctoral studies", List.of(DOCTORATE)),
        arguments("Patience and empathy", List.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void levels_areThoseATextNames_lowestFirst(String text, List<EducationLevel> levels) {
    assertThat(Educations.levels(text)).isEqualTo(levels);
  }

  @Test
  void need_followsTheWordsBeside() {
    assertThat(need("A master's degree is preferred")).isEqualTo(EducationNeed.PREFERRED);
    assertThat(need("A bachelor's degree is required")).isEqualTo(EducationNeed.REQUIRED);
    assertThat(need("A bachelor's degree is required, a master's helpful"))
        .isEqualTo(EducationNeed.REQUIRED);
    assertThat(need("Many hold a master's degree")).isEqualTo(EducationNeed.MENTIONED);
    assertThat(Educations.need(statement(List.of("Minimum requirements"), "Bachelor's degree")))
        .isEqualTo(EducationNeed.REQUIRED);
  }

  @Test
  void isRequirement_whereTheHeadingOrTheTextSaysSo() {
    assertThat(Educations.isRequirement(statement(List.of("Qualifications"), "MBA"))).isTrue();
    assertThat(Educations.isRequirement(statement(List.of("Team"), "Holds a degree"))).isTrue();
    assertThat(Educations.isRequirement(statement(List.of("Team"), "Our boss has an MBA")))
        .isFalse();
  }

  private static EducationNeed need(String text) {
    return Educations.need(statement(List.of("People"), text));
  }

  private static Statement statement(List<String> path, String text) {
    return new Statement(
        "data-engineer", 0, path, List.of(), StatementKind.BULLET, 12, text, List.of());
  }
}
