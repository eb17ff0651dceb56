package dev.rolewise.bot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.platform.ChatPlatform;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Pause;
import dev.rolewise.bot.platform.Requests;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack, over a WebSocket that the bot opens or behind an HTTP server. */
public final class SlackPlatform implements ChatPlatform {
  /** What the platform is called. */
  public static final String NAME = "slack";

  private static final Logger log = LoggerFactory.getLogger(SlackPlatform.class);
  private static final String BOT_TOKEN = "ROLEWISE_SLACK_BOT_TOKEN";
  static final String APP_TOKEN = "ROLEWISE_SLACK_APP_TOKEN";

  /** Without these something that people are told of does not work, or nobody gets an answer. */
  static final List<String> NEEDED_SCOPES =
      List.of(
          "app_mentions:read",
          "channels:history",
          "chat:write",
          "commands",
          "groups:history",
          "im:history");

  /**
   * Without these everything is answered all the same: nothing tells that an answer is under way or
   * what could be asked, and a chart that Slack does not draw is in words.
   */
  static final List<String> OPTIONAL_SCOPES = List.of("assistant:write", "files:write");

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CHECKS = Duration.ofSeconds(30);

  /** How often Slack may have the start wait. */
  private static final int MAX_WAITS = 5;

  private static final int BAD_REQUEST = 400;

  /** Leaves out what is null, which Bolt does not expect everywhere. */
  private static final Gson JSON = new Gson();

  private final SlackConfig config;
  private final Commands commands;
  private final Requests requests;
  private final Meter meter;
  private final Supplier<List<String>> serviceState;
  private final Duration timeout;
  private final Pause pause;
  private final Duration checks;
  private final com.slack.api.SlackConfig clientConfig;
  private final OkHttpClient http;
  private final Slack slack;
  private final AtomicBoolean isStopping = new AtomicBoolean();
  private volatile @Nullable SlackApi api;
  private volatile @Nullable App app;
  private volatile @Nullable SlackEvents events;
  private volatile @Nullable SlackSocket socket;
  private volatile @Nullable SlackCheck check;

  /**
   * @param config every variable of its mode is set
   * @param meter notes what is acknowledged and answered
   * @param serviceState how the service is, a line each, for admins
   */
  public SlackPlatform(
      SlackConfig config,
      Commands commands,
      Requests requests,
      Meter meter,
      Supplier<List<String>> serviceState) {
    this(config, commands, requests, meter, serviceState, TIMEOUT, Thread::sleep, CHECKS);
  }

