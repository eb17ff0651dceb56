package dev.rolewise.bot.discord;

import static java.util.stream.Collectors.joining;

import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.platform.ChatPlatform;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Pause;
import dev.rolewise.bot.platform.Requests;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord, over WebSockets that the bot opens. */
public final class DiscordPlatform implements ChatPlatform {
  /** What it is called, in lower case. */
  public static final String NAME = "discord";

  private static final Logger log = LoggerFactory.getLogger(DiscordPlatform.class);
  private static final String TOKEN = "ROLEWISE_DISCORD_TOKEN";
  private static final int UNAUTHORIZED = 401;

  /** None of them is privileged: Discord hands out the words of what is said to the bot anyway. */
  private static final List<GatewayIntent> INTENTS =
      List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

  /** How long Discord may take for a connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Duration LAST_CALLS = Duration.ofSeconds(5);
  private static final int MAX_RECONNECT_SECONDS = 60;
  private static final int MAX_TRIES = 5;

  private final DiscordConfig config;
  private final DiscordCommands commands;
  private final Requests requests;
  private final Notes notes;
  private final Pause pause;
  private final DiscordEvents events;
  private final CompletableFuture<Connected> connected = new CompletableFuture<>();
  private volatile Optional<String> ended = Optional.empty();
  private volatile boolean isStopping;
  private volatile @Nullable ShardManager shards;
  private volatile @Nullable Thread registering;

  /**
   * @param config has a token
   * @param meter notes what is acknowledged and answered
   */
  public DiscordPlatform(
      DiscordConfig config,
      Commands commands,
      Requests requests,
      Meter meter,
      Conversations conversations,
      Notes notes) {
    this(config, commands, requests, meter, conversations, notes, Thread::sleep);
  }

  DiscordPlatform(
      DiscordConfig config,
      Commands commands,
      Requests requests,
      Meter meter,
      Conversations conversations,
      Notes notes,
      Pause pause) {
    this.config = config;
    this.commands = new DiscordCommands(commands);
    this.requests = requests;
    this.notes = notes;
    this.pause = pause;
    var calls = new DiscordCalls(pause);
    var recipients = new DiscordRecipients(calls, new DiscordRenderer(), conversations);
    events =
        new DiscordEvents(
            this.commands, requests, meter, conversations, recipients, Permits.of(config));
    MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Connected connect() {
    Connected outcome = open();
    if (outcome instanceof Connected.Refused) {
      close();
      return outcome;
    }
    log.info("connected to Discord");
    registering = Thread.ofVirtual().name("commands").start(this::registerCommands);
    return outcome;
  }

  /** Waits until Discord was told the commands, or they could not be told. */
  void awaitCommands() throws InterruptedException {
    Thread started = registering;
    if (started != null) {
      started.join();
    }
  }

  private Connected open() {
    var sessions =
        new GatewaySessions(
            config.gatewayUrl(),
            () -> connected.complete(unreachable("the gateway of Discord")),
            pause);
    var builder =
        DefaultShardManagerBuilder.createLight(
                config.token().map(Secret::value).orElse(""), INTENTS)
            .setRestConfig(new RestConfig().setBaseUrl(config.apiUrl().toString()))
            .setSessionController(sessions)
            .setMaxReconnectDelay(MAX_RECONNECT_SECONDS)
            .setEnableShutdownHook(false)
            .addEventListeners(new Connection(), events);
    if (config.gatewayUrl().isPresent()) {
      builder.setShardsTotal(1);
    }
    try {
      shards = builder.build();
      return connected.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InvalidTokenException e) {
      log.debug("no connection", e);
      return wrongToken();
    } catch (ErrorResponseException e) {
      log.debug("no connection", e);
      return e.getResponse().code == UNAUTHORIZED ? wrongToken() : unreachable("Discord");
    } catch (TimeoutException | ExecutionException e) {
      log.debug("no connection", e);
      return unreachable("the gateway of Discord");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Connected.Refused("interrupted while connecting to Discord");
    } catch (RuntimeException e) {
      log.debug("no connection", e);
      return unreachable("Discord");
    }
  }

  private static Connected wrongToken() {
    return new Connected.Refused(TOKEN + ": Discord does not take the token");
  }

  private Connected unreachable(String what) {
    return new Connected.Refused(
        config
            .gatewayUrl()
            .filter(_ -> what.contains("gateway"))
            .map(
                url -> what + " at " + url + " cannot be reached, see ROLEWISE_DISCORD_GATEWAY_URL")
            .orElseGet(() ->
                what
                    + " cannot be reached by way of "
                    + config.apiUrl()
                    + ", see ROLEWISE_DISCORD_API_URL"));
  }

  /** Notices when a connection opens and when it is closed for good. */
  private final class Connection extends ListenerAdapter {
    private volatile boolean isLost;

    @Override
    public void onStatusChange(StatusChangeEvent event) {
      switch (event.getNewStatus()) {
        case LOADING_SUBSYSTEMS, CONNECTED -> {
          connected.complete(new Connected.Ready());
          if (isLost) {
            isLost = false;
            log.info("connected to Discord again");
          }
        }
        case DISCONNECTED -> {
          if (!isStopping) {
            isLost = true;
            log.warn("the connection to Discord is closed, connecting again");
          }
        }
        default -> {}
      }
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      if (isStopping) {
        return;
      }
      String reason = reason(event);
      ended = Optional.of(reason);
      if (!connected.complete(new Connected.Refused(reason))) {
        log.error("Discord closed the connection for good: {}", reason);
      }
    }
  }

  private static String reason(ShutdownEvent event) {
    CloseCode code = event.getCloseCode();
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return TOKEN + ": Discord does not take the token";
    }
    if (code == CloseCode.DISALLOWED_INTENTS) {
      return TOKEN
          + ": Discord does not allow the bot its intents, which are Server Messages and Direct"
          + " Messages; see \"Bot\" at https://discord.com/developers/applications";
    }
    return "Discord closed the connection (" + event.getCode() + ")";
  }

