package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.HostileReplies;
import dev.rolewise.bot.Replies;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.discord.Frame.Byline;
import dev.rolewise.bot.discord.Frame.Deed;
import dev.rolewise.bot.platform.Audience;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.ChartImage;
import dev.rolewise.bot.render.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reply of every command, as Discord is sent it. */
class DiscordRepliesTest {
  private static final String QUESTION = "what does a data engineer make?";

  /** What was asked in words, by the names of replies. */
  private static final Map<String, String> ASKED =
      Map.of("ask", QUESTION, "ask-not-covered", "what does a plumber make?");

  private static final DiscordRenderer DISCORD = new DiscordRenderer();

  private static final ChartImage.Drawing PICTURE =
      new ChartImage()
          .draw(HostileReplies.chart(HostileReplies.bar("Base salary", 100_000, 120_000)));

  /** Shows the same small picture for every chart. */
  private static final DiscordRenderer QUICK = new DiscordRenderer(_ -> PICTURE);

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
    Replies.ofEachKind(desk).forEach((name, reply) -> golden(name, reply, frame(name, reply)));
  }

  /** Only a question in words is shown above its answer, and only of one it is told why. */
  private static Frame frame(String name, Reply reply) {
    String question = ASKED.getOrDefault(name, "");
    Frame frame = Frames.of(reply, question, Audience.ALL);
    return question.isEmpty() ? frame : frame.withQuestion(question);
  }

  @Test
  void showsWhatIsPrivate_withAButtonToShareIt() {
    Reply reply = Replies.reply(desk, "ask", "question", QUESTION);

    golden(
        "ask-private",
        reply,
        Frames.of(reply, QUESTION, Audience.ONE_IN_A_CHANNEL).withQuestion(QUESTION));
  }

  @Test
  void showsWhatIsShared_withItsQuestionAndItsSharer() {
    Reply reply = Replies.reply(desk, "ask", "question", "what does a welder earn in Alberta?");

    golden(
        "shared",
        reply,
        Frames.of(reply, "what does a welder earn in Alberta?", Audience.ALL)
            .withQuestion("what does a @here *welder* earn?")
            .with(new Byline(Deed.SHARED, "80351110224678912")));
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

  private static List<String> problems(Map<String, Reply> replies) {
    List<String> problems = new ArrayList<>();
    replies.forEach(
        (name, reply) -> problems(reply).forEach(problem -> problems.add(name + ": " + problem)));
    return problems;
  }

  /** What Discord or a person would not take of a reply. */
  private static List<String> problems(Reply reply) {
    List<DiscordMessage> messages =
        QUICK.render(reply, Frames.of(reply, QUESTION, Audience.ONE_IN_A_CHANNEL));
    List<String> problems = new ArrayList<>(Sent.problems(messages));
    Set<Integer> listed = new HashSet<>();
    Set<Integer> cited = new HashSet<>();
    boolean isSources = false;
    for (String text : Sent.texts(messages)) {
      for (String line : text.lines().toList()) {
        isSources = line.equals("**Sources**") || (isSources && line.startsWith("-# "));
        (isSources ? listed : cited).addAll(marks(line));
      }
      if (text.split("```", -1).length % 2 == 0) {
        problems.add("a code block is divided");
      }
    }
    boolean hasSources = reply.blocks().stream().anyMatch(block -> block instanceof Block.Sources);
    if (hasSources && listed.isEmpty()) {
      problems.add("lost its sources");
    }
    if (!reply.citations().isEmpty() && !listed.containsAll(cited)) {
      problems.add("nothing stands behind some of " + cited);
    }
    if (!Sent.json(messages.getLast()).contains("good:a17")) {
      problems.add("lost its buttons");
    }
    return problems;
  }

  private static Set<Integer> marks(String line) {
    Set<Integer> marks = new HashSet<>();
    Matcher matcher = MARK.matcher(line);
    while (matcher.find()) {
      marks.add(Integer.parseInt(matcher.group(1)));
    }
    return marks;
  }

  private static void golden(String name, Reply reply, Frame frame) {
    List<DiscordMessage> messages = DISCORD.render(reply, frame);
    assertThat(Sent.problems(messages)).as(name).isEmpty();
    Golden.assertMatches("discord/" + name + ".json", pretty(messages));
  }

  /** The folder of the documents is another one in every run. */
  private static String pretty(List<DiscordMessage> messages) {
    var json = new ObjectMapper();
    var printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    var all = json.createArrayNode();
    try {
      for (DiscordMessage message : messages) {
        all.add(json.readTree(Sent.json(message)));
      }
      return json.writer(printer)
              .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsString(json.treeToValue(all, Object.class))
              .replace(folder.toString(), "desk")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
