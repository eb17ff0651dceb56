package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Nests items that are written at one depth although some of them introduce others: "Technical
 * skills:" followed by the skills.
 */
final class BulletTree {
  /** So many introduced items for each label make a pattern out of labels without a colon. */
  private static final int MIN_ITEMS_PER_LABEL = 2;

  private BulletTree() {}

  static List<Bullet> nested(List<Bullet> items) {
    List<Bullet> nested = new ArrayList<>(items);
    boolean flat = true;
    for (int i = 0; i < nested.size(); i++) {
      flat &= nested.get(i).depth() == nested.getFirst().depth();
      boolean label = nested.get(i).text().text().endsWith(":");
      if (label && nested.get(i).mark() != Mark.NONE && hasSiblingNext(nested, i)) {
        nestBelow(nested, i);
      }
    }
    boolean unchanged = nested.equals(items);
    if (flat && unchanged) {
      nestBelowTitles(nested);
    }
    return nested;
  }

  private static boolean hasSiblingNext(List<Bullet> items, int i) {
    return i + 1 < items.size()
        && items.get(i + 1).depth() == items.get(i).depth()
        && !items.get(i + 1).text().text().endsWith(":");
  }

  /** Moves what follows at the same depth one deeper, until the next label. */
  private static void nestBelow(List<Bullet> items, int label) {
    int depth = items.get(label).depth();
    for (int i = label + 1; i < items.size(); i++) {
      Bullet item = items.get(i);
      if (item.depth() < depth || (item.depth() == depth && item.text().text().endsWith(":"))) {
        return;
      }
      items.set(i, item.withDepth(item.depth() + 1));
    }
  }

  /**
   * Nests below labels without a colon if the whole list is made of them: a label in title case,
   * then several items that are not, and so on.
   */
  private static void nestBelowTitles(List<Bullet> items) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (isTitle(items.get(i).text().text())) {
        labels.add(i);
      }
    }
    if (labels.isEmpty() || labels.getFirst() != 0) {
      return;
    }
    int below = items.size() - labels.size();
    for (int i = 0; i < labels.size(); i++) {
      int end = i + 1 < labels.size() ? labels.get(i + 1) : items.size();
      if (end - labels.get(i) < 2) {
        return;
      }
    }
    boolean pattern =
        labels.size() >= 2 && below >= MIN_ITEMS_PER_LABEL * labels.size() && areSentences(items);
    boolean figures = labels.size() == 1 && areFigures(items);
    if (pattern || figures) {
      for (int i = 0; i < items.size(); i++) {
        if (!labels.contains(i)) {
          items.set(i, items.get(i).withDepth(items.get(i).depth() + 1));
        }
      }
    }
  }

  private static boolean isTitle(String text) {
    List<String> words = HeadingText.words(text);
    return words.size() >= 2
        && words.size() <= 8
        && !text.endsWith(".")
        && text.indexOf(':') < 0
        && text.chars().noneMatch(Character::isDigit)
        && HeadingText.isTitleCase(text);
  }

  /** Whether the items that are no labels are mostly longer than the labels. */
  private static boolean areSentences(List<Bullet> items) {
    int longer = 0;
    int all = 0;
    for (Bullet item : items) {
      String text = item.text().text();
      if (!isTitle(text)) {
        all++;
        longer += HeadingText.words(text).size() >= 5 ? 1 : 0;
      }
    }
    return longer * 3 >= all * 2;
  }

  /** Whether everything below the first item is a measure with a figure: "Range: $1 - $2". */
  private static boolean areFigures(List<Bullet> items) {
    for (Bullet item : items.subList(1, items.size())) {
      String text = item.text().text();
      int colon = text.indexOf(": ");
      if (colon < 0
          || HeadingText.words(text.substring(0, colon)).size() > 3
          || text.chars().noneMatch(Character::isDigit)) {
        return false;
      }
    }
    return items.size() > 1;
  }
}