  /**
   * @param timeout how long Slack may be silent in a call
   * @param pause waits between calls
   * @param checks time from one check of whether Slack can be used to the next
   */
  SlackPlatform(
      SlackConfig config,
      Commands commands,
      Requests requests,
      Meter meter,
      Supplier<List<String>> serviceState,
      Duration timeout,
      Pause pause,
      Duration checks) {
    this.config = config;
    this.commands = commands;
    this.requests = requests;
    this.meter = meter;
    this.serviceState = serviceState;
    this.timeout = timeout;
    this.pause = pause;
    this.checks = checks;
    clientConfig = new com.slack.api.SlackConfig();
    clientConfig.setMethodsEndpointUrlPrefix(config.apiUrl().toString());
    clientConfig.getMethodsConfig().setStatsEnabled(false);
    clientConfig.setStatsEnabled(false);
    // A post that is sent again without anybody noticing would be there twice.
    http =
        Unsent.in(SlackHttpClient.buildOkHttpClient(clientConfig).newBuilder())
            .retryOnConnectionFailure(false)
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .addInterceptor(new HeldBack())
            .addInterceptor(new OnlySlack(config.apiUrl()))
            .build();
    slack = Slack.getInstance(clientConfig, new SlackHttpClient(http));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Connected connect() {
    String token = config.botToken().map(Secret::value).orElse("");
    MethodsClient methods = slack.methods(token);
    AuthTestResponse who;
    try {
      who = admitted(() -> methods.authTest(test -> test));
    } catch (IOException | SlackApiException e) {
      return unreachable(BOT_TOKEN, e);
    }
    if (!who.isOk()) {
      return refused(BOT_TOKEN, String.valueOf(who.getError()), who.getNeeded());
    }
    List<String> scopes = SlackApi.scopes(who.getHttpResponseHeaders());
    // A Slack that does not tell is asked for no more than it gives.
    if (!scopes.isEmpty()) {
      List<String> missing = missing(NEEDED_SCOPES, scopes);
      if (!missing.isEmpty()) {
        return new Connected.Refused(missingScopes(missing));
      }
      List<String> missed = missing(OPTIONAL_SCOPES, scopes);
      if (!missed.isEmpty()) {
        log.warn(missingScopes(missed));
      }
    }
    String appToken = config.appToken().map(Secret::value).orElse("");
    String url = "";
    if (config.mode() == SlackMode.SOCKET) {
      try {
        var opened = admitted(() -> slack.methods(appToken).appsConnectionsOpen(open -> open));
        if (!opened.isOk()) {
          return refused(APP_TOKEN, String.valueOf(opened.getError()), opened.getNeeded());
        }
        if (opened.getUrl() == null) {
          return answered("no address for a WebSocket");
        }
        url = opened.getUrl();
      } catch (IOException | SlackApiException e) {
        return unreachable(APP_TOKEN, e);
      }
    }
    var people = new SlackPeople(new Secret(token), config.admins());
    var calls = new SlackApi(methods, http, pause, String.valueOf(who.getUserId()));
    api = calls;
    App made = app();
    var taking =
        new SlackEvents(commands, requests, meter, people, serviceState, calls, who.getUserId());
    taking.register(made);
    events = taking;
    app = made;
    Connected connected =
        config.mode() == SlackMode.SOCKET ? openSocket(made, appToken, url) : new Connected.Ready();
    if (connected instanceof Connected.Ready) {
      var checking = new SlackCheck(calls, checks);
      check = checking;
      calls.onTrouble(checking::soon);
    }
    return connected;
  }

  /** Makes a call, again after as long as Slack asks to wait if that is not for long. */
  private <T extends SlackApiTextResponse> T admitted(SlackApi.Call<T> call)
      throws IOException, SlackApiException {
    for (int i = 0; ; i++) {
      Duration wait = SlackApi.SHORT_WAIT;
      try {
        T answer = call.make();
        if (i >= MAX_WAITS || !SlackApi.LIMIT_ERRORS.contains(String.valueOf(answer.getError()))) {
          return answer;
        }
      } catch (SlackApiException e) {
        wait = SlackApi.retryAfter(e.getResponse());
        if (e.getResponse().code() != SlackApi.TOO_MANY
            || i >= MAX_WAITS
            || wait.compareTo(SlackApi.MAX_WAIT) > 0) {
          throw e;
        }
      }
      log.info("Slack has the start wait for {} s", wait.toSeconds());
      try {
        pause.pause(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }

  private static List<String> missing(List<String> wanted, List<String> scopes) {
    return wanted.stream().filter(scope -> !scopes.contains(scope)).toList();
  }

  private static String missingScopes(List<String> missing) {
    return BOT_TOKEN
        + ": "
        + (missing.size() == 1 ? "a scope is missing: " : "scopes are missing: ")
        + String.join(", ", missing)
        + "; give the app what config/slack-manifest.yaml asks for and install it again";
  }

  /**
   * Takes what Slack sends apart. It has none of Bolt's own middleware: that asks Slack once more
   * who the bot is, verifies what is verified already, and needs a scope to tell bots.
   */
  private App app() {
    return new App(
        AppConfig.builder()
            .slack(slack)
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(_ -> Response.ok())
            .build(),
        new ArrayList<>());
  }

  /**
   * @param url that Slack gave for a WebSocket
   */
  private Connected openSocket(App made, String token, String url) {
    var parser = new SlackRequestParser(made.config());
    var opened =
        new SlackSocket(
            slack, token, envelope -> take(made, parser, envelope), meter, timeout, pause);
    socket = opened;
    try {
      boolean isOpen = opened.connect(url);
      if (isStopping.get()) {
        closeSocket();
        return new Connected.Refused("stopping");
      }
      if (!isOpen) {
        closeSocket();
        return new Connected.Refused(
            "the WebSocket of Slack at " + new URI(url).getAuthority() + " cannot be reached");
      }
      return new Connected.Ready();
    } catch (URISyntaxException | RuntimeException e) {
      closeSocket();
      return unreachable(APP_TOKEN, e);
    }
  }

  /**
   * Takes a message of a WebSocket.
   *
   * @return false if Slack is to deliver it again; what cannot be read it would deliver in vain
   */
  private static boolean take(App app, SlackRequestParser parser, JsonObject envelope) {
    if (!(envelope.get("payload") instanceof JsonObject payload)) {
      return true;
    }
    try {
      Request<?> request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .socketMode(true)
                  .requestUri("")
                  .queryString(Map.of())
                  .headers(new RequestHeaders(Map.of()))
                  .requestBody(readable(payload))
                  .build());
      return request == null || run(app, request).getStatusCode() != SlackEvents.STOPPING;
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("a message of Slack could not be read: {}", e.toString());
      return true;
    }
  }

  /**
   * @param variable that holds the token
   * @param needed scope, if Slack names one
   */
  private Connected refused(String variable, String error, @Nullable String needed) {
    if (SlackApi.UNCLEAR_ERRORS.contains(error) || SlackApi.LIMIT_ERRORS.contains(error)) {
      return answered(error);
    }
    return new Connected.Refused(refusal(variable, error, needed));
  }

  /** What a token lacks, on one line. */
  static String refusal(String variable, String error, @Nullable String needed) {
    return error.equals(SlackApi.MISSING_SCOPE) && needed != null
        ? variable + ": the scope " + needed + " is missing, add it to the token"
        : variable + ": Slack does not take the token (" + error + ")";
  }

  private Connected answered(String what) {
    return new Connected.Refused("Slack at " + config.apiUrl() + " answered with " + what);
  }

  private Connected unreachable(String variable, Exception e) {
    log.debug("Slack could not be reached", e);
    if (e instanceof SlackApiException told) {
      var error = told.getError();
      int status = told.getResponse().code();
      return error == null
              || error.getError() == null
              || status == SlackApi.TOO_MANY
              || status >= SlackApi.SERVER_ERROR
          ? answered("status " + status)
          : refused(variable, error.getError(), error.getNeeded());
    }
    return new Connected.Refused(
        "Slack at " + config.apiUrl() + " cannot be reached, see ROLEWISE_SLACK_API_URL");
  }

  /**
   * What is answered to a request over HTTP.
   *
   * @param status HTTP status
   * @param contentType of the body, empty without one
   */
  public record Answer(int status, String contentType, String body) {}

  /**
   * Takes a request that came over HTTP and is known to come from Slack.
   *
   * @param headers by their names in lower case
   */
  public Answer handle(Map<String, List<String>> headers, String body) {
    App made = app;
    if (made == null || isStopping.get()) {
      return new Answer(SlackEvents.STOPPING, "", "");
    }
    try {
      var request =
          new SlackRequestParser(made.config())
              .parse(
                  SlackRequestParser.HttpRequest.builder()
                      .requestUri("/slack/events")
                      .queryString(Map.of())
                      .headers(new RequestHeaders(headers))
                      .requestBody(
                          body.startsWith("{")
                              ? readable(JsonParser.parseString(body).getAsJsonObject())
                              : body)
                      .build());
      if (request == null) {
        return new Answer(BAD_REQUEST, "", "");
      }
      Response response = run(made, request);
      return new Answer(
          response.getStatusCode(),
          response.getContentType() == null ? "" : response.getContentType(),
          response.getBody() == null ? "" : response.getBody());
    } catch (Exception | StackOverflowError e) {
      log.warn("a request of Slack could not be read", e);
      return new Answer(BAD_REQUEST, "", "");
    }
  }

  /** What Slack sends without what nobody reads, which Bolt gives an event up for if it is odd. */
  private static String readable(JsonObject payload) {
    if (!(payload.get("event") instanceof JsonObject event)) {
      return JSON.toJson(payload);
    }
    var read = new JsonObject();
    read.addProperty("type", Bots.text(payload.get("type")));
    read.addProperty("team_id", Bots.text(payload.get("team_id")));
    read.add("event", event);
    return JSON.toJson(read);
  }

  private static Response run(App app, Request<?> request) {
    try {
      return app.run(request);
    } catch (Exception | StackOverflowError e) {
      // It would fail again.
      log.error("an event could not be handled", e);
      return Response.ok();
    }
  }

  @Override
  public Health health() {
    SlackApi calls = api;
    if (calls == null) {
      return new Health.Down("not connected yet");
    }
    Optional<String> trouble = calls.trouble();
    if (trouble.isPresent()) {
      return new Health.Down(trouble.get());
    }
    if (isStopping.get()) {
      return new Health.Down("stopping");
    }
    SlackSocket opened = socket;
    if (config.mode() == SlackMode.SOCKET && (opened == null || !opened.isOpen())) {
      return new Health.Down(
          Optional.ofNullable(opened)
              .flatMap(SlackSocket::refusal)
              .orElse("the WebSocket is closed, connecting again"));
    }
    return new Health.Up();
  }

  @Override
  public void acceptAgain(String kept) {
    SlackEvents taking = events;
    if (taking != null) {
      taking.acceptAgain(kept);
    }
  }

  @Override
  public void stopAccepting() {
    isStopping.set(true);
    closeSocket();
  }

  private void closeSocket() {
    SlackSocket opened = socket;
    socket = null;
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public void close() {
    stopAccepting();
    SlackCheck checking = check;
    if (checking != null) {
      checking.close();
    }
    App made = app;
    if (made != null) {
      made.stop();
    }
    try {
      slack.close();
    } catch (Exception e) {
      log.debug("the client could not be closed", e);
    }
  }
}
