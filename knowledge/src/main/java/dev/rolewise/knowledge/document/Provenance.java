package dev.rolewise.knowledge.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Which year, market and currency the figures of a document are of, as far as its words tell. */
final class Provenance {
  /** Longer texts introduce nothing, in characters. */
  private static final int MAX_LABEL = 200;

  /** Words of lines that say where figures come from or when they were made. */
  private static final List<String> ORIGINS =
      List.of(
          "survey",
          "source",
          "updated",
          "effective",
          "as of",
          "figures",
          "data",
          "scale",
          "agreement",
          "modified",
          "revised",
          "last edit",
          "status:",
          "reviewed",
          "published",
          "valid",
          "edition",
          "collected");

  /** Words of sentences about years to come. */
  private static final List<String> FORECASTS =
      List.of("project", "expect", "forecast", "outlook", "will ", "grow", "openings", "by 20");

  /** So many statements that name a country tell that a document is about it. */
  private static final int OFTEN = 3;

  private final String id;
  private final List<String> titles;
  private final List<String> notes;
  private final String region;
  private final List<Section> sections = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  /** Headings, captions and introductions that are about pay. */
  private final List<String> labels = new ArrayList<>();

  /** How often each currency stands beside pay. */
  private final Map<String, Integer> currencies = new HashMap<>();

