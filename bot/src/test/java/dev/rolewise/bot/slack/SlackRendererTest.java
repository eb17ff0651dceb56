package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.bot.Examples;
import dev.rolewise.bot.HostileReplies;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Button;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Image;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Block.Table;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.bot.render.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SlackRendererTest {
  private static final ToIds IDS = question -> "q" + question.length();
  private static final SlackRenderer SLACK = new SlackRenderer(IDS).withFeedback("a17");
  private static final String LONG = "Join metal parts with heat and read drawings. ";

  /** Live markup; the program itself writes bold, quotes, fences and italics. */
  private static final Pattern LIVE =
      Pattern.compile(
          "<|~|(?i:https?://|mailto:\\w|www\\.\\w)|[@#]\\w|[\\u200b\\ufeff\\u202e]"
              + "|&(?!(?:amp|lt|gt);)");

  @Test
  void keepsWhatIsSaidWithItsSources() {
    SlackMessage message = SLACK.render(Reply.to(Examples.AVP_PAY));

    assertThat(SlackLimits.problems(message)).isEmpty();
    assertThat(message.text())
        .startsWith(
            "An AVP of AI and ML is estimated at:\n• Base: $180,000 to $220,000 a year. [1]")
        .contains("Sources\n", "You could ask next: And one level up?");
    assertThat(types(message))
        .containsExactly("section", "section", "context", "context", "actions", "context_actions");
  }

  @Test
  void leavesOutWholeStatements_butNoSourcesAndNoButtons_whenTheReplyIsTooLong() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      blocks.add(new Item(i + " " + LONG.repeat(4).strip(), List.of(1)));
    }
    blocks.add(new Sources(List.of(Examples.cite(1, Examples.BASE)), Sources.Quotes.SHORT));
    blocks.add(new Suggestions(List.of("What does an AVP make?")));
    blocks.add(new Buttons(List.of(new Button("sources:a17", "Sources"))));

    SlackMessage message = SLACK.render(new Reply(blocks, "Ask for a part of it."));

    assertThat(SlackLimits.problems(message)).isEmpty();
    assertThat(message.blocksJson())
        .contains(
            "*Sources*",
            "sources:a17",
            "ask:0",
            "good:a17",
            "statements were left out to fit. Ask for a part of it.");
    for (JsonNode block : SlackLimits.read(message.blocksJson())) {
      if (block.path("type").asText().equals("section")) {
        assertThat(block.path("text").path("text").asText().lines())
            .allMatch(line -> line.matches("• \\d+ Join .*drawings\\. \\[1]"));
      }
    }
    assertThat(message.text()).hasSizeGreaterThan(3000).endsWith("The message holds more.");
  }

  @Test
  void losesNoWord_whenOneStatementNeedsSeveralSections() {
    String statement = LONG.repeat(150).strip();

    SlackMessage message =
        SLACK.render(new Reply(List.of(new Paragraph(statement, List.of(1, 2)))));

    List<String> sections = texts(message, "section");
    assertThat(sections).hasSize(3);
    assertThat(String.join(" ", sections)).isEqualTo(statement + " [1][2]");
  }

  @Test
  void cutsALabelAtAWord_andKeepsTheQuestionBehindItsId() {
    String question =
        "What does a data engineer with eight years of experience make in San"
            + " Francisco, base and total?";
    SlackMessage message =
        new SlackRenderer(asked -> asked.equals(question) ? "q1" : "wrong")
            .render(new Reply(List.of(new Suggestions(List.of(question)))));

    JsonNode button = SlackLimits.read(message.blocksJson()).path(1).path("elements").path(0);

    assertThat(SlackLimits.problems(message)).isEmpty();
    assertThat(button.path("text").path("text").asText())
        .isEqualTo("What does a data engineer with eight years of experience make in San…");
    assertThat(button.path("value").asText()).isEqualTo("q1");
  }

  @Test
  void drawsAChart_whenSlackCanShowAllOfIt() {
    Image closed =
        Image.of(HostileReplies.chart(HostileReplies.bar("Base salary", 100_000, 120_000)));
    Image open =
        Image.of(HostileReplies.chart(HostileReplies.bar("Base salary", 100_000, Double.NaN)));

    assertThat(types(SLACK.render(new Reply(List.of(closed)))))
        .containsExactly("data_visualization", "context", "context_actions");
    assertThat(SLACK.needsPicture(new Reply(List.of(closed)))).isFalse();
    assertThat(SLACK.fallback().needsPicture(new Reply(List.of(closed)))).isTrue();
    assertThat(SLACK.needsPicture(new Reply(List.of(open)))).isTrue();
    assertThat(types(SLACK.render(new Reply(List.of(open)))))
        .containsExactly("section", "context_actions");
    assertThat(types(SLACK.withPicture("F0123ABCD").render(new Reply(List.of(open)))))
        .containsExactly("image", "context_actions");
  }

  @Test
  void drawsARangeAndItsAverageApart_withTheSameValues() {
    Bar bar =
        HostileReplies.bar("Base salary", 100_000, 120_500.5)
            .with(new Mark(Mark.Kind.AVERAGE, 110_000, "$110,000", 2));

    SlackMessage message = SLACK.render(new Reply(List.of(Image.of(HostileReplies.chart(bar)))));

    assertThat(SlackLimits.problems(message)).isEmpty();
    assertThat(message.blocksJson())
        .contains(
            "\"title\":\"Pay: Welder (ranges)\"",
            "{\"name\":\"Low\",\"data\":[{\"label\":\"Base salary [1]\",\"value\":100000}]}",
            "{\"name\":\"High\",\"data\":[{\"label\":\"Base salary [1]\",\"value\":120500.5}]}",
            "\"title\":\"Pay: Welder (single figures)\"",
            "{\"name\":\"Average\",\"data\":[{\"label\":\"Base salary [2]\",\"value\":110000}]}");
  }

  @Test
  void usesOneTable_andWritesTheNextAsText() {
    Table table = HostileReplies.table(3, 3, "cell");

    SlackMessage message = SLACK.render(new Reply(List.of(table, table)));

    assertThat(SlackLimits.problems(message)).isEmpty();
    assertThat(types(message)).containsExactly("table", "section", "context_actions");
  }

  @Test
  void mentionsOnlyTheSharer() {
    SlackMessage message =
        SLACK
            .shared(Optional.of("<@U999> what?"), "U012AB3CD")
            .render(Reply.to(Examples.NO_BAKERS));

    assertThat(message.blocksJson().split("<", -1)).hasSize(2);
    assertThat(message.blocksJson()).contains("Shared by <@U012AB3CD>");
    assertThat(SlackLimits.problems(message)).isEmpty();
    assertThatThrownBy(() -> SLACK.shared(Optional.empty(), "U1> <!channel"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user must be the id of a user");
  }

  @Test
  void staysWithinTheLimits_andHarmless_whateverTheReply() {
    var random = new Random(4);
    for (int i = 0; i < 80; i++) {
      Reply reply = HostileReplies.reply(random);

      for (SlackRenderer renderer :
          List.of(SLACK, SLACK.fallback(), SLACK.fallback().withPicture("F0123ABCD"))) {
        SlackMessage message = renderer.render(reply);

        assertThat(SlackLimits.problems(message)).as("%s", i).isEmpty();
        assertThat(message.text()).doesNotContainPattern(LIVE);
        mrkdwn(SlackLimits.read(message.blocksJson()))
            .forEach(text -> assertThat(text).doesNotContainPattern(LIVE));
        assertThat(renderer.render(reply)).isEqualTo(message);
      }
      assertThat(SlackLimits.problemsOfView(SlackViews.page("Why", reply, IDS))).isEmpty();
      assertThat(
              SlackLimits.problemsOfView(
                  SlackViews.share("a17", Optional.of(HostileReplies.text(random)), reply, IDS)))
          .isEmpty();
    }
  }

  private static List<String> types(SlackMessage message) {
    List<String> types = new ArrayList<>();
    SlackLimits.read(message.blocksJson()).forEach(block -> types.add(block.path("type").asText()));
    return types;
  }

  private static List<String> texts(SlackMessage message, String type) {
    List<String> texts = new ArrayList<>();
    for (JsonNode block : SlackLimits.read(message.blocksJson())) {
      if (block.path("type").asText().equals(type)) {
        texts.add(block.path("text").path("text").asText());
      }
    }
    return texts;
  }

  private static List<String> mrkdwn(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.path("type").asText().equals("mrkdwn")) {
      texts.add(node.path("text").asText());
    }
    node.forEach(child -> texts.addAll(mrkdwn(child)));
    return texts;
  }
}
