package dev.rolewise.bot.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.ChartCommand;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.CompareCommand;
import dev.rolewise.bot.command.Conversation;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.command.SalaryCommand;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.command.WhyCommand;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.index.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reply of every command, as Slack is sent it. */
class SlackRepliesTest {
  private static final ToIds IDS = question -> "q" + Integer.toHexString(question.hashCode());
  private static final SlackRenderer SLACK = new SlackRenderer(IDS).withFeedback("a17");
  private static final Library BUNDLED = Corpus.library(Corpus.KNOWLEDGE);
  private static final Path QUESTIONS = Path.of("../knowledge/questions.jsonl");
  private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");
  private static final List<Command> SHOWN =
      List.of(
          new AskCommand(),
          new RolesCommand(),
          new RoleCommand(),
          new SalaryCommand(),
          new CompareCommand(),
          new ChartCommand(),
          new SourcesCommand(),
          new WhyCommand());

  @TempDir private static Path folder;
  private static Library desk;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    desk = Corpus.library(Desk.knowledge(folder, Desk.DOCUMENTS));
  }

  @Test
  void showsEveryReplyAsReviewed() {
    golden("roles", reply(desk, "roles"));
    golden("role", reply(desk, "role", "role", "data engineer"));
    golden("role-section", reply(desk, "role", "role", "nurse", "section", "challenges"));
    golden("salary", reply(desk, "salary"));
    golden("salary-of-one-job", reply(desk, "salary", "job", "welder", "place", "Alberta"));
    golden("compare", reply(desk, "compare", "roles", "data-engineer", "roles", "ml engineer"));
    golden(
        "compare-one-topic",
        reply(desk, "compare", "roles", "rn", "roles", "welder", "topic", "pay"));
    golden("chart", reply(desk, "chart", "roles", "data-engineer", "roles", "ml engineer"));
    golden("ask", reply(desk, "ask", "question", "what does a data engineer make?"));
    golden("ask-not-covered", reply(desk, "ask", "question", "what does a plumber make?"));
    golden("why", reply(desk, "why", "question", "what does a plumber make?"));
    golden("help", reply(desk, "help"));
    golden("help-of-one-command", reply(desk, "help", "command", "salary"));
    Conversation asked = asked(desk, "what are the challenges of a nurse?");
    golden("sources", reply(desk, "sources", asked, "number", "1"));
    golden("sources-all", reply(desk, "sources", asked));
  }

  @Test
  void showsWhatIsShared_withItsQuestionAndItsSharer() {
    Reply reply = reply(desk, "ask", "question", "what does a welder earn in Alberta?");

    golden(
        "shared",
        new SlackRenderer(IDS)
            .shared(Optional.of("what does a <!here> *welder* earn?"), "U012AB3CD")
            .render(reply));
  }

  @Test
  void fitsIntoMessages_forEveryReplyOfTheDesk() {
    assertThat(problems(desk)).isEmpty();
  }

  @Test
  void fitsIntoMessages_forEveryReplyOfTheBundledDocuments() {
    assertThat(problems(BUNDLED)).isEmpty();
  }

  @Test
  void fitsIntoMessages_forEveryAnswerToTheQuestionsOfTheProject() throws IOException {
    List<String> problems = new ArrayList<>();
    var json = new ObjectMapper();
    for (String line : Files.readAllLines(QUESTIONS, UTF_8)) {
      String question = json.readTree(line).path("question").asText();
      Reply reply = reply(BUNDLED, "ask", "question", question);
      problems.addAll(problems("ask " + question, reply));
    }

    assertThat(problems).isEmpty();
  }

  // ---- every reply there is

  private static List<String> problems(Library library) {
    List<String> problems = new ArrayList<>();
    replies(library).forEach((name, reply) -> problems.addAll(problems(name, reply)));
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

  private static Map<String, Reply> replies(Library library) {
    Map<String, Reply> replies = new HashMap<>();
    add(replies, library, "roles");
    add(replies, library, "help");
    SHOWN.forEach(command -> add(replies, library, "help", "command", command.usage().name()));
    add(replies, library, "salary");
    List<RoleDocument> roles = library.knowledge().documents();
    String[] topics =
        Arrays.stream(Aspect.values())
            .flatMap(aspect -> Stream.of("topic", aspect.id()))
            .toArray(String[]::new);
    for (RoleDocument role : roles) {
      add(replies, library, "role", "role", role.id());
      add(replies, library, "chart", "roles", role.id());
      role.sections().forEach(section -> addSections(replies, library, role, section));
      for (RoleDocument other : roles) {
        if (role.id().compareTo(other.id()) < 0) {
          String[] pair = {"roles", role.id(), "roles", other.id()};
          add(replies, library, "compare", pair);
          add(replies, library, "chart", pair);
          String[] all = Arrays.copyOf(pair, pair.length + topics.length);
          System.arraycopy(topics, 0, all, pair.length, topics.length);
          add(replies, library, "compare", all);
        }
      }
    }
    String[] five =
        roles.stream()
            .limit(5)
            .flatMap(role -> Stream.of("roles", role.id()))
            .toArray(String[]::new);
    add(replies, library, "compare", five);
    add(replies, library, "chart", five);
    for (Job job : library.knowledge().jobs().jobs()) {
      add(replies, library, "salary", "job", job.title());
    }
    for (RoleDocument role : roles) {
      String question = "what does a " + role.title() + " do, and what does it pay?";
      Conversation asked = asked(library, question);
      replies.put("sources of " + question, reply(library, "why", "question", question));
      if (!asked.citations().isEmpty()) {
        replies.put("all sources of " + question, reply(library, "sources", asked));
        for (Citation citation : asked.citations()) {
          String number = String.valueOf(citation.number());
          replies.put(
              "source " + number + " of " + question,
              reply(library, "sources", asked, "number", number));
        }
      }
    }
    return replies;
  }

  private static void addSections(
      Map<String, Reply> replies, Library library, RoleDocument role, Section section) {
    add(replies, library, "role", "role", role.id(), "section", String.join(" › ", section.path()));
    section.sections().forEach(inner -> addSections(replies, library, role, inner));
  }

  /** Some names lead nowhere, and a sentence says so. */
  private static void add(
      Map<String, Reply> replies, Library library, String command, String... namesAndValues) {
    if (run(library, command, Conversation.NEW, namesAndValues)
        instanceof Outcome.Replied(var reply, _, _)) {
      replies.put(command + " " + String.join(" ", namesAndValues), reply);
    }
  }

  private static Conversation asked(Library library, String question) {
    return ((Outcome.Replied) run(library, "ask", Conversation.NEW, "question", question)).next();
  }

  private static Reply reply(Library library, String command, String... namesAndValues) {
    return reply(library, command, Conversation.NEW, namesAndValues);
  }

  private static Reply reply(
      Library library, String command, Conversation before, String... namesAndValues) {
    Outcome outcome = run(library, command, before, namesAndValues);
    assertThat(outcome).as(command).isInstanceOf(Outcome.Replied.class);
    return ((Outcome.Replied) outcome).reply();
  }

  private static Outcome run(
      Library library, String command, Conversation before, String... namesAndValues) {
    List<Command> all = new ArrayList<>(SHOWN);
    all.add(new HelpCommand(SHOWN));
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.computeIfAbsent(namesAndValues[i], _ -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    return new Commands(all).find(command).orElseThrow().run(new Call(values, before), library);
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
