package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Comparison;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Image;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Note;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Quote;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Block.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of a reply a platform takes. What is too much for one message is divided between several
 * where a platform can do that. What is too much altogether is left out as whole statements, from
 * the end; sources lose their quotes next, and suggestions, sources and buttons go last, in that
 * order.
 *
 * @param maxChars characters of all texts together
 * @param maxBlocks parts of a message
 */
public record Budget(int maxChars, int maxBlocks) {
  /** Messages that one reply is divided between at most: nobody reads more of them in a chat. */
  public static final int MAX_MESSAGES = 5;

  /** Fewest characters that hold anything. */
  private static final int MIN_CHARS = 400;

  /** A number with as many digits as statements can be left out. */
  private static final int MANY = 999;

  /** Characters that a citation mark takes. */
  private static final int MARK_CHARS = 5;

  public Budget {
    if (maxChars < MIN_CHARS) {
      throw new IllegalArgumentException(
          "maxChars must be at least " + MIN_CHARS + ", got " + maxChars);
    }
    if (maxBlocks < 3) {
      throw new IllegalArgumentException("maxBlocks must be at least 3, got " + maxBlocks);
    }
  }

  /**
   * A reply divided in two.
   *
   * @param first from its beginning, whole statements, neither sources of others nor buttons
   * @param rest all the others, with the same words for what a platform leaves out
   */
  public record Split(Reply first, Reply rest) {
    public Split {
      requireNonNull(first, "first");
      requireNonNull(rest, "rest");
    }
  }

