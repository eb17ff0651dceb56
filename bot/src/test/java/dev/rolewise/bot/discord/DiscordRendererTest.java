package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.bot.Examples;
import dev.rolewise.bot.HostileReplies;
import dev.rolewise.bot.discord.DiscordPart.Group;
import dev.rolewise.bot.discord.DiscordPart.Text;
import dev.rolewise.bot.discord.Frame.Byline;
import dev.rolewise.bot.discord.Frame.Deed;
import dev.rolewise.bot.discord.Frame.Questions;
import dev.rolewise.bot.platform.Audience;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Button;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Comparison;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Image;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Note;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Quote;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Block.Table;
import dev.rolewise.bot.render.ChartImage;
import dev.rolewise.bot.render.ChartImage.Drawing;
import dev.rolewise.bot.render.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscordRendererTest {
  private static final Image CHART =
      Image.of(HostileReplies.chart(HostileReplies.bar("Base salary", 100_000, 120_000)));
  private static final Drawing PICTURE = new ChartImage().draw(CHART.chart());
  private static final DiscordRenderer DISCORD = new DiscordRenderer(_ -> PICTURE);
  private static final Frame FRAME =
      Frames.of(Reply.to(Examples.AVP_PAY), "avp pay?", Audience.ALL);
  private static final Frame PRIVATE =
      Frames.of(Reply.to(Examples.AVP_PAY), "avp pay?", Audience.ONE_IN_A_CHANNEL);
  private static final String LONG = "Join metal parts with heat and read drawings. ";

  @Test
  void countsTheBreakBetweenTextsThatShareADisplay() {
    var joined = new DiscordPages();
    var apart = new DiscordPages();
    for (int i = 0; i < 19; i++) {
      joined.add(text(100));
    }
    joined.add(text(2_100));
    apart.add(text(2_000));
    apart.add(text(2_000));

    assertThat(joined.messages()).hasSize(2);
    assertThat(apart.messages()).hasSize(1);
  }

  private static Group text(int chars) {
    return new Group(List.of(new Text("x".repeat(chars))));
  }

  @Test
  void keepsWhatIsSaidWithItsSources() {
    List<DiscordMessage> messages = DISCORD.render(Reply.to(Examples.AVP_PAY), FRAME);

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(Sent.texts(messages).getFirst())
        .isEqualTo(
            """
            An AVP of AI and ML is estimated at:
            - Base: $180,000 to $220,000 a year. [1]
            - Total: $250,000 to $350,000 a year. [2]\
            """);
    assertThat(Sent.types(messages)).containsExactly("17 10 10 14 10 10 1 2 2 1 2 2 2 2");
  }

  @Test
  void goesOnInTheNextMessage_withStatementsWhole_andButtonsOnTheLast() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Welder", List.of()));
    for (int i = 0; i < 70; i++) {
      blocks.add(new Item(i + " " + LONG.repeat(3).strip(), List.of(1)));
    }
    blocks.add(new Sources(List.of(Examples.cite(1, Examples.BASE)), Sources.Quotes.SHORT));

    List<DiscordMessage> messages = DISCORD.render(new Reply(blocks), FRAME);

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(messages).hasSize(3);
    assertThat(
            Sent.texts(messages).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("- ")))
        .hasSize(70)
        .allMatch(line -> line.matches("- \\d+ Join .*drawings\\. \\[1]"));
    assertThat(Sent.json(messages.get(0)) + Sent.json(messages.get(1))).doesNotContain("good:a17");
    assertThat(Sent.json(messages.getLast())).contains("**Sources**", "good:a17");
  }

  @Test
  void keepsAListWithItsHeading_whenBothFitTheNextMessage() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(LONG.repeat(70), List.of()));
    blocks.add(new Heading("Duties", List.of()));
    IntStream.range(0, 10).forEach(i -> blocks.add(new Item(i + LONG.repeat(3), List.of())));

    List<DiscordMessage> messages = DISCORD.render(new Reply(blocks), FRAME);

    assertThat(messages).hasSize(2);
    assertThat(Sent.texts(messages.subList(1, 2)).getFirst())
        .startsWith("### Duties\n- 0Join")
        .contains("\n- 9Join");
  }

  @Test
  void leavesOutWholeStatements_butNoSourcesAndNoButtons_whenFourMessagesAreTooFew() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      blocks.add(new Item(i + " " + LONG.repeat(4).strip(), List.of(1)));
    }
    blocks.add(new Sources(List.of(Examples.cite(1, Examples.BASE)), Sources.Quotes.SHORT));
    blocks.add(new Suggestions(List.of("What does an AVP make?")));
    blocks.add(new Buttons(List.of(new Button("page:2", "More"))));

    List<DiscordMessage> messages =
        DISCORD.render(new Reply(blocks, "Ask for a part of it."), FRAME);

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(messages).hasSize(4);
    assertThat(Sent.json(messages.getLast()))
        .contains(
            "**Sources**",
            "What does an AVP make?",
            "page:2",
            "good:a17",
            "statements were left out to fit. Ask for a part of it.");
    assertThat(Sent.texts(messages).stream().flatMap(String::lines))
        .filteredOn(line -> line.startsWith("- "))
        .hasSizeGreaterThan(70)
        .allMatch(line -> line.endsWith("drawings. [1]"));
  }

  @Test
  void losesNoWord_whenOneStatementNeedsSeveralMessages() {
    String statement = LONG.repeat(150).strip();

    List<DiscordMessage> messages =
        DISCORD.render(new Reply(List.of(new Paragraph(statement, List.of(1, 2)))), Frame.NONE);

    assertThat(messages).hasSize(2);
    assertThat(String.join(" ", Sent.texts(messages))).isEqualTo(statement + " [1][2]");
  }

  @Test
  void drawsANarrowTableInACodeBlock_andAWideOneAsAList() {
    Table narrow =
        new Table(
            List.of("Place", "Pay"),
            List.of(
                new Table.Row(List.of("Alberta", "$24.00"), List.of(1)),
                new Table.Row(List.of("Ontario ```", "$20.00"), List.of(2))));
    Table wide =
        new Table(
            List.of("Place", "Pay", "Note"),
            List.of(new Table.Row(List.of("Alberta", "$24.00", LONG), List.of(1))));

    assertThat(Sent.texts(DISCORD.render(new Reply(List.of(narrow)), Frame.NONE)))
        .containsExactly(
            """
            ```
            Place        Pay
            Alberta      $24.00 [1]
            Ontario ˋˋˋ  $20.00 [2]
            ```\
            """);
    assertThat(Sent.texts(DISCORD.render(new Reply(List.of(wide)), Frame.NONE)))
        .containsExactly("- **Alberta** – Pay: $24.00; Note: " + LONG.strip() + " [1]");
  }

  @Test
  void beginsEveryCodeBlockWithTheHeader_whenATableNeedsSeveral() {
    Table table = HostileReplies.table(400, 3, "some cell");

    List<DiscordMessage> messages = DISCORD.render(new Reply(List.of(table)), Frame.NONE);

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(Sent.texts(messages))
        .filteredOn(text -> text.contains("some cell"))
        .hasSizeGreaterThan(2)
        .allMatch(text -> text.startsWith("```\nColumn     Column     Column\nsome"))
        .allMatch(text -> text.endsWith("[1]\n```"));
  }

  @Test
  void showsAPictureOfAChart_withTheSameInWords() {
    List<DiscordMessage> messages = DISCORD.render(new Reply(List.of(CHART)), FRAME);

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(messages.getFirst().pictures())
        .extracting(DiscordMessage.Picture::altText)
        .containsExactly(CHART.altText());
    JsonNode gallery =
        Sent.read(Sent.json(messages.getFirst())).at("/components/0/components/0/items/0");
    assertThat(gallery.at("/media/url").asText()).isEqualTo("attachment://chart-1.png");
    assertThat(gallery.path("description").asText()).isEqualTo(CHART.altText());
    assertThat(
            Sent.texts(
                new DiscordRenderer(_ -> new Drawing.NoFonts())
                    .render(new Reply(List.of(CHART)), Frame.NONE)))
        .containsExactly(CHART.altText());
  }

  @Test
  void offersQuestionsAsButtons_besideTheirWords_orInASelect() {
    List<String> few = List.of("And one level up?", "And the base?");
    String longQuestion = "And " + "what of the base pay ".repeat(5) + "of a *welder*?";
    List<String> many = IntStream.range(0, 30).mapToObj(i -> "And in year " + i + "?").toList();

    List<DiscordMessage> buttons = suggested(few);
    List<DiscordMessage> beside = suggested(List.of("And the base?", longQuestion));
    List<DiscordMessage> select = suggested(many);

    assertThat(Sent.types(buttons)).containsExactly("17 10 1 2 2");
    assertThat(Sent.types(beside)).containsExactly("17 10 9 10 2 9 10 2");
    assertThat(Sent.texts(beside)).contains(longQuestion.replace("*", "\\*"));
    assertThat(Sent.types(select)).containsExactly("17 10 1 3");
    JsonNode menu =
        Sent.read(Sent.json(select.getFirst())).at("/components/0/components/1/components/0");
    assertThat(menu.path("custom_id").asText()).isEqualTo("asked:a17");
    assertThat(menu.path("options")).hasSize(25);
    assertThat(Sent.texts(DISCORD.render(new Reply(List.of(new Suggestions(few))), Frame.NONE)))
        .containsExactly("-# You could ask next:\n- And one level up?\n- And the base?");
  }

  @Test
  void namesOnlyWhoAskedOrShared_andNotifiesNobody() {
    List<DiscordMessage> messages =
        DISCORD.render(
            Reply.to(Examples.NO_BAKERS),
            Frame.NONE
                .withQuestion("<@999> what?")
                .with(new Byline(Deed.ASKED, "80351110224678912")));

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(Sent.texts(messages))
        .startsWith("**Question:** <\u2060@\u2060999> what?")
        .contains("-# Asked by <@80351110224678912>");
    assertThatThrownBy(() -> new Byline(Deed.SHARED, "1> @everyone"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user must be the id of a user");
  }

  @Test
  void refusesIdsThatDiscordWouldRefuse() {
    assertThatThrownBy(() -> new Questions("x".repeat(101), question -> question))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an id must have 1 to 100 characters, got 101");
  }

  @Test
  void takesHundredsOfKilobytes_fromADocumentAndFromAQuestion() {
    String huge = "@everyone <@1> **https://evil.example** ``` ".repeat(2_500);
    List<Block> blocks =
        List.of(
            new Heading(huge, List.of(1)),
            new Paragraph(huge, List.of(1)),
            new Item(huge, List.of(1)),
            new Quote(huge, List.of(new Quote.Line(1, huge, Quote.Role.CITED))),
            new Table(List.of(huge, huge), List.of(new Table.Row(List.of(huge, huge), List.of(1)))),
            new Note(huge),
            new Suggestions(List.of(huge)));

    List<DiscordMessage> messages =
        DISCORD.render(new Reply(blocks, huge), FRAME.withQuestion(huge));

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(Sent.texts(messages))
        .allSatisfy(
            text -> assertThat(text.lines().map(Live::anywhere)).allMatch(Optional::isEmpty));
    assertThat(Sent.json(messages.getLast())).contains("good:a17");
  }

  @Test
  void leavesOutTheLastParts_whenThereAreTooManyForAnyCut() {
    Comparison.Topic topic =
        new Comparison.Topic("Pay", Collections.nCopies(30, List.of(new Item(LONG, List.of(1)))));
    Comparison comparison =
        new Comparison(Collections.nCopies(30, "Welder"), Collections.nCopies(40, topic));

    List<DiscordMessage> messages =
        DISCORD.render(new Reply(List.of(comparison), "Compare fewer."), FRAME);

    assertThat(Sent.problems(messages)).isEmpty();
    assertThat(Sent.texts(messages)).last().asString().contains("left out to fit. Compare fewer.");
    assertThat(Sent.json(messages.getLast())).contains("good:a17");
  }

  @Test
  void staysWithinTheLimits_andHarmless_whateverTheReply() {
    var random = new Random(4);
    for (int i = 0; i < 80; i++) {
      Reply reply = HostileReplies.reply(random);
      Frame frame = PRIVATE.withQuestion(HostileReplies.text(random));

      List<DiscordMessage> messages = DISCORD.render(reply, frame);

      assertThat(Sent.problems(messages)).as("%s", i).isEmpty();
      for (String text : Sent.texts(messages)) {
        text.lines().forEach(line -> assertThat(Live.anywhere(line)).as(text).isEmpty());
        assertThat(text.split("```", -1).length % 2).as(text).isEqualTo(1);
      }
      assertThat(DISCORD.render(reply, frame).stream().map(Sent::json))
          .containsExactlyElementsOf(messages.stream().map(Sent::json).toList());
    }
  }

  private static List<DiscordMessage> suggested(List<String> questions) {
    List<DiscordMessage> messages =
        DISCORD.render(
            new Reply(List.of(new Suggestions(questions))),
            Frame.NONE.with(FRAME.questions().orElseThrow()));
    assertThat(Sent.problems(messages)).isEmpty();
    return messages;
  }
}
