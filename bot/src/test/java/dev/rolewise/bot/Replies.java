package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.answer.Citation;
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
import dev.rolewise.bot.render.Reply;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.index.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the commands reply, for the tests of every platform. */
public final class Replies {
  private static final Path QUESTIONS = Path.of("../knowledge/questions.jsonl");
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

  private Replies() {}

  /** Replies of each kind over the documents of the desk, by the names of their golden files. */
  public static Map<String, Reply> ofEachKind(Library desk) {
    Map<String, Reply> replies = new LinkedHashMap<>();
    replies.put("roles", reply(desk, "roles"));
    replies.put("role", reply(desk, "role", "role", "data engineer"));
    replies.put("role-section", reply(desk, "role", "role", "nurse", "section", "challenges"));
    replies.put("salary", reply(desk, "salary"));
    replies.put("salary-of-one-job", reply(desk, "salary", "job", "welder", "place", "Alberta"));
    replies.put(
        "compare", reply(desk, "compare", "roles", "data-engineer", "roles", "ml engineer"));
    replies.put(
        "compare-one-topic",
        reply(desk, "compare", "roles", "rn", "roles", "welder", "topic", "pay"));
    replies.put("chart", reply(desk, "chart", "roles", "data-engineer", "roles", "ml engineer"));
    replies.put("ask", reply(desk, "ask", "question", "what does a data engineer make?"));
    replies.put("ask-not-covered", reply(desk, "ask", "question", "what does a plumber make?"));
    replies.put("why", reply(desk, "why", "question", "what does a plumber make?"));
    replies.put("help", reply(desk, "help"));
    replies.put("help-of-one-command", reply(desk, "help", "command", "salary"));
    Conversation asked = asked(desk, "what are the challenges of a nurse?");
    replies.put("sources", reply(desk, "sources", asked, "number", "1"));
    replies.put("sources-all", reply(desk, "sources", asked));
    return replies;
  }

  /** The answers to the questions of the project. */
  public static Map<String, Reply> toQuestions(Library library) {
    Map<String, Reply> replies = new LinkedHashMap<>();
    var json = new ObjectMapper();
    try {
      for (String line : Files.readAllLines(QUESTIONS, UTF_8)) {
        String question = json.readTree(line).path("question").asText();
        replies.put("ask " + question, reply(library, "ask", "question", question));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return replies;
  }

  /** Every reply by how it is asked for. */
  public static Map<String, Reply> of(Library library) {
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
        instanceof Outcome.Replied(var reply, _, _, _)) {
      replies.put(command + " " + String.join(" ", namesAndValues), reply);
    }
  }

  /** The conversation after one question. */
  public static Conversation asked(Library library, String question) {
    return ((Outcome.Replied) run(library, "ask", Conversation.NEW, "question", question)).next();
  }

  /** What a command replies to names and values. */
  public static Reply reply(Library library, String command, String... namesAndValues) {
    return reply(library, command, Conversation.NEW, namesAndValues);
  }

  /** What a command replies after an answer. */
  public static Reply reply(
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
}
