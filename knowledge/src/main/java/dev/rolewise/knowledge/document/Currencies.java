package dev.rolewise.knowledge.document;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds currencies in texts by their signs and codes, such as "€", "KSh" and "CZK". */
public final class Currencies {
  /** A dollar of a country the text does not name. */
  static final String DOLLAR = "$";

  /** The currency of an amount where nothing tells one. */
  public static final Currency UNTOLD = Currency.getInstance("XXX");

  /** What stands for a currency next to an amount; the longer ones first. */
  private static final List<Map.Entry<String, String>> SIGNS =
      List.of(
          Map.entry("CA$", "CAD"),
          Map.entry("US$", "USD"),
          Map.entry("AU$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("HK$", "HKD"),
          Map.entry("C$", "CAD"),
          Map.entry("A$", "AUD"),
          Map.entry("S$", "SGD"),
          Map.entry("R$", "BRL"));

  private static final List<String> CODES =
      List.of(
          "USD", "EUR", "GBP", "CAD", "AUD", "CHF", "INR", "JPY", "SGD", "NZD", "SEK", "NOK", "DKK",
          "PLN", "CZK", "HUF", "RON", "BRL", "MXN", "ZAR", "ILS", "CNY", "HKD", "KRW", "AED", "TRY",
          "BGN", "ISK", "UAH", "MYR", "IDR", "PHP", "THB", "TWD", "VND", "KES", "NGN", "GHS", "EGP",
          "SAR", "QAR", "PKR", "BDT", "LKR", "CLP", "COP", "ARS");

  /** Words that stand for a currency. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("z\u0142", "PLN"),
          Map.entry("K\u010d", "CZK"),
          Map.entry("SFr", "CHF"),
          Map.entry("Ksh", "KES"),
          Map.entry("KSh", "KES"),
          Map.entry("Dh", "AED"),
          Map.entry("Dhs", "AED"),
          Map.entry("RM", "MYR"),
          Map.entry("Rs", "INR"),
          Map.entry("Euro", "EUR"),
          Map.entry("Euros", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("pounds sterling", "GBP"),
          Map.entry("US dollars", "USD"),
          Map.entry("Canadian dollars", "CAD"),
          Map.entry("Australian dollars", "AUD"),
          Map.entry("New Zealand dollars", "NZD"));

  /** "R29 375": rand, which have but a letter for a sign. */
  private static final Pattern RAND =
      Pattern.compile("\\bR\\s?\\d{1,3}(?:[,\\u00a0 ]\\d{3})+(?![\\p{L}\\d])");

  /** The country of a currency that only one of them has. */
  private static final Map<String, String> MARKETS =
      Map.ofEntries(
          Map.entry("GBP", "UK"),
          Map.entry("CAD", "Canada"),
          Map.entry("AUD", "Australia"),
          Map.entry("NZD", "New Zealand"),
          Map.entry("CHF", "Switzerland"),
          Map.entry("PLN", "Poland"),
          Map.entry("CZK", "Czechia"),
          Map.entry("HUF", "Hungary"),
          Map.entry("SEK", "Sweden"),
          Map.entry("NOK", "Norway"),
          Map.entry("DKK", "Denmark"),
          Map.entry("INR", "India"),
          Map.entry("SGD", "Singapore"),
          Map.entry("ZAR", "South Africa"),
          Map.entry("BRL", "Brazil"));

  /** "All figures are in CAD." */
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i:currenc)|\\b[A-Z]{3}\\s(?i:dollars?)\\b"
              + "|(?i:\\b(?:figures?|amounts?|pay|paid|salar\\w+|wages?)\\b)"
              + "(?:[^.;]{0,30}\\bin\\s\\(?|\\s?\\()[A-Z]{3}\\b");

  private Currencies() {}

  /** The currency a text names by a sign or code, if it names one and no other. */
  public static Optional<Currency> only(String text) {
    Map<String, Integer> found = new HashMap<>();
    count(text, found);
    return found.size() == 1 && !found.containsKey(DOLLAR)
        ? Optional.of(Currency.getInstance(found.keySet().iterator().next()))
        : Optional.empty();
  }

  /** Whether a text has a sign or code of a currency. */
  static boolean isNamedIn(String text) {
    Map<String, Integer> found = new HashMap<>();
    count(text, found);
    return !found.isEmpty();
  }

  /** Adds how often each currency stands in a text; {@link #DOLLAR} where the country is open. */
  static void count(String text, Map<String, Integer> found) {
    count(text, true, found);
  }

  /**
   * Adds how often each currency stands in a text; a code counts only next to an amount or in a
   * note on the currency of figures: "Computer-aided design (CAD)" is none.
   */
  static void countPaid(String text, Map<String, Integer> found) {
    count(text, NOTE.matcher(text).find(), found);
  }

  private static boolean isByAmount(String text, String code) {
    String before = "\\d[\\s\\u00a0]?(?:[kKmM]|million)?[\\s\\u00a0]?\\(?" + code + "\\b";
    String after = "\\b" + code + "[):]{0,2}[\\s\\u00a0]?\\p{Sc}?[\\s\\u00a0]?\\d";
    String period = "(?i:year|annum|annually|month|week|day|hour)\\s\\(?" + code + "\\b";
    return Pattern.compile(before + "|" + after + "|" + period).matcher(text).find();
  }

  private static void count(String text, boolean isNote, Map<String, Integer> found) {
    boolean plain = false;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '$' -> {
          String code = dollars(text, i);
          plain |= code.equals(DOLLAR);
          found.merge(code, 1, Integer::sum);
        }
        case '\u00a3' -> found.merge("GBP", 1, Integer::sum);
        case '\u20ac' -> found.merge("EUR", 1, Integer::sum);
        case '\u20b9' -> found.merge("INR", 1, Integer::sum);
        default -> {}
      }
    }
    for (var word : WORDS) {
      if (Markets.containsName(text, word.getKey())) {
        found.merge(word.getValue(), 1, Integer::sum);
      }
    }
    for (Matcher rand = RAND.matcher(text); rand.find(); ) {
      found.merge("ZAR", 1, Integer::sum);
    }
    for (String code : CODES) {
      if (Markets.containsName(text, code) && (isNote || isByAmount(text, code))) {
        // "$120,000 USD" is one currency, not two.
        if (plain && code.endsWith("D")) {
          found.computeIfPresent(DOLLAR, (_, count) -> count > 1 ? count - 1 : null);
        }
        found.merge(code, 1, Integer::sum);
      }
    }
  }

  /** The only country that pays in this currency. */
  static Optional<String> market(String code) {
    return Optional.ofNullable(MARKETS.get(code));
  }

  /** The code of the currency that a country pays in, if it is known. */
  static Optional<String> of(String market) {
    return switch (market) {
      case "US" -> Optional.of("USD");
      case "England", "Scotland", "Wales", "Northern Ireland" -> Optional.of("GBP");
      case "Germany",
          "France",
          "Ireland",
          "Netherlands",
          "Spain",
          "Italy",
          "Finland",
          "Austria",
          "Belgium",
          "Luxembourg",
          "Portugal",
          "Greece",
          "Slovakia",
          "Estonia" ->
          Optional.of("EUR");
      default ->
          MARKETS.entrySet().stream()
              .filter(entry -> entry.getValue().equals(market))
              .map(Map.Entry::getKey)
              .findFirst();
    };
  }

  /** Whether a plain dollar sign may stand for a currency. */
  public static boolean isDollar(Currency currency) {
    String name = currency.getDisplayName(Locale.ENGLISH);
    return name.endsWith("Dollar") || name.endsWith("Peso");
  }

  /** The dollar of a country. */
  static String dollar(String market) {
    return switch (market) {
      case "Canada" -> "CAD";
      case "Australia" -> "AUD";
      case "New Zealand" -> "NZD";
      case "Singapore" -> "SGD";
      case "Hong Kong" -> "HKD";
      case "Mexico" -> "MXN";
      default -> "USD";
    };
  }

  private static String dollars(String text, int at) {
    for (var sign : SIGNS) {
      int start = at - sign.getKey().length() + 1;
      if (start >= 0
          && text.startsWith(sign.getKey(), start)
          && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
        return sign.getValue();
      }
    }
    return DOLLAR;
  }
}
