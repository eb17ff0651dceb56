package dev.rolewise.knowledge.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes the name of a role out of the title of a page. */
final class PageTitle {
  /** Ends of titles that say what kind of page it is. */
  private static final List<String> KINDS =
      List.of(
          "career guide",
          "job description",
          "career profile",
          "job profile",
          "career overview",
          "salary guide",
          "job guide",
          "career path",
          "role profile",
          "role overview",
          "overview",
          "job overview",
          "career",
          "careers",
          "salary",
          "salaries");

  private static final List<String> STARTS =
      List.of(
          "how to become a ",
          "how to become an ",
          "becoming a ",
          "becoming an ",
          "career guide: ",
          "job description: ",
          "role: ",
          "job profile: ",
          "career profile: ",
          "occupation: ");

  private PageTitle() {}

  /** The part of a page title that is not the name of the site. */
  static String withoutSite(String title) {
    String rest = title;
    for (String separator :
        List.of(" | ", " : ", " \u00bb ", " \u00b7 ", " - ", " \u2013 ", " \u2014 ")) {
      if (rest.contains(separator)) {
        String first = "";
        for (String part : rest.split(Pattern.quote(separator), -1)) {
          String name = part.strip();
          boolean better = HeadingText.isGeneric(first) && RoleWords.isRole(withoutKind(name));
          if (!name.isEmpty() && (first.isEmpty() || better)) {
            first = name;
          }
        }
        rest = first;
      }
    }
    return withoutKind(rest);
  }

  /** A title without what kind of page it is on: "career guide". */
  private static String withoutKind(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    for (String kind : KINDS) {
      if (lower.endsWith(kind) && lower.length() > kind.length()) {
        String rest = title.substring(0, title.length() - kind.length()).strip();
        if (RoleWords.isRole(rest)) {
          return rest;
        }
      }
    }
    for (String start : STARTS) {
      if (lower.startsWith(start)) {
        String rest = title.substring(start.length());
        if (RoleWords.isRole(rest)) {
          return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
        }
      }
    }
    return title;
  }
}