  // ---- commands

  /** Tells Discord the commands, when they are not what it was told before. */
  private void registerCommands() {
    ShardManager opened = shards;
    JDA jda = opened == null ? null : opened.getShardCache().stream().findFirst().orElse(null);
    // Only then it is known for sure which application the bot belongs to.
    if (opened == null || jda == null || !isReady(jda)) {
      return;
    }
    List<CommandData> definitions;
    try {
      definitions = commands.definitions(requests.library().names());
    } catch (RuntimeException e) {
      log.error("the commands could not be described", e);
      return;
    }
    String fingerprint =
        Keys.of(definitions.stream().map(one -> one.toData().toString()).collect(joining()));
    String application = jda.getSelfUser().getApplicationId();
    if (config.guildIds().isEmpty()) {
      register("everywhere", application, fingerprint, definitions, jda.updateCommands());
    }
    for (String guild : config.guildIds()) {
      var found = opened.getGuildById(guild);
      if (found == null) {
        log.error("rolewise.discord.guild-ids: the bot is not in the server {}, invite it", guild);
      } else {
        register(guild, application, fingerprint, definitions, found.updateCommands());
      }
    }
  }

  /** Waits until Discord has told who the bot is and in which servers. */
  private static boolean isReady(JDA jda) {
    try {
      jda.awaitReady();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IllegalStateException e) {
      log.debug("closed before the commands were registered", e);
      return false;
    }
  }

  private void register(
      String where,
      String application,
      String fingerprint,
      List<CommandData> definitions,
      CommandListUpdateAction update) {
    String note =
        String.join(" ", "discord commands", config.apiUrl().toString(), application, where);
    if (notes.find(note).equals(Optional.of(fingerprint))) {
      log.debug("Discord knows the commands");
      return;
    }
    for (int i = 0; i < MAX_TRIES && !isStopping; i++) {
      try {
        update.addCommands(definitions).complete();
        notes.write(note, fingerprint);
        log.info("registered {} commands with Discord, {}", definitions.size(), where);
        return;
      } catch (RuntimeException e) {
        log.error("the commands could not be registered with Discord: {}", e.getMessage());
      }
      try {
        pause.pause(Duration.ofSeconds(1L << i));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  // ---- state

  @Override
  public Health health() {
    ShardManager opened = shards;
    if (ended.isPresent()) {
      return new Health.Down(ended.get());
    }
    if (isStopping) {
      return new Health.Down("stopping");
    }
    if (opened == null) {
      return new Health.Down("not connected yet");
    }
    List<JDA.Status> statuses =
        opened.getShardCache().stream().map(JDA::getStatus).distinct().toList();
    return statuses.isEmpty() || !statuses.stream().allMatch(DiscordPlatform::isOpen)
        ? new Health.Down("the WebSocket is closed, connecting again")
        : new Health.Up();
  }

  private static boolean isOpen(JDA.Status status) {
    return status == JDA.Status.CONNECTED || status == JDA.Status.LOADING_SUBSYSTEMS;
  }

  @Override
  public void stopAccepting() {
    isStopping = true;
    events.close();
  }

  @Override
  public void close() {
    stopAccepting();
    ShardManager opened = shards;
    shards = null;
    if (opened == null) {
      return;
    }
    try {
      Thread started = registering;
      if (started != null && !started.join(LAST_CALLS)) {
        log.debug("the commands are still being registered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<JDA> open = opened.getShards();
    open.forEach(JDA::shutdownNow);
    opened.shutdown();
    try {
      for (JDA shard : open) {
        // What is still on its way would otherwise fail after everybody has gone.
        if (!shard.awaitShutdown(LAST_CALLS)) {
          log.debug("a connection to Discord is still being closed");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
