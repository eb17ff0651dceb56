package dev.rolewise.bot;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.discord.DiscordPlatform;
import dev.rolewise.bot.platform.ChatPlatform;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.ChatPlatform.Health;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.slack.SlackPlatform;
import dev.rolewise.bot.state.SqlState;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import dev.rolewise.bot.web.Part;
import dev.rolewise.bot.web.Readiness;
import dev.rolewise.bot.web.ServerStart;
import dev.rolewise.bot.web.ServiceMetrics;
import dev.rolewise.bot.web.SlackEvents;
import dev.rolewise.bot.web.VerifiedResponse;
import dev.rolewise.bot.web.WebServer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot on every platform that is configured, with its HTTP server. */
final class Service implements AutoCloseable {
  /** What starting came to. */
  sealed interface Start {
    /**
     * It answers.
     *
     * @param service to be closed at the end
     */
    record Started(Service service) implements Start {
      public Started {
        requireNonNull(service, "service");
      }
    }

    /**
     * It cannot start as it is configured; nothing keeps running.
     *
     * @param problem on one line, without secrets
     */
    record Refused(String problem) implements Start {
      public Refused {
        requireNonNull(problem, "problem");
      }
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Service.class);

  private static final int ID_BYTES = 12;

  private final State state;
  private final Retention retention;
  private final Claims claims;
  private final Requests requests;
  private final List<ChatPlatform> platforms;
  private final WebServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean isStopping;

  private Service(
      State state,
      Retention retention,
      Claims claims,
      Requests requests,
      List<ChatPlatform> platforms,
      WebServer server) {
    this.state = state;
    this.retention = retention;
    this.claims = claims;
    this.requests = requests;
    this.platforms = List.copyOf(platforms);
    this.server = server;
  }

  /**
   * Starts.
   *
   * @param configuration has every variable that its platforms need, and at least one platform
   */
  static Start start(
      Configuration configuration, Commands commands, Library library, InstantSource clock) {
    return start(configuration, commands, library, clock, Optional.empty(), _ -> {});
  }

  /**
   * Starts.
   *
   * @param configuration has every variable that the platform needs
   * @param counts what is counted of the language model, if there is one
   * @param stops is given the service before the first request can arrive, to close it when it is
   *     time to, be it while it starts
   */
  static Start start(
      Configuration configuration,
      Commands commands,
      Library library,
      InstantSource clock,
      Optional<ModelCounts> counts,
      Consumer<Service> stops) {
    State state;
    Retention retention;
    try {
      state = SqlState.open(configuration.state().url(), clock);
      retention = Retention.of(state, clock);
      retention.start();
    } catch (StateException e) {
      log.debug("no state", e);
      return new Start.Refused(e.getMessage() + ", see rolewise.state.url (ROLEWISE_STATE_URL)");
    }
    var requests = new Requests(commands, () -> library, state, Requests.Limits.DEFAULT, ids());
    var claims = new Claims(requests);
    claims.start();
    var metrics = new ServiceMetrics();
    counts.ifPresent(counted -> {
      counted.ledger().use(state);
      ModelMeters.show(counted.tally(), metrics);
    });
    List<ChatPlatform> platforms = new ArrayList<>();
    List<Part> parts = new CopyOnWriteArrayList<>();
    Optional<SlackEvents> events = Optional.empty();
    if (configuration.slack().isWanted()) {
      var slack =
          new SlackPlatform(
              configuration.slack(),
              commands,
              requests,
              metrics.meter(SlackPlatform.NAME),
              () -> ServiceState.lines(parts, requests.library()));
      platforms.add(slack);
      events = slackEvents(configuration.slack(), slack, metrics, clock);
    }
    if (configuration.discord().isWanted()) {
      platforms.add(
          new DiscordPlatform(
              configuration.discord(),
              commands,
              requests,
              metrics.meter(DiscordPlatform.NAME),
              new Conversations(state),
              new Notes(state)));
    }
    platforms.forEach(platform -> parts.add(part(platform.name(), platform::health)));
    parts.add(part("state", () -> health(state)));
    ServerStart listening = WebServer.start(configuration.http(), parts, metrics, events);
    if (!(listening instanceof ServerStart.Started(WebServer server))) {
      platforms.forEach(ChatPlatform::close);
      claims.close();
      retention.close();
      state.close();
      return new Start.Refused(((ServerStart.Failed) listening).problem());
    }
    var service = new Service(state, retention, claims, requests, platforms, server);
    stops.accept(service);
    for (ChatPlatform platform : platforms) {
      if (service.isStopping) {
        return new Start.Started(service);
      }
      if (platform.connect() instanceof Connected.Refused(String problem)) {
        boolean wasStopped = service.isStopping;
        service.close();
        return wasStopped ? new Start.Started(service) : new Start.Refused(problem);
      }
    }
    claims.handOver(kept -> platforms.forEach(platform -> platform.acceptAgain(kept)));
    log.info(
        "answering in {}, state and metrics on port {}",
        String.join(" and ", platforms.stream().map(ChatPlatform::name).toList()),
        server.port());
    return new Start.Started(service);
  }

  /** What takes the requests of HTTP mode. */
  private static Optional<SlackEvents> slackEvents(
      SlackConfig config, SlackPlatform slack, ServiceMetrics metrics, InstantSource clock) {
    return config.mode() == SlackMode.HTTP
        ? config
            .signingSecret()
            .map(secret ->
                new SlackEvents(
                    secret,
                    clock,
                    request -> response(slack.handle(request.headers(), request.body())),
                    metrics))
        : Optional.empty();
  }

  private static Supplier<String> ids() {
    var random = new SecureRandom();
    return () -> {
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      return HexFormat.of().formatHex(id);
    };
  }

  private static VerifiedResponse response(SlackPlatform.Answer answer) {
    return new VerifiedResponse(
        answer.status(),
        answer.contentType().isEmpty() ? "text/plain" : answer.contentType(),
        answer.body());
  }

  private static Part part(String name, Supplier<Health> health) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Readiness readiness() {
        return switch (health.get()) {
          case Health.Up _ -> new Readiness.Ready("connected");
          case Health.Down(String reason) -> new Readiness.NotReady(reason);
        };
      }
    };
  }

  private static Health health(State state) {
    try {
      state.check();
      return new Health.Up();
    } catch (StateException e) {
      log.debug("no state", e);
      return new Health.Down("the database cannot be read");
    }
  }

  /** Port of the HTTP server. */
  int port() {
    return server.port();
  }

  /** Closes the service when the process is told to end. */
  void closeWithTheProcess() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::close));
  }

  /** Answers until it is closed. */
  void runUntilItIsClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (isStopping) {
      return;
    }
    isStopping = true;
    claims.handOverNothing();
    platforms.forEach(ChatPlatform::stopAccepting);
    requests.close();
    server.close();
    platforms.forEach(ChatPlatform::close);
    claims.close();
    retention.close();
    state.close();
    log.info("stopped");
    closed.countDown();
  }
}
