package dev.rolewise.knowledge.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds countries and regions in texts. */
final class Markets {
  /** Names as texts have them, with the name used here; those that hold another one first. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("New South Wales", "Australia"),
          Map.entry("Northern Ireland", "Northern Ireland"),
          Map.entry("Aotearoa New Zealand", "New Zealand"),
          Map.entry("United States of America", "US"),
          Map.entry("United States", "US"),
          Map.entry("United Kingdom", "UK"),
          Map.entry("Great Britain", "UK"),
          Map.entry("New Zealand", "New Zealand"),
          Map.entry("NZ", "New Zealand"),
          Map.entry("South Africa", "South Africa"),
          Map.entry("South Korea", "South Korea"),
          Map.entry("Hong Kong", "Hong Kong"),
          Map.entry("Czech Republic", "Czechia"),
          Map.entry("Saudi Arabia", "Saudi Arabia"),
          Map.entry("United Arab Emirates", "United Arab Emirates"),
          Map.entry("UAE", "United Arab Emirates"),
          Map.entry("NZ", "New Zealand"),
          Map.entry("US", "US"),
          Map.entry("U.S.", "US"),
          Map.entry("USA", "US"),
          Map.entry("UK", "UK"),
          Map.entry("U.K.", "UK"),
          Map.entry("England", "England"),
          Map.entry("Scotland", "Scotland"),
          Map.entry("Wales", "Wales"),
          Map.entry("Canada", "Canada"),
          Map.entry("Australia", "Australia"),
          Map.entry("Germany", "Germany"),
          Map.entry("France", "France"),
          Map.entry("India", "India"),
          Map.entry("Ireland", "Ireland"),
          Map.entry("Netherlands", "Netherlands"),
          Map.entry("Switzerland", "Switzerland"),
          Map.entry("Spain", "Spain"),
          Map.entry("Italy", "Italy"),
          Map.entry("Singapore", "Singapore"),
          Map.entry("Japan", "Japan"),
          Map.entry("Brazil", "Brazil"),
          Map.entry("Mexico", "Mexico"),
          Map.entry("Poland", "Poland"),
          Map.entry("Czechia", "Czechia"),
          Map.entry("Sweden", "Sweden"),
          Map.entry("Norway", "Norway"),
          Map.entry("Denmark", "Denmark"),
          Map.entry("Finland", "Finland"),
          Map.entry("Iceland", "Iceland"),
          Map.entry("Austria", "Austria"),
          Map.entry("Belgium", "Belgium"),
          Map.entry("Luxembourg", "Luxembourg"),
          Map.entry("Portugal", "Portugal"),
          Map.entry("Greece", "Greece"),
          Map.entry("Hungary", "Hungary"),
          Map.entry("Romania", "Romania"),
          Map.entry("Slovakia", "Slovakia"),
          Map.entry("Estonia", "Estonia"),
          Map.entry("Israel", "Israel"),
          Map.entry("China", "China"),
          Map.entry("Malaysia", "Malaysia"),
          Map.entry("Philippines", "Philippines"),
          Map.entry("Nigeria", "Nigeria"),
          Map.entry("Kenya", "Kenya"),
          Map.entry("Argentina", "Argentina"),
          Map.entry("Deutschland", "Germany"),
          Map.entry("\u00d6sterreich", "Austria"),
          Map.entry("Schweiz", "Switzerland"),
          Map.entry("Suisse", "Switzerland"),
          Map.entry("Nederland", "Netherlands"),
          Map.entry("Espa\u00f1a", "Spain"),
          Map.entry("Italia", "Italy"),
          Map.entry("Sverige", "Sweden"),
          Map.entry("Norge", "Norway"),
          Map.entry("Danmark", "Denmark"),
          Map.entry("Polska", "Poland"),
          Map.entry("Brasil", "Brazil"),
          Map.entry("Queensland", "Australia"),
          Map.entry("Tasmania", "Australia"),
          Map.entry("Ontario", "Canada"),
          Map.entry("Alberta", "Canada"),
          Map.entry("British Columbia", "Canada"),
          Map.entry("Manitoba", "Canada"),
          Map.entry("Saskatchewan", "Canada"),
          Map.entry("Nova Scotia", "Canada"),
          Map.entry("Europe", "Europe"));

  private Markets() {}

  /** The country with a code of two letters. */
  static Optional<String> ofCode(String code) {
    return in(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)).stream().findFirst();
  }

  /** The countries and regions a text names, under the names used here. */
  static Set<String> in(String text) {
    Set<String> markets = new LinkedHashSet<>();
    String rest = text;
    for (var name : NAMES) {
      if (rest.contains(name.getKey()) && containsName(rest, name.getKey())) {
        markets.add(name.getValue());
        rest = rest.replace(name.getKey(), "|");
      }
    }
    return markets;
  }

  /** The countries and regions that the name of a file names: "bus-driver-new-zealand". */
  static Set<String> inFileName(String id) {
    Set<String> markets = new LinkedHashSet<>();
    String rest = "-" + id.toLowerCase(Locale.ROOT).replaceAll("[-_. ]+", "-") + "-";
    for (var name : NAMES) {
      String written = "-" + name.getKey().toLowerCase(Locale.ROOT).replace(' ', '-') + "-";
      if (!name.getKey().contains(".") && rest.contains(written)) {
        markets.add(name.getValue());
        rest = rest.replace(written, "--");
      }
    }
    return markets;
  }

  /** Whether a text is nothing but the name of a country or region. */
  static boolean isName(String text) {
    String name = text.startsWith("the ") ? text.substring(4) : text;
    return NAMES.stream().anyMatch(entry -> isNamed(name, entry.getKey()));
  }

  /** Long names count in small letters too: "interior designer in india". */
  private static boolean isNamed(String name, String known) {
    return known.length() > MAX_SHORT ? known.equalsIgnoreCase(name) : known.equals(name);
  }

  /** Shorter names may be ordinary words in small letters: "us". */
  private static final int MAX_SHORT = 3;

  /** "New England", "South Wales": other places than the one they are named after. */
  private static final Pattern PART = Pattern.compile("\\b(?:New|North|South|East|West) $");

  /**
   * Whether a name stands in a text as a word of its own; "US$" and "US dollars" are no country.
   */
  static boolean containsName(String text, String name) {
    int at = text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean before =
          at == 0
              || (!Character.isLetter(text.charAt(at - 1))
                  && !(Character.isDigit(text.charAt(at - 1)) && name.length() < 3)
                  && !PART.matcher(text.substring(Math.max(0, at - 10), at)).find());
      boolean after =
          end == text.length()
              || (!Character.isLetterOrDigit(text.charAt(end))
                  && text.charAt(end) != '$'
                  && !text.startsWith(" dollar", end));
      if (before && after) {
        return true;
      }
      at = text.indexOf(name, end);
    }
    return false;
  }
}