  /**
   * Divides a reply so that the first part fits and is as long as can be. Tables are divided
   * between rows, comparisons between topics, quotes between lines and lists between items; no
   * heading is parted from what it heads. A sentence or item that is too long by itself is divided
   * between words, and every piece marks its citations. Sources, suggestions and buttons come last.
   *
   * @return none if not even the first statement fits, or if there is nothing to divide
   */
  public Optional<Split> split(Reply reply) {
    List<Block> blocks = reply.blocks().stream().flatMap(this::pieces).toList();
    int end = blocks.size();
    while (end > 0 && isEnd(blocks.get(end - 1))) {
      end--;
    }
    if (end == 0 && !blocks.isEmpty() && blocks.getFirst() instanceof Sources) {
      end = 1;
    }
    List<Unit> units = units(blocks.subList(0, end));
    int size = 0;
    while (size < units.size() && holds(joined(units.subList(0, size + 1)), 0)) {
      size++;
    }
    while (size > 0 && size < units.size() && leads(units.get(size - 1), units.get(size))) {
      size--;
    }
    List<Block> rest = new ArrayList<>(joined(units.subList(size, units.size())));
    rest.addAll(blocks.subList(end, blocks.size()));
    return size == 0 || rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Split(
                new Reply(joined(units.subList(0, size)), reply.rest()),
                new Reply(rest, reply.rest())));
  }

  /** A statement as it is if it fits, or in pieces of which two do, or one below a heading. */
  private Stream<Block> pieces(Block block) {
    if (chars(block) <= maxChars) {
      return Stream.of(block);
    }
    int room = Math.max(maxChars / 2 - chars("", marks(block)), maxChars / 4);
    return switch (block) {
      case Paragraph(var text, var marks) ->
          VisibleText.pieces(text, room).stream().map(piece -> new Paragraph(piece, marks));
      case Item(var text, var marks) ->
          VisibleText.pieces(text, room).stream().map(piece -> new Item(piece, marks));
      default -> Stream.of(block);
    };
  }

  /**
   * The smallest part that is not divided.
   *
   * @param place of the block it is from
   */
  private record Unit(int place, Block block) {}

  private static List<Unit> units(List<Block> blocks) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int place = i;
      Stream<Block> parts =
          switch (blocks.get(i)) {
            case Table(var header, var rows) ->
                rows.stream().map(row -> new Table(header, List.of(row)));
            case Comparison(var columns, var topics) ->
                topics.stream().map(topic -> new Comparison(columns, List.of(topic)));
            case Quote(var where, var lines) ->
                lines.stream().map(line -> new Quote(where, List.of(line)));
            case Sources(var citations, var quotes) ->
                citations.stream().map(citation -> new Sources(List.of(citation), quotes));
            case Block block -> Stream.of(block);
          };
      parts.forEach(part -> units.add(new Unit(place, part)));
    }
    return units;
  }

  /** Whether the first says nothing without the second. */
  private static boolean leads(Unit first, Unit second) {
    return first.block() instanceof Heading
        || (first.block() instanceof Paragraph(var text, _)
            && text.strip().endsWith(":")
            && second.block() instanceof Item);
  }

  /** The blocks that units are from, as far as the units are there. */
  private static List<Block> joined(List<Unit> units) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= units.size(); i++) {
      if (i == units.size() || units.get(i).place() != units.get(start).place()) {
        blocks.add(joinedBlock(units.subList(start, i).stream().map(Unit::block).toList()));
        start = i;
      }
    }
    return blocks;
  }

  private static Block joinedBlock(List<Block> parts) {
    return switch (parts.getFirst()) {
      case Table(var header, _) ->
          new Table(header, all(parts, Table.class).flatMap(part -> part.rows().stream()).toList());
      case Comparison(var columns, _) ->
          new Comparison(
              columns,
              all(parts, Comparison.class).flatMap(part -> part.topics().stream()).toList());
      case Quote(var place, _) ->
          new Quote(place, all(parts, Quote.class).flatMap(part -> part.lines().stream()).toList());
      case Sources(_, var quotes) ->
          new Sources(
              all(parts, Sources.class).flatMap(part -> part.citations().stream()).toList(),
              quotes);
      case Block block -> block;
    };
  }

  private static <B extends Block> Stream<B> all(List<Block> parts, Class<B> kind) {
    return parts.stream().map(kind::cast);
  }

  /** Numbers of the citations that a reply marks. */
  public static Set<Integer> cited(Reply reply) {
    return reply.blocks().stream()
        .flatMap(block -> marks(block).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The reply as it is if it fits, or what fits of it with a note about the rest. */
  public Reply fit(Reply reply) {
    return fit(reply, Set.of());
  }

  /**
   * The end of a reply as it is if it fits, or what fits of it with a note about the rest.
   *
   * @param citedBefore what the messages before it cite of its sources
   */
  public Reply fit(Reply reply, Set<Integer> citedBefore) {
    if (holds(reply.blocks(), 0)) {
      return reply;
    }
    List<Block> blocks = new ArrayList<>(reply.blocks());
    int leftOut = 0;
    int reserved = note(MANY, reply.rest()).length();
    while (!holds(blocks, reserved) && dropStatement(blocks)) {
      leftOut++;
      blocks = withoutLooseEnds(blocks, citedBefore);
    }
    if (!holds(blocks, reserved)) {
      blocks.replaceAll(block ->
          block instanceof Sources(var citations, _) ? new Sources(citations, Quotes.NONE) : block);
    }
    dropUnlessFits(blocks, Suggestions.class, reserved);
    dropUnlessFits(blocks, Sources.class, reserved);
    dropUnlessFits(blocks, Buttons.class, reserved);
    int place = blocks.size();
    while (place > 0 && isEnd(blocks.get(place - 1))) {
      place--;
    }
    blocks.add(place, new Note(note(leftOut, reply.rest())));
    return new Reply(blocks, reply.rest());
  }

  private static String note(int leftOut, String rest) {
    String what =
        leftOut == 0
            ? "Something was left out to fit."
            : leftOut == 1
                ? "One statement was left out to fit."
                : leftOut + " statements were left out to fit.";
    return rest.isEmpty() ? what : what + " " + rest;
  }

  private boolean holds(List<Block> blocks, int reserved) {
    return blocks.size() + (reserved > 0 ? 1 : 0) <= maxBlocks
        && blocks.stream().mapToInt(Budget::chars).sum() + reserved <= maxChars;
  }

  private void dropUnlessFits(List<Block> blocks, Class<? extends Block> kind, int reserved) {
    if (!holds(blocks, reserved)) {
      blocks.removeIf(kind::isInstance);
    }
  }

  private static boolean isEnd(Block block) {
    return block instanceof Sources || block instanceof Suggestions || block instanceof Buttons;
  }

  /** Takes the last statement out; the first one of a reply stays. */
  private static boolean dropStatement(List<Block> blocks) {
    int first = 0;
    while (first < blocks.size() && !isStatement(blocks.get(first))) {
      first++;
    }
    for (int i = blocks.size() - 1; i >= first; i--) {
      switch (blocks.get(i)) {
        case Table(var header, var rows) when rows.size() > 1 -> {
          blocks.set(i, new Table(header, rows.subList(0, rows.size() - 1)));
          return true;
        }
        case Comparison comparison when longestCell(comparison) > 1 -> {
          blocks.set(i, shortened(comparison));
          return true;
        }
        case Quote(var place, var lines) when lines.size() > 1 -> {
          blocks.set(i, new Quote(place, lines.subList(0, lines.size() - 1)));
          return true;
        }
        case Block block -> {
          if (isStatement(block) && i > first) {
            blocks.remove(i);
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isStatement(Block block) {
    return switch (block) {
      case Item _, Paragraph _, Table _, Comparison _, Quote _ -> true;
      case Heading _, Image _, Note _, Sources _, Suggestions _, Buttons _ -> false;
    };
  }

  private static int longestCell(Comparison comparison) {
    return comparison.topics().stream()
        .flatMap(row -> row.cells().stream())
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Every side of a topic keeps as much as the others: the last of the longest cells goes. */
  private static Comparison shortened(Comparison comparison) {
    int longest = longestCell(comparison);
    List<Comparison.Topic> rows = new ArrayList<>(comparison.topics());
    for (int i = rows.size() - 1; i >= 0; i--) {
      List<List<Item>> cells = new ArrayList<>(rows.get(i).cells());
      for (int j = cells.size() - 1; j >= 0; j--) {
        if (cells.get(j).size() == longest) {
          cells.set(j, cells.get(j).subList(0, longest - 1));
          rows.set(i, new Comparison.Topic(rows.get(i).name(), cells));
          return new Comparison(comparison.columns(), rows);
        }
      }
    }
    return comparison;
  }

  /** Without headings that head nothing any more and without sources that nothing cites. */
  private static List<Block> withoutLooseEnds(List<Block> blocks, Set<Integer> citedBefore) {
    Set<Integer> cited = new HashSet<>(citedBefore);
    blocks.forEach(block -> cited.addAll(marks(block)));
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case Heading heading -> {
          boolean isFirst = i == 0;
          boolean headsSomething = i + 1 < blocks.size() && isStatement(blocks.get(i + 1));
          boolean headsHeading = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Heading;
          if (isFirst || headsSomething || headsHeading) {
            kept.add(heading);
          }
        }
        case Sources(var citations, var quotes) -> {
          List<Citation> left =
              citations.stream().filter(citation -> cited.contains(citation.number())).toList();
          if (!left.isEmpty()) {
            kept.add(new Sources(left, quotes));
          }
        }
        case Block block -> kept.add(block);
      }
    }
    return kept;
  }

  private static List<Integer> marks(Block block) {
    return switch (block) {
      case Heading(_, var marks) -> marks;
      case Paragraph(_, var marks) -> marks;
      case Item(_, var marks) -> marks;
      case Table(_, var rows) -> rows.stream().flatMap(row -> row.marks().stream()).toList();
      case Comparison(_, var rows) ->
          rows.stream()
              .flatMap(row -> row.cells().stream())
              .flatMap(List::stream)
              .flatMap(item -> item.marks().stream())
              .toList();
      case Image image -> image.chart().bars().stream().flatMap(Budget::marks).toList();
      case Quote _, Note _, Sources _, Suggestions _, Buttons _ -> List.of();
    };
  }

  private static Stream<Integer> marks(PayChart.Bar bar) {
    return Stream.concat(
        bar.span().stream().map(PayChart.Span::citation),
        bar.mark().stream().map(PayChart.Mark::citation));
  }

  private static int chars(Block block) {
    return switch (block) {
      case Heading(var text, var marks) -> chars(text, marks);
      case Paragraph(var text, var marks) -> chars(text, marks);
      case Item(var text, var marks) -> chars(text, marks);
      case Note(var text) -> text.length();
      case Image image -> image.altText().length();
      case Table(var header, var rows) ->
          chars(header) + rows.stream().mapToInt(r -> chars(r.cells()) + marks(r.marks())).sum();
      case Comparison(var columns, var rows) ->
          chars(columns)
              + rows.stream()
                  .mapToInt(row ->
                      row.name().length()
                          + row.cells().stream()
                              .mapToInt(cell ->
                                  cell.isEmpty()
                                      ? Words.GAP.length()
                                      : cell.stream().mapToInt(Budget::chars).sum())
                              .sum())
                  .sum();
      case Quote(var place, var lines) ->
          place.length() + lines.stream().mapToInt(line -> line.text().length() + 8).sum();
      case Sources(var citations, var quotes) ->
          quotes == Quotes.NONE
              ? chars(Words.places(citations))
              : citations.stream().mapToInt(citation -> chars(citation, quotes)).sum();
      case Suggestions(var questions) -> chars(questions);
      case Buttons(var buttons) -> buttons.stream().mapToInt(b -> b.label().length()).sum();
    };
  }

  private static int chars(Citation citation, Quotes quotes) {
    int quote =
        switch (quotes) {
          case NONE -> 0;
          case SHORT -> Math.min(citation.quote().length(), TextRenderer.MAX_QUOTE_CHARS);
          case WHOLE -> citation.quote().length();
        };
    return Words.place(citation).length() + quote + 10;
  }

  private static int chars(String text, List<Integer> marks) {
    return text.length() + marks(marks) + 3;
  }

  private static int marks(List<Integer> marks) {
    return MARK_CHARS * marks.size();
  }

  private static int chars(List<String> texts) {
    return texts.stream().mapToInt(text -> text.length() + 3).sum();
  }
}
