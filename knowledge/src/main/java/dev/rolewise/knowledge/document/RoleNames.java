package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Block.Heading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a document calls its role.
 *
 * @param title name of the role
 * @param aliases other names, without the title
 * @param headingIndex index of the block that is the heading of the whole document, or -1
 */
record RoleNames(String title, List<String> aliases, int headingIndex) {
  RoleNames {
    requireNonNull(title, "title");
    aliases = List.copyOf(aliases);
  }

  private static final int MAX_ALIASES = 8;

  /** Finds the names of the role in the blocks of a document. */
  static RoleNames of(String id, Content content, List<Block> blocks) {
    int heading = titleHeading(blocks);
    String own = heading < 0 ? "" : ((Heading) blocks.get(heading)).text().text();
    Set<String> aliases = new LinkedHashSet<>(content.frontMatter().aliases());
    boolean stated = !content.frontMatter().title().isEmpty();
    String title = content.frontMatter().title();
    if (title.isEmpty()) {
      title = own.isEmpty() ? PageTitle.withoutSite(content.title()) : PageTitle.withoutSite(own);
    } else if (!own.isEmpty() && own.length() < 60 && RoleWords.isRole(own)) {
      aliases.add(own);
    }
    var names = new NameFinder(blocks);
    if (title.isEmpty()) {
      title = names.title();
    } else if (!stated) {
      title = names.asWritten(title, aliases);
    }
    if (title.isEmpty()) {
      title = fromId(id);
    }
    names.addShortForms(title, aliases);
    title = ShortForms.takenOut(title, aliases);
    if (aliases.isEmpty() || !stated) {
      names.addOtherNames(title, aliases);
    }
    Set<String> different = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    seen.add(title.toLowerCase(Locale.ROOT));
    seen.add(title.toLowerCase(Locale.ROOT) + "s");
    for (String alias : aliases) {
      boolean room = different.size() < MAX_ALIASES || stated;
      if (room && seen.add(alias.toLowerCase(Locale.ROOT))) {
        different.add(alias);
      }
    }
    return new RoleNames(title, List.copyOf(different), heading);
  }

  // ---- headings

  /** The heading that names the whole document: outermost and first, and no name of a part. */
  private static int titleHeading(List<Block> blocks) {
    int first = -1;
    int outermost = Integer.MAX_VALUE;
    int sameLevel = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading heading) {
        if (first < 0) {
          first = i;
        }
        if (heading.level() < outermost) {
          outermost = heading.level();
          sameLevel = 0;
        }
        sameLevel += heading.level() == outermost ? 1 : 0;
      }
    }
    if (first < 0) {
      return -1;
    }
    Heading heading = (Heading) blocks.get(first);
    String text = heading.text().text();
    if (HeadingText.isGeneric(PageTitle.withoutSite(text)) || heading.level() > outermost) {
      return -1;
    }
    boolean alone = sameLevel == 1;
    boolean onTop = first == 0 && heading.level() == 1;
    return alone || onTop || (first == 0 && RoleWords.isRole(text)) ? first : -1;
  }

  private static String fromId(String id) {
    var title = new StringBuilder();
    for (String word : id.split("[-_. ]+", -1)) {
      if (!word.isEmpty()) {
        title.append(title.isEmpty() ? "" : " ");
        title.append(title.isEmpty() ? Character.toUpperCase(word.charAt(0)) : word.charAt(0));
        title.append(word, 1, word.length());
      }
    }
    return title.isEmpty() ? id : title.toString();
  }
}
