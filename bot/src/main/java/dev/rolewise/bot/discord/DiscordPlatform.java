package dev.rolewise.bot.discord;

import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.platform.ChatPlatform;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Pause;
import dev.rolewise.bot.platform.Requests;
import java.io.IOException;
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
import net.dv8tion.jda.api.events.ExceptionEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.guild.GuildTimeoutEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
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
  private static final int TOO_MANY = 429;

  /** None of them is privileged: Discord hands out the words of what is said to the bot anyway. */
  private static final List<GatewayIntent> INTENTS =
      List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

  /** How long Discord may take for a connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** How long a start waits for what Discord says to the commands. */
  private static final Duration FIRST_TRY = Duration.ofSeconds(10);

  private static final Duration LAST_CALLS = Duration.ofSeconds(5);
  private static final int MAX_RECONNECT_SECONDS = 60;

  private final DiscordConfig config;
  private final Pause pause;
  private final Registration registration;
  private final DiscordRecipients recipients;
  private final DiscordEvents events;
  private final CompletableFuture<Connected> connected = new CompletableFuture<>();
  private volatile Optional<String> ended = Optional.empty();
  private volatile boolean isStopping;
  private volatile @Nullable ShardManager shards;

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
    this.pause = pause;
    var told = new DiscordCommands(commands);
    registration = new Registration(config, told, () -> requests.library().names(), notes, pause);
    var calls = new DiscordCalls(pause);
    recipients = new DiscordRecipients(calls, new DiscordRenderer(), conversations);
    events =
        new DiscordEvents(told, requests, meter, conversations, recipients, Permits.of(config));
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
    if (outcome instanceof Connected.Ready) {
      outcome = refusal().<Connected>map(Connected.Refused::new).orElse(outcome);
    }
    if (outcome instanceof Connected.Refused) {
      close();
    } else {
      log.info("connected to Discord");
    }
    return outcome;
  }

  private Optional<String> refusal() {
    try {
      return registration.refusal(FIRST_TRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while connecting to Discord");
    }
  }

  /** Waits until Discord was told the commands. */
  void awaitCommands() throws InterruptedException {
    registration.await();
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
            .setHttpClientBuilder(
                new OkHttpClient.Builder()
                    .addInterceptor(DiscordPlatform::tellGlobalLimit)
                    .addInterceptor(new Receipts())
                    .addInterceptor(new SendOnce()))
            .setMaxReconnectDelay(MAX_RECONNECT_SECONDS)
            .setEnableShutdownHook(false)
            // What JDA keeps of an event leaves out what it does not know, as roles.
            .setEventPassthrough(true)
            .addEventListeners(new Connection(), (EventListener) events::hear);
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

  /** JDA waits it out; whoever runs the bot is to know why it is slow. */
  private static Response tellGlobalLimit(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() == TOO_MANY && response.header("X-RateLimit-Global") != null) {
      log.warn("Discord limits every call, waiting {} s", response.header("Retry-After"));
    }
    return response;
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
        case CONNECTING_TO_WEBSOCKET ->
            Incoming.watch(event.getJDA(), () -> isReady(event.getJDA()));
        case IDENTIFYING_SESSION -> {
          Incoming.watch(event.getJDA(), () -> isReady(event.getJDA()));
          Endings.watch(event.getJDA(), this::end);
        }
        case LOADING_SUBSYSTEMS, CONNECTED -> {
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

    private void isReady(JDA jda) {
      if (connected.complete(new Connected.Ready())) {
        registration.start(jda);
      }
    }

    @Override
    public void onGuildUnavailable(GuildUnavailableEvent event) {
      Incoming.hear(event.getJDA(), event.getGuild().getIdLong());
    }

    @Override
    public void onGuildTimeout(GuildTimeoutEvent event) {
      Incoming.hear(event.getJDA(), event.getGuildIdLong());
    }

    @Override
    public void onException(ExceptionEvent event) {
      log.error("what Discord sent could not be read: {}", event.getCause().toString());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      end(event.getCode());
    }

    private void end(int code) {
      if (isStopping || ended.isPresent()) {
        return;
      }
      String reason = reason(code);
      ended = Optional.of(reason);
      if (!connected.complete(new Connected.Refused(reason))) {
        log.error("Discord closed the connection for good: {}", reason);
      }
    }
  }

  private static String reason(int number) {
    CloseCode code = CloseCode.from(number);
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return TOKEN + ": Discord does not take the token";
    }
    if (code == CloseCode.DISALLOWED_INTENTS) {
      return TOKEN
          + ": Discord does not allow the bot its intents, which are Server Messages and Direct"
          + " Messages; see \"Bot\" at https://discord.com/developers/applications";
    }
    return "Discord closed the connection (" + number + ")";
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
    List<JDA> open = opened.getShards();
    if (open.isEmpty() || !open.stream().allMatch(DiscordPlatform::isOpen)) {
      return new Health.Down("the WebSocket is closed, connecting again");
    }
    Optional<String> pending = registration.pending();
    return pending.isPresent() ? new Health.Down(pending.get()) : new Health.Up();
  }

  private static boolean isOpen(JDA jda) {
    JDA.Status status = jda.getStatus();
    return (status == JDA.Status.CONNECTED || status == JDA.Status.LOADING_SUBSYSTEMS)
        && Endings.isOpen(jda);
  }

  @Override
  public void stopAccepting() {
    isStopping = true;
    events.close();
  }

  @Override
  public void close() {
    stopAccepting();
    connected.complete(new Connected.Refused("stopped while connecting to Discord"));
    ShardManager opened = shards;
    shards = null;
    if (opened == null) {
      return;
    }
    registration.close();
    List<JDA> open = opened.getShards();
    try {
      recipients.await(LAST_CALLS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
