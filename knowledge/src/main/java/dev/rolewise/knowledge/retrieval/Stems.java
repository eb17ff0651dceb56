package dev.rolewise.knowledge.retrieval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes text apart into words, and words down to their stems.
 *
 * <p>A word is in lower case and without accents. An amount is one word however it is written
 * ({@code $157,500}, {@code 157500}, {@code 157.5k}), and so are {@code c++}, {@code c#} and an
 * abbreviation with dots ({@code Ph.D.} is {@code phd}). Words joined by a hyphen or a slash are
 * separate.
 */
final class Stems {
  private static final int MAX_LENGTH = 40;

  private Stems() {}

  /** The words of a text in order, with repetitions. */
  static List<String> of(String text) {
    String plain = hasAccents(text) ? withoutAccents(text) : text;
    var words = new ArrayList<String>(plain.length() / 6 + 1);
    int i = 0;
    while (i < plain.length()) {
      char c = plain.charAt(i);
      if (Character.isDigit(c)) {
        i = addNumber(plain, i, words);
      } else if (Character.isLetter(c)) {
        i = addWord(plain, i, words);
      } else {
        i++;
      }
    }
    return words;
  }

  /** Dashes and quotation marks are no reason to fold a text. */
  private static boolean hasAccents(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xC0 && !(c >= 0x2000 && c < 0x2100)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutAccents(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    var plain = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      if (Character.getType(decomposed.charAt(i)) != Character.NON_SPACING_MARK) {
        plain.append(decomposed.charAt(i));
      }
    }
    return plain.toString();
  }

  private static int addNumber(String text, int start, List<String> words) {
    var number = new StringBuilder();
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
      if (Character.isDigit(c) || (c == '.' && between)) {
        number.append(c);
      } else if (c != ',' || !between) {
        break;
      }
    }
    int end = i;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String ending = text.substring(i, end);
    if (ending.equalsIgnoreCase("k")) {
      words.add(cut(thousands(number)));
    } else {
      words.add(cut(number.append(lowerCase(ending)).toString()));
    }
    return end;
  }

  /** Moves the point of a number three places to the right. */
  private static String thousands(StringBuilder number) {
    int point = number.indexOf(".");
    int decimals = point < 0 ? 0 : number.length() - point - 1;
    if (decimals > 3) {
      return number + "k";
    }
    if (point >= 0) {
      number.deleteCharAt(point);
    }
    return number.append("0".repeat(3 - decimals)).toString();
  }

  private static int addWord(String text, int start, List<String> words) {
    var word = new StringBuilder();
    int lettersSinceDot = 0;
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterNext = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
        lettersSinceDot++;
      } else if (c == '.' && letterNext && lettersSinceDot <= 2) {
        lettersSinceDot = 0;
      } else if ((c == '\'' || c == '’') && letterNext) {
        if (isPossessive(text, i)) {
          words.add(cut(word.toString()));
          return i + 2;
        }
      } else {
        break;
      }
    }
    if (word.length() == 1 && text.startsWith("++", i)) {
      word.append("++");
    } else if (word.length() == 1 && text.startsWith("#", i)) {
      word.append('#');
    }
    words.add(cut(word.toString()));
    return i;
  }

  private static boolean isPossessive(String text, int apostrophe) {
    char next = text.charAt(apostrophe + 1);
    boolean last =
        apostrophe + 2 >= text.length() || !Character.isLetter(text.charAt(apostrophe + 2));
    return last && (next == 's' || next == 'S');
  }

  private static String lowerCase(String text) {
    var lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Character.toLowerCase(text.charAt(i)));
    }
    return lower.toString();
  }

  private static String cut(String word) {
    return word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word;
  }

  /** The stem of each word, in their order. */
  static List<String> stems(Collection<String> words) {
    var stemmer = new EnglishStemmer();
    var stems = new ArrayList<String>(words.size());
    for (String word : words) {
      stemmer.setCurrent(word);
      stemmer.stem();
      stems.add(stemmer.getCurrent());
    }
    return stems;
  }
}
