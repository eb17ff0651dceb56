package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names of places in a text. */
public final class Places {
  private static final Map<String, Place> BY_NAME = new HashMap<>();
  private static final Map<String, Place> BY_CODE = new HashMap<>();

  /** The names of countries by those of their states, provinces and nations. */
  private static final Map<String, String> COUNTRY_OF_REGION = new HashMap<>();

  private static final int MAX_WORDS = 4;

  static {
    for (String line : Vocabulary.lines("places.txt")) {
      String[] parts = line.split("\\|", -1);
      if (parts[0].equals("CODE")) {
        BY_CODE.put(parts[1], new Place(parts[2], Place.Kind.REGION));
        COUNTRY_OF_REGION.put(parts[2], "United States");
        continue;
      }
      if (parts[0].equals("PARTS")) {
        for (String region : parts[2].split(";", -1)) {
          COUNTRY_OF_REGION.put(region, parts[1]);
        }
        continue;
      }
      String name = parts[1].replace(" (country)", "");
      Place place = new Place(name, Place.Kind.valueOf(parts[0]));
      BY_NAME.putIfAbsent(key(name), place);
      if (parts.length > 2) {
        for (String other : parts[2].split(";", -1)) {
          BY_NAME.putIfAbsent(key(other), place);
        }
      }
    }
  }

  private Places() {}

  /**
   * A place and where it stands in a text.
   *
   * @param start index of its first character
   * @param end index behind its last character
   */
  public record Found(Place place, int start, int end) {}

