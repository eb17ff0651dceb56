package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.rolewise.bot.command.Names;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord the commands, when they are not what it was told before: everywhere, or in the
 * servers of {@code discord.guild-ids}. A command that is known in both shows twice, so those of an
 * earlier start are taken out of where they are not wanted any more. What fails is tried again,
 * later each time, for as long as the bot runs. Safe for many threads.
 */
final class Registration implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);
  private static final String EVERYWHERE = "everywhere";

  /** Noted of a place where the bot has no commands. */
  private static final String NOTHING = "nothing";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration LAST_CALLS = Duration.ofSeconds(5);

  private final DiscordConfig config;
  private final DiscordCommands commands;
  private final Supplier<Names> names;
  private final Notes notes;
  private final Pause pause;
  private volatile Optional<String> pending =
      Optional.of("the commands are being registered with Discord");
  private final CompletableFuture<Optional<String>> first = new CompletableFuture<>();
  private volatile boolean isClosed;
  private volatile boolean isPausing;
  private volatile @Nullable Thread thread;

  /**
   * @param names what can be named in commands
   */
  Registration(
      DiscordConfig config,
      DiscordCommands commands,
      Supplier<Names> names,
      Notes notes,
      Pause pause) {
    this.config = config;
    this.commands = commands;
    this.names = names;
    this.notes = notes;
    this.pause = pause;
  }

  /**
   * Begins, on a thread of its own.
   *
   * @param jda has been told which application the bot belongs to
   */
  void start(JDA jda) {
    thread = Thread.ofVirtual().name("commands").start(() -> run(jda));
  }

  /**
   * What has to be set or allowed before Discord takes the commands, as far as the first try tells;
   * nothing if that takes longer than some patience.
   */
  Optional<String> refusal(Duration patience) throws InterruptedException {
    try {
      return first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.debug("the commands are still being registered", e);
      return Optional.empty();
    }
  }

  /** Why people cannot use every command yet, on one line; nothing once they can. */
  Optional<String> pending() {
    return pending;
  }

  /** Waits until it has ended. */
  void await() throws InterruptedException {
    Thread started = thread;
    if (started != null) {
      started.join();
    }
  }

  private void run(JDA jda) {
    try {
      keepTrying(jda);
    } finally {
      first.complete(Optional.empty());
    }
  }

  private void keepTrying(JDA jda) {
    DataArray definitions;
    try {
      definitions = commands.definitions(names.get());
    } catch (RuntimeException e) {
      log.error("the commands could not be described", e);
      pending = Optional.of("the commands could not be described");
      return;
    }
    var told =
        new Told(
            definitions, Keys.of(definitions.toString()), jda.getSelfUser().getApplicationId());
    ShardManager shards = requireNonNull(jda.getShardManager(), "shard manager");
    Duration wait = FIRST_WAIT;
    while (!isClosed) {
      List<Problem> problems = registerAll(jda, told);
      // Whoever starts the bot waits for it, and asking every server may take long.
      tell(problems);
      if (problems.isEmpty() && (!areReady(shards) || clearAll(shards, jda, told))) {
        return;
      }
      if (!pauses(wait)) {
        return;
      }
      wait = Pause.longer(wait, LONGEST_WAIT);
    }
  }

  private void tell(List<Problem> problems) {
    Optional<String> refusal = words(problems.stream().filter(Problem::isOfOperator).toList());
    Optional<String> problem = words(problems);
    // Before somebody has decided whether the bot starts at all, it is told once, by the refusal.
    boolean isRefusal = first.complete(refusal) && refusal.isPresent();
    if (!isRefusal && !problem.equals(pending)) {
      problem.ifPresent(log::error);
    }
    pending = problem;
  }

  private static Optional<String> words(List<Problem> problems) {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(problems.stream().map(Problem::words).collect(joining("; ")));
  }

  /** Waits until Discord has told in which servers the bot is, as far as it does. */
  private boolean areReady(ShardManager shards) {
    try {
      isPausing = true;
      for (JDA jda : shards.getShards()) {
        jda.awaitReady();
      }
      return !shards.getShards().isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IllegalStateException e) {
      log.debug("closed before the commands were registered", e);
      return false;
    } finally {
      isPausing = false;
    }
  }

  private boolean pauses(Duration time) {
    try {
      isPausing = true;
      pause.pause(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      isPausing = false;
    }
  }

  /**
   * Why commands are not registered.
   *
   * @param words on one line
   * @param isOfOperator whether it lasts until somebody sets or allows something
   */
  private record Problem(String words, boolean isOfOperator) {}

  /**
   * What Discord is told.
   *
   * @param fingerprint the same for the same definitions
   * @param application id of the bot's application
   */
  private record Told(DataArray definitions, String fingerprint, String application) {
    boolean has(Command command) {
      return definitions.stream(DataArray::getObject)
          .anyMatch(own ->
              own.getInt("type") == command.getType().getId()
                  && own.getString("name").equals(command.getName()));
    }

    CompiledRoute route(String where) {
      return where.equals(EVERYWHERE)
          ? Route.Interactions.UPDATE_COMMANDS.compile(application)
          : Route.Interactions.UPDATE_GUILD_COMMANDS.compile(application, where);
    }
  }

  private String note(Told told, String where) {
    return String.join(
        " ", "discord commands", config.apiUrl().toString(), told.application(), where);
  }

  // ---- where they are wanted

  /** What is wrong, of everything that is not registered yet. */
  private List<Problem> registerAll(JDA jda, Told told) {
    return (config.guildIds().isEmpty() ? List.of(EVERYWHERE) : config.guildIds())
        .stream().flatMap(where -> register(where, told, jda).stream()).toList();
  }

  private Optional<Problem> register(String where, Told told, JDA jda) {
    String note = note(told, where);
    if (notes.find(note).equals(Optional.of(told.fingerprint()))) {
      log.debug("Discord knows the commands");
      return Optional.empty();
    }
    try {
      // Servers need not be known for it, as they are not before Discord has told all of them.
      new RestActionImpl<Void>(
              jda, told.route(where), RequestBody.create(told.definitions().toJson(), JSON))
          .complete();
    } catch (RuntimeException e) {
      log.debug("the commands could not be registered", e);
      return Optional.of(problem(where, e));
    }
    notes.write(note, told.fingerprint());
    log.info("registered {} commands with Discord, {}", told.definitions().length(), where);
    return Optional.empty();
  }

  private static Problem problem(String where, RuntimeException e) {
    boolean isEverywhere = where.equals(EVERYWHERE);
    return e instanceof ErrorResponseException response && isRefusal(response.getResponse().code)
        ? new Problem(
            (isEverywhere ? "ROLEWISE_DISCORD_TOKEN" : "rolewise.discord.guild-ids")
                + ": Discord does not let the bot register its commands"
                + (isEverywhere ? "" : " in the server " + where)
                + " ("
                + reason(e)
                + "), invite it with the scope applications.commands",
            true)
        : new Problem(
            "the commands could not be registered with Discord, " + where + ": " + reason(e),
            false);
  }

  private static boolean isRefusal(int status) {
    return status == FORBIDDEN || status == NOT_FOUND;
  }

  private static String reason(RuntimeException e) {
    return e instanceof ErrorResponseException response
        ? response.getErrorCode() + " " + response.getMeaning().lines().findFirst().orElse("")
        : e.getClass().getSimpleName();
  }

  // ---- where they are not wanted

  /** Whether nothing is left to be taken out. */
  private boolean clearAll(ShardManager shards, JDA jda, Told told) {
    if (!config.guildIds().isEmpty()) {
      return clear(EVERYWHERE, told, jda::retrieveCommands, jda::deleteCommandById)
          && clearGuilds(shards, told);
    }
    return clearGuilds(shards, told);
  }

  private boolean clearGuilds(ShardManager shards, Told told) {
    boolean isCleared = true;
    for (Guild guild : shards.getGuildCache()) {
      if (!config.guildIds().contains(guild.getId())) {
        isCleared &= clear(guild.getId(), told, guild::retrieveCommands, guild::deleteCommandById);
      }
    }
    return isCleared;
  }

  /** Deletes a command by its id. */
  private interface Deletion {
    RestAction<Void> of(String command);
  }

  /** Takes out what this bot has told Discord; commands of other programs stay. */
  private boolean clear(
      String where, Told told, Supplier<RestAction<List<Command>>> known, Deletion deletion) {
    String note = note(told, where);
    if (isClosed || notes.find(note).equals(Optional.of(NOTHING))) {
      return true;
    }
    try {
      List<Command> own = known.get().complete().stream().filter(told::has).toList();
      own.forEach(command -> deletion.of(command.getId()).complete());
      if (!own.isEmpty()) {
        log.info("took {} commands out of Discord, {}", own.size(), where);
      }
    } catch (ErrorResponseException e) {
      boolean isTemporary = e.isServerError() || e.getResponse().getException() != null;
      log.warn("earlier commands may still be in Discord, {}: {}", where, reason(e));
      return !isTemporary;
    } catch (RuntimeException e) {
      log.warn("earlier commands may still be in Discord, {}", where, e);
      return true;
    }
    notes.write(note, NOTHING);
    return true;
  }

  /** Ends soon; what has begun is given a moment. */
  @Override
  public void close() {
    isClosed = true;
    Thread started = thread;
    if (started == null) {
      return;
    }
    if (isPausing) {
      started.interrupt();
    }
    try {
      if (!started.join(LAST_CALLS)) {
        log.debug("the commands are still being registered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
