package dev.rolewise.knowledge.document;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which year, market and currency the figures of a document are of, as far as its words tell. */
final class Provenance {
  /** Names of countries and regions as headings have them, with the name used here. */
  private static final Map<String, String> MARKETS =
      Map.ofEntries(
          Map.entry("US", "US"),
          Map.entry("U.S.", "US"),
          Map.entry("USA", "US"),
          Map.entry("United States", "US"),
          Map.entry("UK", "UK"),
          Map.entry("U.K.", "UK"),
          Map.entry("United Kingdom", "UK"),
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
          Map.entry("New Zealand", "New Zealand"),
          Map.entry("Japan", "Japan"),
          Map.entry("Brazil", "Brazil"),
          Map.entry("Mexico", "Mexico"),
          Map.entry("Poland", "Poland"),
          Map.entry("Sweden", "Sweden"),
          Map.entry("Norway", "Norway"),
          Map.entry("Denmark", "Denmark"),
          Map.entry("Finland", "Finland"),
          Map.entry("Austria", "Austria"),
          Map.entry("Belgium", "Belgium"),
          Map.entry("Portugal", "Portugal"),
          Map.entry("South Africa", "South Africa"),
          Map.entry("Israel", "Israel"),
          Map.entry("China", "China"),
          Map.entry("Hong Kong", "Hong Kong"),
          Map.entry("South Korea", "South Korea"),
          Map.entry("Europe", "Europe"));

  /** What stands for a currency before an amount; the longer ones first. */
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
          "PLN", "BRL", "MXN", "ZAR", "ILS", "CNY", "HKD");

  private final List<Section> sections;
  private final List<Statement> statements = new ArrayList<>();

  /** Headings, captions and introductions that are about pay. */
  private final List<String> labels = new ArrayList<>();

  Provenance(String title, List<Section> outermost) {
    sections = new ArrayList<>();
    collect(outermost);
    if (HeadingText.isAboutPay(title)) {
      labels.add(title);
    }
    for (Section section : sections) {
      if (HeadingText.isAboutPay(section.heading())) {
        labels.add(section.heading());
      }
      List<String> lead = List.of();
      for (Statement statement : section.statements()) {
        if (!statement.lead().equals(lead)) {
          lead = statement.lead();
          for (String words : lead) {
            addIfPay(words, section);
          }
        }
        for (Cell cell : statement.cells()) {
          addIfPay(cell.header(), section);
        }
        if (statement.cells().size() == 2) {
          addIfPay(statement.cells().getFirst().text(), section);
        }
      }
    }
  }

  /** The year of the figures on pay. */
  OptionalInt asOf() {
    OptionalInt named = mostFrequentYear(labels);
    if (named.isPresent()) {
      return named;
    }
    List<String> sentences = new ArrayList<>();
    for (Statement statement : statements) {
      String text = statement.text();
      if (text.indexOf('2') >= 0 && hasSign(text) && HeadingText.isAboutPay(text)) {
        sentences.add(text);
      }
    }
    return mostFrequentYear(sentences);
  }

  /** The country or region named with the figures on pay. */
  Optional<String> market() {
    for (String label : labels) {
      for (var market : MARKETS.entrySet()) {
        if (containsName(label, market.getKey())) {
          return Optional.of(market.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** The only currency amounts are in. */
  Optional<Currency> currency(Optional<String> market) {
    Map<String, Integer> found = new HashMap<>();
    for (Statement statement : statements) {
      count(statement.text(), found);
    }
    if (found.size() != 1) {
      return Optional.empty();
    }
    String code = found.keySet().iterator().next();
    if (code.equals("$")) {
      code =
          switch (market.orElse("US")) {
            case "Canada" -> "CAD";
            case "Australia" -> "AUD";
            case "New Zealand" -> "NZD";
            case "Singapore" -> "SGD";
            case "Hong Kong" -> "HKD";
            case "Mexico" -> "MXN";
            default -> "USD";
          };
    }
    return Optional.of(Currency.getInstance(code));
  }

  private void collect(List<Section> outermost) {
    for (Section section : outermost) {
      sections.add(section);
      statements.addAll(section.statements());
      collect(section.sections());
    }
  }

  private void addIfPay(String words, Section section) {
    boolean aboutPay = HeadingText.isAboutPay(words);
    for (int i = 0; !aboutPay && i < section.path().size(); i++) {
      aboutPay = HeadingText.isAboutPay(section.path().get(i));
    }
    if (aboutPay && words.length() < 200 && !labels.contains(words)) {
      labels.add(words);
    }
  }

  private static OptionalInt mostFrequentYear(List<String> texts) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (int at = text.indexOf("20"); at >= 0; at = text.indexOf("20", at + 1)) {
        int year = yearAt(text, at);
        if (year > 0) {
          counts.merge(year, 1, Integer::sum);
        }
      }
    }
    int best = 0;
    int bestCount = 0;
    for (var count : counts.entrySet()) {
      int year = count.getKey();
      if (count.getValue() > bestCount || (count.getValue() == bestCount && year > best)) {
        best = year;
        bestCount = count.getValue();
      }
    }
    return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** A year that stands alone: no amount, no end of a span such as 2024-34. */
  private static int yearAt(String text, int at) {
    if (at + 4 > text.length()
        || !Character.isDigit(text.charAt(at + 2))
        || !Character.isDigit(text.charAt(at + 3))) {
      return 0;
    }
    if (at > 0) {
      char before = text.charAt(at - 1);
      boolean alone =
          before == ' ' || before == '(' || before == '\'' || before == '[' || before == '/';
      if (!alone) {
        return 0;
      }
    }
    if (at + 4 < text.length()) {
      char after = text.charAt(at + 4);
      boolean goesOn =
          Character.isLetterOrDigit(after)
              || after == '-'
              || after == '\u2013'
              || after == '%'
              || after == '+';
      boolean thousands =
          after == ',' && at + 5 < text.length() && Character.isDigit(text.charAt(at + 5));
      if (goesOn || thousands) {
        return 0;
      }
    }
    int year = Integer.parseInt(text.substring(at, at + 4));
    return year <= 2100 ? year : 0;
  }

  private static boolean containsName(String text, String name) {
    int at = text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean after =
          end == text.length()
              || (!Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '$');
      if (before && after) {
        return true;
      }
      at = text.indexOf(name, end);
    }
    return false;
  }

  private static boolean hasSign(String text) {
    return text.indexOf('$') >= 0 || text.indexOf('\u00a3') >= 0 || text.indexOf('\u20ac') >= 0;
  }

  private static void count(String text, Map<String, Integer> found) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '$' -> found.merge(dollars(text, i), 1, Integer::sum);
        case '\u00a3' -> found.merge("GBP", 1, Integer::sum);
        case '\u20ac' -> found.merge("EUR", 1, Integer::sum);
        case '\u20b9' -> found.merge("INR", 1, Integer::sum);
        default -> {}
      }
    }
    for (String code : CODES) {
      if (containsName(text, code)) {
        // "$120,000 USD" is one currency, not two.
        if (code.endsWith("D")) {
          found.remove("$");
        }
        found.merge(code, 1, Integer::sum);
      }
    }
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
    return "$";
  }
}
