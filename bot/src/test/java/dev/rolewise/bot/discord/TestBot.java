package dev.rolewise.bot.discord;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.ChartCommand;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.CompareCommand;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.command.SalaryCommand;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.command.WhyCommand;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.state.SqlState;
import dev.rolewise.bot.state.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The bot with JDA over real sockets, over the documents of the desk. */
final class TestBot implements AutoCloseable {
  /** What is answered at length. */
  static final String LENGTHY = "please say a lot";

  private static final AtomicInteger IDS = new AtomicInteger();

  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** One permit for each question whose answer has begun. */
  final Semaphore answering = new Semaphore(0);

  /** Holds every answer to a question back until it is opened. */
  volatile CountDownLatch slow = new CountDownLatch(0);

  /** Whether nobody can tell which conversation something belongs to. */
  volatile boolean isBroken;

  final SqlState state;
  final Requests requests;
  final DiscordPlatform platform;

  /** Ends every pause once it is open. */
  private final CountDownLatch held;

  private TestBot(Path folder, DiscordConfig config, List<Command> more, CountDownLatch held) {
    this(folder, config, more, held, Documents.LIBRARY);
  }

  private TestBot(
      Path folder, DiscordConfig config, List<Command> more, CountDownLatch held, Library library) {
    this.held = held;
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.fixed(Instant.EPOCH));
    Commands commands = commands(more);
    requests =
        new Requests(
            commands,
            () -> library,
            state,
            new Requests.Limits(500, 4, Duration.ofMinutes(3)),
            () -> "answer" + IDS.incrementAndGet());
    platform =
        new DiscordPlatform(
            config,
            commands,
            requests,
            Meter.NONE,
            new Conversations(breaking(state)),
            new Notes(state),
            this::pause);
  }

  /** The store, which fails to tell of places as long as it is broken. */
  private State breaking(State whole) {
    return (State)
        Proxy.newProxyInstance(
            State.class.getClassLoader(),
            new Class<?>[] {State.class},
            (_, method, arguments) -> {
              if (isBroken && method.getName().equals("findThread")) {
                throw new IllegalStateException("broken");
              }
              return method.invoke(whole, arguments);
            });
  }

  private void pause(Duration time) throws InterruptedException {
    pauses.add(time);
    held.await();
  }

  /** Builds it without connecting. */
  static TestBot with(Path folder, DiscordConfig config) {
    return new TestBot(folder, config, List.of(), new CountDownLatch(0));
  }

  /** Builds it without connecting; its pauses last until they are let go. */
  static TestBot pausing(Path folder, DiscordConfig config, CountDownLatch held) {
    return new TestBot(folder, config, List.of(), held);
  }

  /** Starts it over a library; its pauses last until they are let go. */
  static TestBot over(Library library, Path folder, DiscordConfig config, CountDownLatch held) {
    var bot = new TestBot(folder, config, List.of(), held, library);
    bot.connect();
    return bot;
  }

  /** Starts it with a command more. */
  static TestBot withCommand(Path folder, DiscordConfig config, Command command) {
    var bot = new TestBot(folder, config, List.of(command), new CountDownLatch(0));
    bot.connect();
    return bot;
  }

  /** Starts it. */
  static TestBot start(Path folder, DiscordConfig config) {
    TestBot bot = with(folder, config);
    bot.connect();
    return bot;
  }

  private void connect() {
    Connected connected = platform.connect();
    if (!(connected instanceof Connected.Ready)) {
      throw new AssertionError(connected);
    }
  }

  /** Answers in every server, as everybody may share. */
  static DiscordConfig config(FakeDiscord discord) {
    return config(discord, List.of(), List.of(), List.of());
  }

  static DiscordConfig config(
      FakeDiscord discord, List<String> guildIds, List<String> shareRoles, List<String> channels) {
    return new DiscordConfig(
        Optional.of(new Secret(FakeDiscord.TOKEN)),
        discord.apiUrl(),
        Optional.empty(),
        guildIds,
        shareRoles,
        List.of(),
        channels);
  }

  private Commands commands(List<Command> more) {
    List<Command> all = new ArrayList<>(more);
    all.addAll(
        List.of(
            new SlowAsk(),
            new RolesCommand(),
            new RoleCommand(),
            new SalaryCommand(),
            new ChartCommand(),
            new CompareCommand(),
            new SourcesCommand(),
            new WhyCommand()));
    all.add(new HelpCommand(List.copyOf(all)));
    return new Commands(all);
  }

  /** Answers as soon as it may, at length, or fails. */
  private final class SlowAsk implements Command {
    private final AskCommand ask = new AskCommand();

    @Override
    public Usage usage() {
      return ask.usage();
    }

    @Override
    public Outcome run(Call call, Library library) {
      try {
        answering.release();
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (call.values().getOrDefault("question", List.of()).contains("please break")) {
        throw new IllegalStateException("secret detail");
      }
      return call.values().getOrDefault("question", List.of()).contains(LENGTHY)
          ? new Outcome.Replied(lengthy(), call.conversation())
          : ask.run(call, library);
    }

    /** More than one message holds. */
    private static Reply lengthy() {
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        blocks.add(
            new Block.Paragraph("Paragraph %d. %s".formatted(i, "word ".repeat(40)), List.of()));
      }
      return new Reply(blocks);
    }
  }

  /** Finishes what was accepted; nothing is accepted after it. */
  void settle() {
    platform.stopAccepting();
    requests.close();
  }

  @Override
  public void close() {
    settle();
    platform.close();
    state.close();
  }

  private static final class Documents {
    static final Library LIBRARY = read();

    private static Library read() {
      try {
        Path folder = Files.createTempDirectory("desk");
        try {
          return Corpus.library(Desk.knowledge(folder, Desk.DOCUMENTS));
        } finally {
          for (String name : Desk.DOCUMENTS.keySet()) {
            Files.deleteIfExists(folder.resolve(name));
          }
          Files.deleteIfExists(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
