package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.Place.Kind;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final Place NEW_YORK = new Place("New York City", Kind.CITY);
  private static final Place CALIFORNIA = new Place("California", Kind.REGION);
  private static final Place UNITED_STATES = new Place("United States", Kind.COUNTRY);

  @Test
  void in_findsPlacesInReadingOrder_theLongestNameFirst() {
    assertThat(names("Pay in New York City, San Francisco and the United Kingdom"))
        .containsExactly("New York City", "San Francisco", "United Kingdom");
  }

  @ParameterizedTest
  @CsvSource({
    "nurse salary in NYC, New York City",
    "what do they pay in the U.S., United States",
    "salary in the US, United States",
    "electricians in london, London",
    "welders in the UK, United Kingdom",
    "jobs in germany, Germany"
  })
  void in_knowsOtherNames(String text, String place) {
    assertThat(names(text)).containsExactly(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tell us about the pay", "la crema", "", "a nurse in a hospital", "$ 93,600"})
  void in_findsNothing_inOrdinaryWords(String text) {
    assertThat(Places.in(text)).isEmpty();
  }

  @Test
  void in_takesTheStateBehindACityIn() {
    String text = "Engineers in Boston, MA earn more";

    assertThat(Places.in(text))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.place()).isEqualTo(new Place("Boston", Kind.CITY));
          assertThat(text.substring(found.start(), found.end())).isEqualTo("Boston, MA");
        });
  }

  @Test
  void whole_takesALabelThatIsAPlace() {
    assertThat(Places.whole(" California ")).contains(CALIFORNIA);
    assertThat(Places.whole("CA")).contains(CALIFORNIA);
    assertThat(Places.whole("NYC")).contains(NEW_YORK);
    assertThat(Places.whole("usa")).contains(UNITED_STATES);
  }

  @Test
  void whole_takesACityItDoesNotKnow_ifAStateStandsBehindIt() {
    assertThat(Places.whole("Tinytown, TX")).contains(new Place("Tinytown", Kind.CITY));
    assertThat(Places.whole("Boston-Cambridge, MA-NH"))
        .contains(new Place("Boston-Cambridge", Kind.CITY));
    assertThat(Places.whole("Boston, Massachusetts")).contains(new Place("Boston", Kind.CITY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Senior", "Nurses in California", "Nurse, senior", ", TX"})
  void whole_isEmpty_forOtherLabels(String label) {
    assertThat(Places.whole(label)).isEmpty();
  }

  @Test
  void same_ifOneNameBeginsTheOther_exceptForCountries() {
    var boston = new Place("Boston", Kind.CITY);
    var metro = new Place("Boston-Cambridge", Kind.CITY);

    assertThat(Places.same(boston, metro)).isTrue();
    assertThat(Places.same(metro, boston)).isTrue();
    assertThat(Places.same(boston, new Place("BOSTON", Kind.CITY))).isTrue();
    assertThat(Places.same(boston, NEW_YORK)).isFalse();
    assertThat(
            Places.same(new Place("Ireland", Kind.COUNTRY), new Place("Ireland West", Kind.REGION)))
        .isFalse();
  }

  @Test
  void uses_tellsWhichCountriesPayInACurrency() {
    assertThat(Places.uses(UNITED_STATES, Currency.getInstance("USD"))).isTrue();
    assertThat(Places.uses(UNITED_STATES, Currency.getInstance("EUR"))).isFalse();
    assertThat(Places.uses(new Place("Germany", Kind.COUNTRY), Currency.getInstance("EUR")))
        .isTrue();
    assertThat(Places.uses(new Place("Poland", Kind.COUNTRY), Currency.getInstance("EUR")))
        .isFalse();
  }

  @Test
  void words_areTheNamesOfOneWord() {
    assertThat(Places.words()).contains("california", "london").doesNotContain("new york", "us");
  }

  private static List<String> names(String text) {
    return Places.in(text).stream().map(found -> found.place().name()).toList();
  }

  @Test
  void in_leavesPlacesOut_thatAreExcluded() {
    assertThat(names("Annual pay outside London")).isEmpty();
    assertThat(names("Pay in Leeds, excluding Scotland")).containsExactly("Leeds");
  }

  @Test
  void in_tellsAPartOfAStateFromTheState() {
    assertThat(names("wages in northwest Iowa and in Oregon"))
        .containsExactly("northwest Iowa", "Oregon");
    assertThat(
            Places.same(
                Places.in("Iowa").getFirst().place(),
                Places.in("northwest Iowa").getFirst().place()))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "United Kingdom, Scotland, true",
    "England, United Kingdom, true",
    "Scotland, United Kingdom, false",
    "Canada, Ontario, true",
    "Australia, Ontario, false",
    "United States, Iowa, true",
    "Iowa, Iowa, true"
  })
  void overlap_tellsWhetherOneAnswersForTheOther(String asked, String stated, boolean overlap) {
    Place one = Places.whole(asked).orElseThrow();
    Place other = Places.whole(stated).orElseThrow();

    assertThat(Places.overlap(one, other)).isEqualTo(overlap);
  }

  @Test
  void in_readsAPartOfACountryAsAPlaceOfItsOwn() {
    assertThat(names("pay in regional Australia")).containsExactly("regional Australia");
    assertThat(names("RN pay in BC, not in nz")).containsExactly("British Columbia");
  }

  @Test
  void in_readsWhatANameBeginsWith_asPartOfIt() {
    assertThat(names("pay in Greater Manchester, East London and the West Midlands"))
        .containsExactly("Greater Manchester", "East London", "West Midlands");
    assertThat(
            Places.same(
                Places.in("Manchester").getFirst().place(),
                Places.in("Greater Manchester").getFirst().place()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"West Lothian", "St Albans", "Greater Manchester", "South East Ruthven"})
  void whole_takesNamesThatOnlyPlacesHave(String label) {
    assertThat(Places.whole(label)).map(Place::name).contains(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"South African", "East Wing", "New starters", "Local 7, Denver"})
  void whole_takesNoOtherLabel_thatBeginsLikeAPlace(String label) {
    assertThat(Places.whole(label)).isEmpty();
  }
}
