package dev.rolewise.bot.render;

import static dev.rolewise.bot.Examples.AVP_PAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.render.Block.Button;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Note;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Citation FIRST = AVP_PAY.citations().get(0);
  private static final Citation SECOND = AVP_PAY.citations().get(1);
  private static final Buttons BUTTONS = new Buttons(List.of(new Button("x1", "Sources")));
  private static final String WORDS = "words that say something about the role ".repeat(4).strip();

  @Test
  void leavesAReplyAlone_whenItFits() {
    Reply reply = Reply.to(AVP_PAY);

    assertThat(new Budget(4_000, 50).fit(reply)).isSameAs(reply);
  }

  @Test
  void dropsWholeStatementsFromTheEnd_andSaysSo() {
    Reply reply = reply(10, "Ask for one section.");

    Reply fitted = new Budget(1_400, 50).fit(reply);

    assertThat(items(fitted)).isNotEmpty().isEqualTo(items(reply).subList(0, items(fitted).size()));
    assertThat(fitted.blocks())
        .contains(
            new Note(
                (10 - items(fitted).size())
                    + " statements were left out to fit. Ask for one section."),
            BUTTONS)
        .endsWith(BUTTONS);
  }

  @Test
  void keepsOnlySourcesThatAreStillCited() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Item(WORDS, List.of(1)));
    blocks.add(new Item(WORDS.repeat(5), List.of(2)));
    blocks.add(new Sources(List.of(FIRST, SECOND), Quotes.SHORT));

    Reply fitted = new Budget(800, 50).fit(new Reply(blocks));

    assertThat(fitted.citations()).containsExactly(FIRST);
  }

  @Test
  void dropsQuotesThenSuggestionsThenSources_andButtonsLast() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Item("x".repeat(350), List.of(2)));
    blocks.add(new Sources(List.of(SECOND), Quotes.SHORT));
    blocks.add(new Suggestions(List.of("What does it pay, and where, and since when?")));
    blocks.add(BUTTONS);

    assertThat(new Budget(660, 50).fit(new Reply(blocks)).blocks())
        .containsExactly(
            blocks.get(0),
            new Note("Something was left out to fit."),
            new Sources(List.of(SECOND), Quotes.NONE),
            blocks.get(2),
            BUTTONS);
    assertThat(new Budget(515, 50).fit(new Reply(blocks)).blocks())
        .hasSize(4)
        .noneMatch(Suggestions.class::isInstance)
        .endsWith(BUTTONS);
    assertThat(new Budget(460, 50).fit(new Reply(blocks)).blocks())
        .hasSize(3)
        .noneMatch(Sources.class::isInstance)
        .endsWith(BUTTONS);
  }

  @Test
  void dropsRowsOfATable_andHeadingsThatHeadNothing() {
    var rows =
        IntStream.range(0, 20)
            .mapToObj(i -> new Table.Row(List.of("Job", WORDS), List.of()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Pay", List.of()));
    blocks.add(new Table(List.of("Job", "Words"), rows));
    blocks.add(new Heading("More", List.of()));
    blocks.add(new Item(WORDS, List.of()));

    List<Block> fitted = new Budget(900, 50).fit(new Reply(blocks)).blocks();

    assertThat(fitted).hasSize(3);
    assertThat(((Table) fitted.get(1)).rows()).hasSizeBetween(2, 5);
    assertThat(fitted.get(2)).isInstanceOf(Note.class);
  }

  @Test
  void keepsToTheNumberOfBlocks() {
    assertThat(new Budget(100_000, 6).fit(reply(20, "")).blocks()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void refusesABudgetThatHoldsNothing() {
    assertThatThrownBy(() -> new Budget(10, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxChars must be at least 400, got 10");
    assertThatThrownBy(() -> new Budget(1_000, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxBlocks must be at least 3, got 2");
  }

  private static Reply reply(int items, String rest) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Role", List.of()));
    for (int i = 0; i < items; i++) {
      blocks.add(new Item(i + " " + WORDS, List.of(1)));
    }
    blocks.add(new Sources(List.of(FIRST), Quotes.SHORT));
    blocks.add(BUTTONS);
    return new Reply(blocks, rest);
  }

  @Test
  void dividesBetweenStatements_withoutLosingOne() {
    Reply reply = reply(30, "");

    List<Reply> parts = divided(reply, new Budget(1_000, 50));

    assertThat(parts).hasSizeGreaterThan(3);
    assertThat(parts.stream().flatMap(part -> items(part).stream())).isEqualTo(items(reply));
    assertThat(parts.getLast().blocks()).endsWith(BUTTONS);
    assertThat(parts.subList(0, parts.size() - 1))
        .noneMatch(part -> part.blocks().contains(BUTTONS));
  }

  private static List<Reply> divided(Reply reply, Budget budget) {
    List<Reply> parts = new ArrayList<>();
    Reply left = reply;
    for (Optional<Budget.Split> split = budget.split(left);
        split.isPresent();
        split = budget.split(left)) {
      parts.add(split.get().first());
      left = split.get().rest();
    }
    parts.add(left);
    return parts;
  }

  @Test
  void dividesTablesBetweenRows_underTheSameHeader() {
    List<Table.Row> rows =
        IntStream.range(0, 12)
            .mapToObj(i -> new Table.Row(List.of("Role " + i, WORDS), List.of(1)))
            .toList();
    var table = new Table(List.of("Role", "Pay"), rows);

    List<Reply> parts = divided(new Reply(List.of(table)), new Budget(800, 50));

    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts.stream().flatMap(part -> part.blocks().stream()))
        .allSatisfy(
            block -> assertThat(((Table) block).header()).isEqualTo(List.of("Role", "Pay")));
    assertThat(
            parts.stream()
                .flatMap(part -> part.blocks().stream())
                .flatMap(block -> ((Table) block).rows().stream()))
        .isEqualTo(rows);
  }

  @Test
  void keepsHeadingsAndIntroductionsWithWhatFollowsThem() {
    List<Block> blocks =
        List.of(
            new Item(WORDS.repeat(4), List.of()),
            new Heading("Pay", List.of()),
            new Paragraph("It is estimated at:", List.of()),
            new Item(WORDS, List.of()));

    Budget.Split split = new Budget(800, 50).split(new Reply(blocks)).orElseThrow();

    assertThat(split.first().blocks()).isEqualTo(blocks.subList(0, 1));
    assertThat(split.rest().blocks()).isEqualTo(blocks.subList(1, 4));
  }

  @Test
  void dividesAStatementThatIsTooLong_betweenWords() {
    var reply = new Reply(List.of(new Item(WORDS.repeat(20), List.of(1)), BUTTONS));

    Budget.Split split = new Budget(800, 50).split(reply).orElseThrow();

    List<Block> blocks = new ArrayList<>(split.first().blocks());
    assertThat(blocks).hasSize(2);
    blocks.addAll(split.rest().blocks());
    assertThat(blocks).endsWith(BUTTONS);
    assertThat(blocks.subList(0, blocks.size() - 1))
        .allMatch(block -> block instanceof Item(_, var marks) && marks.equals(List.of(1)))
        .extracting(block -> ((Item) block).text())
        .satisfies(texts -> assertThat(String.join(" ", texts)).isEqualTo(WORDS.repeat(20)));
  }

  @Test
  void dividesNothing_whenTheFirstRowIsTooLong() {
    var table =
        new Table(List.of("Role"), List.of(new Table.Row(List.of(WORDS.repeat(20)), List.of())));

    assertThat(new Budget(800, 50).split(new Reply(List.of(table, BUTTONS)))).isEmpty();
  }

  @Test
  void keepsSourcesThatEarlierMessagesCite() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Item(WORDS, List.of(2)));
    blocks.add(new Item(WORDS.repeat(5), List.of(2)));
    blocks.add(new Sources(List.of(FIRST, SECOND), Quotes.SHORT));

    Reply fitted = new Budget(900, 50).fit(new Reply(blocks), Set.of(1));

    assertThat(items(fitted)).hasSize(1);
    assertThat(fitted.citations()).containsExactly(FIRST, SECOND);
  }

  private static List<Block> items(Reply reply) {
    return reply.blocks().stream().filter(Item.class::isInstance).toList();
  }
}