  /**
   * Looks through a document.
   *
   * @param id name of the file without its ending
   * @param titles everything the document calls itself
   * @param notes what stands around its content, such as the foot of its page
   * @param region country whose readers it is written for, as a code of two letters, or empty
   */
  Provenance(
      String id, List<String> titles, List<String> notes, String region, List<Section> outermost) {
    this.id = id;
    this.titles = titles;
    this.notes = List.copyOf(notes);
    this.region = region;
    collect(outermost);
    for (String title : titles) {
      if (HeadingText.isAboutPay(title)) {
        labels.add(title);
      }
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
    countCurrencies(currencies);
  }

  /** The year of the figures on pay, else that of the document. */
  OptionalInt asOf() {
    List<String> pay = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    for (Statement statement : statements) {
      String text = statement.text();
      if (text.indexOf("20") < 0) {
        continue;
      }
      boolean aboutPay = HeadingText.isAboutPay(text);
      if (aboutPay && Currencies.isNamedIn(text)) {
        figures.add(text);
      }
      if (!isForecast(text)) {
        (aboutPay ? pay : origins).add(text);
      }
    }
    origins.removeIf(text -> !isOrigin(text) && !DATELINE.matcher(text).find());
    List<String> foot =
        notes.stream().filter(note -> isOrigin(note) || HeadingText.isAboutPay(note)).toList();
    for (List<String> texts : List.of(labels, figures, pay, origins, titles, foot)) {
      OptionalInt year = mostFrequentYear(texts);
      if (year.isPresent()) {
        return year;
      }
    }
    return OptionalInt.empty();
  }

  /** "By Ann Lee · Austin · March 3, 2026": who wrote a text and when. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^By \\p{Lu}.{0,60}\\b(?:\\p{Lu}\\p{L}+\\.? \\d{1,2}, |\\d{1,2} \\p{Lu}\\p{L}+"
              + " )20\\d\\d\\b");

  /** The country or region the figures on pay are of. */
  Optional<String> market() {
    for (String title : titles) {
      Optional<String> named = only(Markets.in(title));
      if (named.isPresent()) {
        return named;
      }
    }
    Optional<String> ofFile = only(Markets.inFileName(id));
    if (ofFile.isPresent()) {
      return ofFile;
    }
    Set<String> noted = new HashSet<>();
    statements.stream()
        .map(Statement::text)
        .filter(Provenance::isMarketNote)
        .forEach(note -> noted.addAll(Markets.in(note)));
    if (noted.size() == 1) {
      return only(noted);
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String label : labels) {
      count(Markets.in(label), counts);
    }
    if (counts.isEmpty()) {
      Optional<String> usual = mostFrequent(currencies());
      for (Statement statement : statements) {
        String text = statement.text();
        boolean isInOtherMoney =
            Currencies.only(text)
                .filter(money -> !usual.equals(Optional.of(money.getCurrencyCode())))
                .isPresent();
        if (statement.cells().isEmpty() && isPayOf(text) && !isInOtherMoney) {
          count(Markets.in(text), counts);
        }
      }
    }
    Map<String, Integer> currencies = currencies();
    counts.keySet().removeIf(market -> paysOtherwise(market, currencies));
    if (counts.size() > 1 && PARTS_OF_UK.containsAll(counts.keySet())) {
      return Optional.of("UK");
    }
    if (!counts.isEmpty()) {
      return mostFrequent(counts);
    }
    int all = currencies.values().stream().mapToInt(Integer::intValue).sum();
    Optional<String> paysIn =
        mostFrequent(currencies)
            .filter(code -> 4 * currencies.getOrDefault(code, 0) >= 3 * all)
            .flatMap(Currencies::market);
    return paysIn
        .or(() -> spokenOf().filter(market -> !paysOtherwise(market, currencies)))
        .or(() -> Markets.ofCode(region).filter(market -> !paysOtherwise(market, currencies)));
  }

  private static final Set<String> PARTS_OF_UK =
      Set.of("UK", "England", "Scotland", "Wales", "Northern Ireland");

  /** Whether most amounts are in another currency than that of a country. */
  private static boolean paysOtherwise(String market, Map<String, Integer> currencies) {
    Optional<String> own = Currencies.of(market);
    Optional<String> most = mostFrequent(currencies);
    return own.isPresent()
        && most.isPresent()
        && !own.equals(most)
        && !(most.get().equals(Currencies.DOLLAR) && own.get().endsWith("D"));
  }

  /** The one country that the text speaks of again and again, beside hardly any other. */
  private Optional<String> spokenOf() {
    Map<String, Integer> counts = new HashMap<>();
    int named = 0;
    for (Statement statement : statements) {
      Set<String> markets = Markets.in(statement.text());
      count(markets, counts);
      named += markets.size();
    }
    Optional<String> most = mostFrequent(counts);
    int often = most.map(name -> counts.getOrDefault(name, 0)).orElse(0);
    return often >= OFTEN && 4 * often >= 3 * named ? most : Optional.empty();
  }

  /** The currency most amounts are in. */
  Optional<Currency> currency(Optional<String> market) {
    Map<String, Integer> found = currencies();
    Integer dollars = found.remove(Currencies.DOLLAR);
    if (dollars != null) {
      // Beside Canadian dollars a plain dollar is one of them.
      List<String> others =
          found.keySet().stream()
              .filter(code -> code.endsWith("D") && !code.equals("USD"))
              .filter(code -> !isOnlyAbroad(code))
              .toList();
      boolean named = market.isPresent() || others.size() != 1;
      String code = named ? Currencies.dollar(market.orElse("US")) : others.getFirst();
      found.merge(code, dollars, Integer::sum);
    }
    return mostFrequent(found).map(Currency::getInstance);
  }

  /** Whether each amount in a currency stands in a sentence of its own about a country. */
  private boolean isOnlyAbroad(String code) {
    List<String> texts =
        statements.stream()
            .map(Statement::text)
            .filter(text ->
                Currencies.only(text).filter(one -> one.getCurrencyCode().equals(code)).isPresent())
            .toList();
    return !texts.isEmpty() && texts.stream().noneMatch(text -> Markets.in(text).isEmpty());
  }

  private Map<String, Integer> currencies() {
    return new HashMap<>(currencies);
  }

  private void countCurrencies(Map<String, Integer> found) {
    for (Statement statement : statements) {
      Currencies.countPaid(statement.text(), found);
      for (Cell cell : statement.cells()) {
        if (HeadingText.isAboutPay(cell.header())) {
          Currencies.count(cell.header(), found);
        } else {
          Currencies.countPaid(cell.header(), found);
        }
      }
    }
    for (String label : labels) {
      Currencies.count(label, found);
    }
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
    if (aboutPay && words.length() < MAX_LABEL && !labels.contains(words)) {
      labels.add(words);
    }
  }

  /** Whether a sentence says where pay is paid: it has an amount, or speaks of a table of pay. */
  private static boolean isPayOf(String text) {
    return (HeadingText.isAboutPay(text) && Currencies.isNamedIn(text))
        || text.toLowerCase(Locale.ROOT).contains("valid for ")
        || isMarketNote(text)
        || (text.length() < MAX_LABEL && HeadingText.isAboutPay(text) && !Years.in(text).isEmpty());
  }

  /** "All figures are for the US market in 2025." */
  private static boolean isMarketNote(String text) {
    return text.length() < MAX_LABEL
        && MARKET_NOTE.matcher(text.strip()).find()
        && !Markets.in(text).isEmpty();
  }

  private static final Pattern MARKET_NOTE =
      Pattern.compile(
          "(?i)\\bmarket(?:\\)|,| in| as of)*\\s*(?:\\(?20\\d\\d\\)?)?\\.?$|^(?:all |the |these"
              + " )?(?:pay )?(?:figures|amounts|salaries|wages)(?: \\p{L}+)? are (?:for|of|from)"
              + " (?:the )?\\p{Lu}");

  private static boolean isForecast(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return FORECASTS.stream().anyMatch(lower::contains);
  }

  private static boolean isOrigin(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isMarketNote(text) || ORIGINS.stream().anyMatch(lower::contains);
  }

  private static void count(Collection<String> names, Map<String, Integer> counts) {
    for (String name : names) {
      counts.merge(name, 1, Integer::sum);
    }
  }

  private static Optional<String> only(Set<String> names) {
    return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
  }

  /** The name that is ahead of all others. */
  private static Optional<String> mostFrequent(Map<String, Integer> counts) {
    String best = "";
    int most = 0;
    boolean tie = false;
    for (var count : counts.entrySet()) {
      tie = count.getValue() == most || (tie && count.getValue() < most);
      if (count.getValue() > most) {
        most = count.getValue();
        best = count.getKey();
      }
    }
    return best.isEmpty() || tie ? Optional.empty() : Optional.of(best);
  }

  /** "Effective 1 May 2025 through April 2026": figures are of the year they begin in. */
  private static final Pattern TERM =
      Pattern.compile(
          "(?i)\\b((?:effective|valid|in"
              + " force|agreement|contract|runs|scale)\\b[^.;]{0,40}\\b20\\d\\d)(?:,?"
              + " (?:through|to|until|till)|\\s?[\u2013-]) [\\p{L}\\d ,]{0,18}20\\d\\d\\b");

  /** The year most texts name; the later of two that are named as often. */
  private static OptionalInt mostFrequentYear(List<String> texts) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (int year : Years.in(TERM.matcher(text).replaceAll("$1"))) {
        counts.merge(year, 1, Integer::sum);
      }
    }
    int best = 0;
    int most = 0;
    for (var count : counts.entrySet()) {
      int year = count.getKey();
      if (count.getValue() > most || (count.getValue() == most && year > best)) {
        best = year;
        most = count.getValue();
      }
    }
    return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
