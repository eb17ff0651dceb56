package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.Replies;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reply of every command, as Slack is sent it. */
class SlackRepliesTest {
  private static final ToIds IDS = question -> "q" + Integer.toHexString(question.hashCode());
  private static final SlackRenderer SLACK = new SlackRenderer(IDS).withFeedback("a17");
  private static final Library BUNDLED = Corpus.library(Corpus.KNOWLEDGE);
  private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");

  @TempDir private static Path folder;
  private static Library desk;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    desk = Corpus.library(Desk.knowledge(folder, Desk.DOCUMENTS));
  }

  @Test
  void showsEveryReplyAsReviewed() {
    Replies.ofEachKind(desk).forEach(SlackRepliesTest::golden);
  }

  @Test
  void showsWhatIsShared_withItsQuestionAndItsSharer() {
    Reply reply = Replies.reply(desk, "ask", "question", "what does a welder earn in Alberta?");

    golden(
        "shared",
        new SlackRenderer(IDS)
            .shared(Optional.of("what does a <!here> *welder* earn?"), "U012AB3CD")
            .render(reply));
  }

  @Test
  void fitsIntoMessages_forEveryReplyOfTheDesk() {
    assertThat(problems(Replies.of(desk))).isEmpty();
  }

  @Test
  void fitsIntoMessages_forEveryReplyOfTheBundledDocuments() {
    assertThat(problems(Replies.of(BUNDLED))).isEmpty();
  }

  @Test
  void fitsIntoMessages_forEveryAnswerToTheQuestionsOfTheProject() {
    assertThat(problems(Replies.toQuestions(BUNDLED))).isEmpty();
  }

  // ---- every reply there is

  private static List<String> problems(Map<String, Reply> replies) {
    List<String> problems = new ArrayList<>();
    replies.forEach((name, reply) -> problems.addAll(problems(name, reply)));
    return problems;
  }

  /** What Slack or a person would not take of a reply, in every form of it. */
  private static List<String> problems(String name, Reply reply) {
    List<String> problems = new ArrayList<>();
    for (SlackRenderer renderer :
        List.of(SLACK, SLACK.fallback(), SLACK.fallback().withPicture("F0123ABCD"))) {
      SlackMessage message = renderer.render(reply);
      SlackLimits.problems(message).forEach(problem -> problems.add(name + ": " + problem));
      Set<Integer> listed = listedSources(message);
      for (int mark : marks(message)) {
        if (!listed.contains(mark) && !reply.citations().isEmpty()) {
          problems.add(name + ": nothing stands behind [" + mark + "]");
        }
      }
      boolean hasSources =
          reply.blocks().stream().anyMatch(block -> block instanceof Block.Sources);
      if (hasSources && !message.blocksJson().contains("*Sources*")) {
        problems.add(name + ": lost its sources");
      }
    }
    SlackLimits.problemsOfView(SlackViews.page("Sources", reply, IDS))
        .forEach(problem -> problems.add(name + " on a page: " + problem));
    SlackLimits.problemsOfView(SlackViews.share("a17", Optional.of("what?"), reply, IDS))
        .forEach(problem -> problems.add(name + " to share: " + problem));
    return problems;
  }

  private static Set<Integer> marks(SlackMessage message) {
    Set<Integer> marks = new HashSet<>();
    Matcher matcher = MARK.matcher(message.blocksJson());
    while (matcher.find()) {
      marks.add(Integer.parseInt(matcher.group(1)));
    }
    return marks;
  }

  private static Set<Integer> listedSources(SlackMessage message) {
    Set<Integer> listed = new HashSet<>();
    boolean isSources = false;
    for (JsonNode block : SlackLimits.read(message.blocksJson())) {
      String text = block.path("elements").path(0).path("text").asText();
      isSources =
          block.path("type").asText().equals("context")
              && (isSources || text.startsWith("*Sources*"));
      if (isSources) {
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
          listed.add(Integer.parseInt(matcher.group(1)));
        }
      }
    }
    return listed;
  }

  // ---- golden files

  private static void golden(String name, Reply reply) {
    golden(name, SLACK.render(reply));
    golden(name + "-fallback", SLACK.fallback().render(reply));
  }

  private static void golden(String name, SlackMessage message) {
    assertThat(SlackLimits.problems(message)).as(name).isEmpty();
    Golden.assertMatches("slack/" + name + ".json", pretty(message));
  }

  /** The folder of the documents is another one in every run. */
  private static String pretty(SlackMessage message) {
    var json = new ObjectMapper();
    var whole = json.createObjectNode();
    whole.put("text", message.text());
    whole.set("blocks", SlackLimits.read(message.blocksJson()));
    var printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return json.writer(printer).writeValueAsString(whole).replace(folder.toString(), "desk")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