  /** The places a text names, in reading order, the longest name first where names overlap. */
  public static List<Found> in(String text) {
    List<int[]> words = wordSpans(text);
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Found here = null;
      int next = i + 1;
      for (int n = Math.min(MAX_WORDS, words.size() - i); n >= 1 && here == null; n--) {
        int start = words.get(i)[0];
        int end = words.get(i + n - 1)[1];
        String name = text.substring(start, end);
        Place place = BY_NAME.get(key(name));
        if (place != null && !isOrdinaryWord(name) && !isExcluded(text, start)) {
          int part = i == 0 ? -1 : words.get(i - 1)[0];
          here =
              part >= 0 && begins(text.substring(part, start), place)
                  ? new Found(
                      new Place(
                          text.substring(part, start) + place.name(),
                          place.kind() == Place.Kind.CITY ? place.kind() : Place.Kind.REGION),
                      part,
                      end)
                  : new Found(place, start, end);
          next = i + n;
        }
      }
      if (here != null) {
        int[] code = next < words.size() ? words.get(next) : null;
        if (code != null
            && BY_CODE.containsKey(text.substring(code[0], code[1]))
            && text.substring(here.end(), code[0]).strip().equals(",")) {
          here = new Found(here.place(), here.start(), code[1]);
          next++;
        }
        found.add(here);
      }
      i = next;
    }
    return found;
  }

  /** The names of places that are one word, in lower case. */
  public static List<String> words() {
    return BY_NAME.keySet().stream()
        .filter(name -> name.indexOf(' ') < 0 && name.length() > 3)
        .toList();
  }

  /** The place that is listed under a name. */
  static Optional<Place> listed(String name) {
    return Optional.ofNullable(BY_NAME.get(key(name)));
  }

  /** The place a label names and nothing else besides, as in a cell of a table. */
  public static Optional<Place> whole(String label) {
    String text = label.strip();
    Place code = BY_CODE.get(text);
    if (code != null) {
      return Optional.of(code);
    }
    Optional<Place> named = listed(text);
    if (named.isPresent()) {
      return named;
    }
    List<Found> inside = in(text);
    boolean isPart =
        inside.size() == 1
            && inside.getFirst().start() == 0
            && inside.getFirst().end() == text.length();
    return isPart || SIDE.matcher(text).matches()
        ? Optional.of(isPart ? inside.getFirst().place() : new Place(text, Place.Kind.REGION))
        : cityAndRegion(text);
  }

  /** "West Lothian", "St Albans": what names of places alone begin with. */
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:(?:North|South)(?:-?(?:[Ee]ast|[Ww]est))?|East|West|Greater|St\\.?)"
              + " (?!End$|Wing$|Campus$|Shift$)\\p{Lu}[\\p{L}'\u2019-]+(?<!(?:ican|[ds]ian|ean|ish|ese))(?:"
              + " \\p{Lu}[\\p{L}'\u2019-]+)?");

  private static Optional<Place> cityAndRegion(String text) {
    int comma = text.indexOf(',');
    if (comma <= 0) {
      return Optional.empty();
    }
    String region = text.substring(comma + 1).strip();
    String first = region.split("[-\\s]", 2)[0];
    boolean isRegion =
        BY_CODE.containsKey(first)
            || listed(region).filter(place -> place.kind() != Place.Kind.CITY).isPresent();
    String city = text.substring(0, comma).strip();
    if (!isRegion || comma > 60 || city.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    Place known = BY_NAME.get(key(city));
    return Optional.of(known != null ? known : new Place(city, Place.Kind.CITY));
  }

  /** Whether a country pays in the currency. */
  public static boolean uses(Place country, Currency currency) {
    return country.name().equals(COUNTRY_OF.get(currency.getCurrencyCode()))
        || (currency.getCurrencyCode().equals("EUR") && EURO_COUNTRIES.contains(country.name()));
  }

  private static final Map<String, String> COUNTRY_OF =
      Map.ofEntries(
          Map.entry("USD", "United States"),
          Map.entry("GBP", "United Kingdom"),
          Map.entry("CAD", "Canada"),
          Map.entry("AUD", "Australia"),
          Map.entry("NZD", "New Zealand"),
          Map.entry("CHF", "Switzerland"),
          Map.entry("PLN", "Poland"),
          Map.entry("CZK", "Czech Republic"),
          Map.entry("SEK", "Sweden"),
          Map.entry("NOK", "Norway"),
          Map.entry("DKK", "Denmark"),
          Map.entry("INR", "India"),
          Map.entry("JPY", "Japan"),
          Map.entry("SGD", "Singapore"),
          Map.entry("ZAR", "South Africa"),
          Map.entry("BRL", "Brazil"),
          Map.entry("MXN", "Mexico"));

  private static final Set<String> EURO_COUNTRIES =
      Set.of(
          "Germany",
          "France",
          "Spain",
          "Italy",
          "Portugal",
          "Netherlands",
          "Belgium",
          "Luxembourg",
          "Austria",
          "Ireland",
          "Finland",
          "Greece",
          "Cyprus",
          "Malta",
          "Slovakia",
          "Slovenia",
          "Estonia",
          "Latvia",
          "Lithuania",
          "Croatia");

  /** Whether a question about one place is answered by a fact about the other. */
  public static boolean same(Place asked, Place stated) {
    if (key(asked.name()).equals(key(stated.name()))) {
      return true;
    }
    List<String> a = withoutGreater(Words.of(asked.name()));
    List<String> b = withoutGreater(Words.of(stated.name()));
    return !a.isEmpty()
        && !b.isEmpty()
        && (isPrefix(a, b) || isPrefix(b, a))
        && asked.kind() != Place.Kind.COUNTRY
        && stated.kind() != Place.Kind.COUNTRY;
  }

  /** "Greater Manchester" answers for Manchester. */
  private static List<String> withoutGreater(List<String> words) {
    return words.size() > 1 && words.getFirst().equals("greater")
        ? words.subList(1, words.size())
        : words;
  }

  /** Whether what is told for the one may answer for the other: the United Kingdom and England. */
  public static boolean overlap(Place one, Place other) {
    return same(one, other)
        || one.name().equals(COUNTRY_OF_REGION.get(other.name()))
        || (other.name().equals(UNITED_KINGDOM) && one.name().equals("England"));
  }

  private static final String UNITED_KINGDOM = "United Kingdom";

  private static boolean isPrefix(List<String> shorter, List<String> longer) {
    return longer.size() >= shorter.size() && longer.subList(0, shorter.size()).equals(shorter);
  }

  /** Whether a name that starts there stands for any other place: "outside London". */
  public static boolean isExcluded(String text, int start) {
    return EXCLUDING.matcher(text.substring(0, start)).find();
  }

  private static final Pattern EXCLUDING =
      Pattern.compile(
          "\\b(?:outside(?: of)?|except(?: for)?|excluding|excl\\.?|not in|rest of|other than)(?:"
              + " the)?\\s+$",
          Pattern.CASE_INSENSITIVE);

  /** Whether a word makes another place of one: "Northwest Iowa", "East London", "New London". */
  private static boolean begins(String before, Place place) {
    return NEW.matcher(before).matches()
        || (place.kind() == Place.Kind.CITY ? SIDE_OF_CITY : PART).matcher(before).matches();
  }

  private static final Pattern NEW =
      Pattern.compile("(?:New|Greater|Upper|Lower|Inner|Outer|Mid|Fort|Port|St\\.?) ");

  private static final Pattern SIDE_OF_CITY =
      Pattern.compile("(?:north|south|east|west) ", Pattern.CASE_INSENSITIVE);

  private static final Pattern PART =
      Pattern.compile(
          "(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|east(?:ern)?|west(?:ern)?|central|upstate"
              + "|downstate|regional|rural|remote) ",
          Pattern.CASE_INSENSITIVE);

  /** Short names that are ordinary words too count only in capitals. */
  private static boolean isOrdinaryWord(String name) {
    return name.length() <= 3
        && switch (name.toLowerCase(Locale.ROOT)) {
          case "us", "la", "eu" -> !name.equals(name.toUpperCase(Locale.ROOT));
          default -> false;
        };
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(".", "").replace(",", "");
  }

  private static List<int[]> wordSpans(String text) {
    List<int[]> spans = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside =
          i < text.length()
              && (Character.isLetter(text.charAt(i))
                  || (text.charAt(i) == '-' && start >= 0)
                  || (text.charAt(i) == '.' && start >= 0 && isAbbreviationPoint(text, i)));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        spans.add(new int[] {start, i});
        start = -1;
      }
    }
    return spans;
  }

  private static boolean isAbbreviationPoint(String text, int index) {
    return index > 0
        && Character.isLetter(text.charAt(index - 1))
        && (index < 2 || !Character.isLetter(text.charAt(index - 2)))
        && !(index + 1 < text.length()
            && Character.isWhitespace(text.charAt(index + 1))
            && index + 2 < text.length()
            && Character.isUpperCase(text.charAt(index + 2))
            && !(index > 1 && text.charAt(index - 2) == '.'));
  }
}
