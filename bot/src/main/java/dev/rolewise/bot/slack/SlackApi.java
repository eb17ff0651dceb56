package dev.rolewise.bot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatStartStreamResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.assistant.SuggestedPrompt;
import dev.rolewise.bot.platform.Pause;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Slack. Waits out its limits with the order of a channel kept, and posts again only what is
 * known not to be there. Safe for many threads.
 */
final class SlackApi {
  /** Errors after which the bot token is of no more use. */
  static final Set<String> TOKEN_ERRORS =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "org_login_required");

  /** The error of a call that Slack does not take for longer than anybody waits. */
  static final String RATE_LIMITED = "ratelimited";

  /** Errors that tell to come again later, like the status for it. */
  static final Set<String> LIMIT_ERRORS = Set.of(RATE_LIMITED, "rate_limited");

  /** Errors of Slack itself, which may have done what it was asked for all the same. */
  static final Set<String> UNCLEAR_ERRORS =
      Set.of("internal_error", "fatal_error", "service_unavailable");

  /** In front of a status that no error of Slack comes with. */
  private static final String STATUS = "status ";

  /** The error of a call that the token may not make. */
  static final String MISSING_SCOPE = "missing_scope";

  private static final Set<String> PANE_ERRORS =
      Set.of(MISSING_SCOPE, "unknown_method", "not_allowed_token_type", "method_deprecated");

  /** Type of the metadata that names a message, so that it can be found again. */
  static final String METADATA = "rolewise_message";

  static final String METADATA_KEY = "key";

  private static final Logger log = LoggerFactory.getLogger(SlackApi.class);
  private static final int BAD_REQUEST = 400;
  static final int TOO_MANY = 429;
  static final int SERVER_ERROR = 500;
  private static final int MAX_TRIES = 4;

  /** Bytes that are read of what a response_url answers. */
  private static final int MAX_PEEK = 10_000;

  /** Messages on a page; Slack recommends no more. */
  private static final int PAGE = 200;

  /**
   * Pages that are looked at: a message that is behind them may be there or not. A thread is read
   * from the message that was answered on, so that one page is enough but for the busiest.
   */
  private static final int MAX_PAGES = 10;

  /** How often Slack may say "later" before it is given up. */
  private static final int MAX_WAITS = 30;

  /** Longest that a call is waited for; whoever asked is told of a longer one at once. */
  static final Duration MAX_WAIT = Duration.ofMinutes(2);

  /**
   * Longest that a message is held back in all until a Slack that is in trouble is back: whoever
   * asked would rather have a late answer than none.
   */
  private static final Duration MAX_OUTAGE = Duration.ofHours(1);

  /** What a message is held back at least, however long others were. */
  private static final Duration LEAST_PATIENCE = Duration.ofMinutes(1);

  /**
   * How often a message is posted that Slack does not take although its channel can be read. Others
   * wait behind it: with the pauses between them this is about four minutes.
   */
  private static final int MAX_POSTS = 15;

  /** How long to wait where Slack does not say it. */
  static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** More than Slack ever asks for. */
  private static final long MAX_RETRY_SECONDS = Duration.ofDays(7).toSeconds();

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final MethodsClient methods;
  private final OkHttpClient http;
  private final Pause pause;
  private final String bot;
  private final Gson gson = new Gson();
  private final Map<String, Posting> channels = new ConcurrentHashMap<>();

  /** What was waited for Slack in its present trouble, as far as one call waited for all of it. */
  private final AtomicReference<Duration> outage = new AtomicReference<>(Duration.ZERO);

  private volatile boolean isPaneMissing;
  private volatile boolean hasPane;
  private volatile boolean isStreamMissing;
  private volatile Optional<String> tokenError = Optional.empty();

  /** Why a call did not reach Slack, if none has since. */
  private volatile Optional<String> unreachable = Optional.empty();

  private volatile Runnable onTrouble = () -> {};

  /** The scope without which no message can be posted, empty if Slack does not name it. */
  private volatile Optional<String> missingScope = Optional.empty();

  /**
   * @param bot user id of the bot
   */
  SlackApi(MethodsClient methods, OkHttpClient http, Pause pause, String bot) {
    this.methods = methods;
    this.bot = bot;
    this.http = http;
    this.pause = pause;
  }

  /** Lets time pass. */
  void pause(Duration time) throws InterruptedException {
    pause.pause(time);
  }

  /**
   * @param onTrouble run when a call tells that Slack cannot be used; does not wait for anything
   */
  void onTrouble(Runnable onTrouble) {
    this.onTrouble = onTrouble;
  }

  /** Why Slack cannot be used, on one line, as far as the last calls tell. */
  Optional<String> trouble() {
    return tokenError
        .or(() -> missingScope.map(scope -> MISSING_SCOPE + (scope.isEmpty() ? "" : " " + scope)))
        .map(error -> "Slack does not take the bot token: " + error)
        .or(() -> unreachable.map(reason -> "Slack cannot be reached: " + reason));
  }

  /** The same as far as one more call tells, which does nothing else. */
  Optional<String> check() {
    switch (callOnce(
        () -> methods.authTest(test -> test),
        who -> {
          List<String> scopes = scopes(((AuthTestResponse) who).getHttpResponseHeaders());
          missingScope = missingScope.filter(scope -> !scopes.contains(scope));
          return Optional.empty();
        })) {
      case Sent.Refused(String error) when LIMIT_ERRORS.contains(error) ->
          unreachable = Optional.empty();
      case Sent.Refused(String error) when error.startsWith(STATUS) -> noteUnreachable(error);
      case Sent.Refused(String error) -> tokenError = Optional.of(error);
      case Sent.Unclear(String reason) -> noteUnreachable(reason);
      case Sent.Done _ -> {}
    }
    return trouble();
  }

  /**
   * Posts a message.
   *
   * @param where the message goes
   * @param key names the message, so that it is found again when it is unclear whether it is there
   */
  Sent post(Spot where, SlackMessage message, String key) {
    Posting channel =
        channels.compute(
            where.channel(), (_, posting) -> (posting == null ? Posting.none() : posting).more(1));
    channel.lock().lock();
    try {
      ChatPostMessageRequest request =
          ChatPostMessageRequest.builder()
              .channel(where.channel())
              .threadTs(where.thread().orElse(null))
              .text(message.text())
              .blocksAsString(message.blocksJson())
              .metadata(metadata(key))
              .unfurlLinks(false)
              .unfurlMedia(false)
              .build();
      var patience = patience();
      for (int posts = 1; true; posts++) {
        Sent sent =
            call(
                () -> noted(() -> methods.chatPostMessage(request)),
                posted -> Optional.ofNullable(((ChatPostMessageResponse) posted).getTs()),
                MAX_WAITS,
                patience);
        if (!(sent instanceof Sent.Unclear(String reason))) {
          return sent;
        }
        log.warn("whether a message was posted is unclear: {}", reason);
        // It may take some time to turn up.
        Optional<Optional<String>> there =
            patience.lasts() ? find(where, message, key, patience) : Optional.empty();
        if (there.isEmpty() || (there.get().isEmpty() && posts == MAX_POSTS)) {
          return sent;
        }
        if (there.get().isPresent()) {
          return new Sent.Done(there.get().get());
        }
      }
    } finally {
      channel.lock().unlock();
      channels.computeIfPresent(
          where.channel(), (_, posting) -> posting.count() == 1 ? null : posting.more(-1));
    }
  }

  /**
   * Whoever posts to a channel, one after the other.
   *
   * @param count how many post or wait, from 0
   */
  private record Posting(ReentrantLock lock, int count) {
    static Posting none() {
      return new Posting(new ReentrantLock(true), 0);
    }

    Posting more(int some) {
      return new Posting(lock, count + some);
    }
  }

  /** The message if it is there; nothing if nobody can tell. */
  private Optional<Optional<String>> find(
      Spot where, SlackMessage message, String key, Patience patience) {
    Optional<String> cursor = Optional.empty();
    for (int i = 0; i < MAX_PAGES; i++) {
      Optional<Page> page = page(where, cursor, patience);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> found =
          page.get().messages().stream()
              .filter(posted -> isAfter(posted, where) && isSame(posted, message, key))
              .map(Message::getTs)
              .findFirst();
      cursor = page.get().next();
      // A channel tells its newest messages first, a thread or what is after a message may not.
      if (found.isPresent()
          || cursor.isEmpty()
          || (where.thread().isEmpty() && where.after().isEmpty())) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * Some messages of a conversation.
   *
   * @param next where the next ones begin, if there are more
   */
  private record Page(List<Message> messages, Optional<String> next) {
    static Page of(@Nullable List<Message> messages, @Nullable ResponseMetadata metadata) {
      return new Page(
          messages == null ? List.of() : messages,
          Optional.ofNullable(metadata)
              .map(ResponseMetadata::getNextCursor)
              .filter(cursor -> !cursor.isEmpty()));
    }
  }

  /** Messages of a thread, or the last ones of a channel; nothing if Slack does not tell. */
  private Optional<Page> page(Spot where, Optional<String> cursor, Patience patience) {
    var page = new AtomicReference<Optional<Page>>(Optional.empty());
    Sent read =
        repeated(
            () -> read(where, cursor, found -> page.set(Optional.of(found))),
            _ -> Optional.empty(),
            patience);
    if (!(read instanceof Sent.Done)) {
      log.warn("the messages of a conversation could not be read: {}", read);
    }
    return page.get();
  }

  private SlackApiTextResponse read(Spot where, Optional<String> cursor, Consumer<Page> found)
      throws IOException, SlackApiException {
    if (where.thread().isPresent()) {
      var replies =
          methods.conversationsReplies(
              ConversationsRepliesRequest.builder()
                  .channel(where.channel())
                  .ts(where.thread().get())
                  .oldest(where.after().orElse(null))
                  .cursor(cursor.orElse(null))
                  .includeAllMetadata(true)
                  .limit(PAGE)
                  .build());
      if (replies.isOk()) {
        found.accept(Page.of(replies.getMessages(), replies.getResponseMetadata()));
      }
      return replies;
    }
    var history =
        methods.conversationsHistory(
            ConversationsHistoryRequest.builder()
                .channel(where.channel())
                .oldest(where.after().orElse(null))
                .cursor(cursor.orElse(null))
                .includeAllMetadata(true)
                .limit(PAGE)
                .build());
    if (history.isOk()) {
      found.accept(Page.of(history.getMessages(), history.getResponseMetadata()));
    }
    return history;
  }

  /** Whether a message is later than what it would answer: time stamps are equally long. */
  private static boolean isAfter(Message posted, Spot where) {
    return where
        .after()
        .map(asked -> posted.getTs() != null && posted.getTs().compareTo(asked) > 0)
        .orElse(true);
  }

  private boolean isSame(Message posted, SlackMessage message, String key) {
    Message.Metadata metadata = posted.getMetadata();
    if (metadata != null && metadata.getEventPayload() != null) {
      return key.equals(metadata.getEventPayload().get(METADATA_KEY));
    }
    return (posted.getBotId() != null || bot.equals(posted.getUser()))
        && message.text().equals(posted.getText());
  }

  /** Posts a message that one person sees. */
  Sent postPrivately(String channel, String user, Optional<String> thread, SlackMessage message) {
    return call(
        () -> methods.chatPostEphemeral(ephemeral(channel, user, thread, message)),
        _ -> Optional.empty());
  }

  /** Posts a message that one person rather sees twice than not at all: it cannot be looked for. */
  Sent insistPrivately(String channel, String user, Optional<String> thread, SlackMessage message) {
    return repeated(
        () -> methods.chatPostEphemeral(ephemeral(channel, user, thread, message)),
        _ -> Optional.empty(),
        leastPatience());
  }

  private static ChatPostEphemeralRequest ephemeral(
      String channel, String user, Optional<String> thread, SlackMessage message) {
    return ChatPostEphemeralRequest.builder()
        .channel(channel)
        .user(user)
        .threadTs(thread.orElse(null))
        .text(message.text())
        .blocksAsString(message.blocksJson())
        .build();
  }

  /**
   * Begins a message in a thread that grows; nobody waits for it where Slack says "later".
   *
   * @param reader whoever asked
   */
  Sent startStream(String channel, String thread, SlackStream.Reader reader) {
    if (isStreamMissing) {
      return new Sent.Refused("no streams here");
    }
    Sent sent =
        callOnce(
            () ->
                methods.chatStartStream(start ->
                    start
                        .channel(channel)
                        .threadTs(thread)
                        .recipientTeamId(reader.team())
                        .recipientUserId(reader.user())),
            started -> Optional.ofNullable(((ChatStartStreamResponse) started).getTs()));
    if (sent instanceof Sent.Refused(String error) && PANE_ERRORS.contains(error)) {
      log.info("answers are shown when they are whole: {}", error);
      isStreamMissing = true;
    }
    return sent;
  }

  /**
   * Adds to a message that grows; nobody waits for it where Slack says "later".
   *
   * @param markdown at most {@link SlackLimit#STREAM_TEXT} characters
   */
  Sent appendStream(String channel, String ts, String markdown) {
    return callOnce(
        () ->
            methods.chatAppendStream(
                append -> append.channel(channel).ts(ts).markdownText(markdown)),
        _ -> Optional.of(ts));
  }

  /**
   * Ends a message that grows, once.
   *
   * @param markdown what is still to be added, if anything
   * @param message what stands below, if anything
   * @param key names the message
   */
  Sent stopStream(
      String channel,
      String ts,
      Optional<String> markdown,
      Optional<SlackMessage> message,
      String key) {
    return call(
        () ->
            methods.chatStopStream(stop ->
                stop.channel(channel)
                    .ts(ts)
                    .markdownText(markdown.orElse(null))
                    .blocksAsString(message.map(SlackMessage::blocksJson).orElse(null))
                    .metadata(metadata(key))),
        _ -> Optional.of(ts));
  }

  /** Puts a message in the place of an earlier one, which can be done twice. */
  Sent update(String channel, String ts, SlackMessage message) {
    return repeated(
        () ->
            methods.chatUpdate(update ->
                update
                    .channel(channel)
                    .ts(ts)
                    .text(message.text())
                    .blocksAsString(message.blocksJson())),
        _ -> Optional.of(ts),
        patience());
  }

  /** Takes a message away. */
  Sent delete(String channel, String ts) {
    return call(
        () -> methods.chatDelete(delete -> delete.channel(channel).ts(ts)), _ -> Optional.empty());
  }

  private static Message.Metadata metadata(String key) {
    return Message.Metadata.builder()
        .eventType(METADATA)
        .eventPayload(Map.of(METADATA_KEY, key))
        .build();
  }

  /** Opens a modal. */
  Sent open(String trigger, String view) {
    return call(
        () ->
            methods.viewsOpen(
                ViewsOpenRequest.builder().triggerId(trigger).viewAsString(view).build()),
        _ -> Optional.empty());
  }

  /**
   * Says in the agent pane that an answer is under way. Slack takes it away with the answer. Nobody
   * waits for it where Slack says "later".
   *
   * @return whether the pane shows it
   */
  boolean status(String channel, String thread) {
    if (isPaneMissing) {
      return false;
    }
    Sent sent =
        callOnce(
            () ->
                methods.assistantThreadsSetStatus(set ->
                    set.channelId(channel)
                        .threadTs(thread)
                        .status("is looking in the role documents…")),
            _ -> Optional.empty());
    noteWithoutPane(sent);
    if (sent instanceof Sent.Done) {
      hasPane = true;
    }
    return sent instanceof Sent.Done;
  }

  /** Whether there is an agent pane, as far as it has been used. */
  boolean hasPane() {
    return hasPane && !isPaneMissing;
  }

  /** Names a thread of the agent pane, which does well without. */
  void title(String channel, String thread, String title) {
    callOnce(
        () ->
            methods.assistantThreadsSetTitle(
                set -> set.channelId(channel).threadTs(thread).title(title)),
        _ -> Optional.empty());
  }

  /**
   * Offers questions in the agent pane.
   *
   * @param thread none where the pane has no threads of its own
   */
  void prompts(String channel, Optional<String> thread, List<String> questions) {
    if (isPaneMissing) {
      return;
    }
    List<SuggestedPrompt> prompts = questions.stream().map(SuggestedPrompt::create).toList();
    noteWithoutPane(
        call(
            () ->
                methods.assistantThreadsSetSuggestedPrompts(
                    set -> set.channelId(channel).threadTs(thread.orElse(null)).prompts(prompts)),
            _ -> Optional.empty()));
  }

  /** An app without the pane is not asked for it each time. */
  private void noteWithoutPane(Sent sent) {
    if (sent instanceof Sent.Refused(String error) && PANE_ERRORS.contains(error)) {
      log.info("there is no agent pane: {}", error);
      isPaneMissing = true;
    }
  }

  /**
   * Uploads a picture for messages.
   *
   * @param altText the same in words
   * @return the id of its file, none when Slack does not take it
   */
  Optional<String> upload(byte[] png, String altText) {
    try {
      FilesUploadV2Response uploaded =
          methods.filesUploadV2(
              file -> file.fileData(png).filename("chart.png").title("Chart").altTxt(altText));
      return uploaded.isOk() && uploaded.getFile() != null
          ? Optional.ofNullable(uploaded.getFile().getId())
          : Optional.empty();
    } catch (IOException | SlackApiException | SlackFilesUploadV2Exception e) {
      log.warn("a picture could not be uploaded", e);
      return Optional.empty();
    }
  }

  /** Shows App Home to one person. */
  Sent publish(String user, String view) {
    return call(
        () -> methods.viewsPublish(publish -> publish.userId(user).viewAsString(view)),
        _ -> Optional.empty());
  }

  /**
   * Answers a slash command or a button, to be seen by who used it. Only what Slack says it did not
   * take is sent again: nothing tells whether a response is there.
   *
   * @param url where Slack waits for it
   */
  Sent respond(String url, SlackMessage message) {
    @Nullable HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return new Sent.Refused("no response_url");
    }
    var body = new JsonObject();
    body.addProperty("response_type", "ephemeral");
    body.addProperty("replace_original", false);
    body.addProperty("text", message.text());
    JsonElement blocks = JsonParser.parseString(message.blocksJson());
    body.add("blocks", blocks);
    String json = gson.toJson(body);
    for (int i = 0; ; i++) {
      Request request =
          new Request.Builder().url(address).post(RequestBody.create(json, JSON)).build();
      try (Response response = http.newCall(request).execute()) {
        int status = response.code();
        if (response.isSuccessful()) {
          return refusal(response).<Sent>map(Sent.Refused::new).orElse(new Sent.Done(""));
        }
        if (status >= SERVER_ERROR) {
          return new Sent.Unclear(STATUS + status);
        }
        if (status != TOO_MANY) {
          return new Sent.Refused(status == BAD_REQUEST ? "invalid_blocks" : STATUS + status);
        }
        Duration wait = retryAfter(response);
        if (i >= MAX_TRIES || wait.compareTo(MAX_WAIT) > 0) {
          return new Sent.Refused(RATE_LIMITED);
        }
        wait(wait);
      } catch (ConnectException e) {
        return new Sent.Refused(reason(e));
      } catch (IOException e) {
        return new Sent.Unclear(reason(e));
      }
    }
  }

  /** Why a response was not taken although its status tells otherwise. */
  private static Optional<String> refusal(Response response) {
    try {
      if (JsonParser.parseString(response.peekBody(MAX_PEEK).string()) instanceof JsonObject told
          && told.get("ok") instanceof JsonPrimitive ok
          && ok.isBoolean()
          && !ok.getAsBoolean()) {
        return Optional.of(
            told.get("error") instanceof JsonPrimitive error ? error.getAsString() : "not ok");
      }
    } catch (IOException | JsonParseException e) {
      log.debug("what a response_url answered could not be read", e);
    }
    return Optional.empty();
  }

  /** Asks Slack once. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws IOException, SlackApiException;
  }

  /** How long a Slack that is in trouble is still waited for, after pauses that get longer. */
  private final class Patience {
    private final Duration most;
    private Duration waited;
    private Duration next = FIRST_PAUSE;

    /**
     * @param waited what all pauses before came to
     * @param most what all pauses come to at most, give or take one
     */
    Patience(Duration waited, Duration most) {
      this.waited = waited;
      this.most = most;
    }

    /** Pauses, unless it has run out. */
    boolean lasts() {
      if (waited.compareTo(most) >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      SlackApi.this.wait(next);
      waited = waited.plus(next);
      outage.accumulateAndGet(waited, (one, other) -> one.compareTo(other) > 0 ? one : other);
      next = Pause.longer(next, LONGEST_PAUSE);
      return true;
    }
  }

  /**
   * As much as is left of what Slack is waited for in its present trouble, or a little at least.
   */
  private Patience patience() {
    Duration waited = outage.get();
    Duration most = MAX_OUTAGE.minus(LEAST_PATIENCE);
    return new Patience(waited.compareTo(most) < 0 ? waited : most, MAX_OUTAGE);
  }

  /** For what may be seen each time that it is tried. */
  private Patience leastPatience() {
    return new Patience(Duration.ZERO, LEAST_PATIENCE);
  }

  /** Makes a call again as long as no connection comes about, so that nothing was sent. */
  private <T> T connected(Call<T> call, Patience patience) throws IOException, SlackApiException {
    while (true) {
      try {
        return call.make();
      } catch (ConnectException e) {
        noteUnreachable(reason(e));
        if (!patience.lasts()) {
          throw e;
        }
        log.warn("Slack cannot be reached, trying again: {}", e.toString());
      }
    }
  }

  /** Makes a call that can be made twice until it is clear what became of it. */
  private Sent repeated(
      Call<SlackApiTextResponse> call,
      Function<SlackApiTextResponse, Optional<String>> ts,
      Patience patience) {
    while (true) {
      Sent sent = call(call, ts, MAX_WAITS, patience);
      if (!(sent instanceof Sent.Unclear(String reason)) || !patience.lasts()) {
        return sent;
      }
      log.warn("what became of a call is unclear, trying again: {}", reason);
    }
  }

  private Sent call(
      Call<SlackApiTextResponse> call, Function<SlackApiTextResponse, Optional<String>> ts) {
    return call(call, ts, MAX_WAITS, patience());
  }

  /** Makes a call for whose end nobody waits. */
  private Sent callOnce(
      Call<SlackApiTextResponse> call, Function<SlackApiTextResponse, Optional<String>> ts) {
    return call(call, ts, 0, new Patience(Duration.ZERO, Duration.ZERO));
  }

  private Sent call(
      Call<SlackApiTextResponse> call,
      Function<SlackApiTextResponse, Optional<String>> ts,
      int maxWaits,
      Patience patience) {
    for (int waits = 0; ; waits++) {
      try {
        SlackApiTextResponse response = connected(call, patience);
        if (response.isOk()) {
          tokenError = Optional.empty();
          unreachable = Optional.empty();
          outage.set(Duration.ZERO);
          return new Sent.Done(ts.apply(response).orElse(""));
        }
        String error = String.valueOf(response.getError());
        if (LIMIT_ERRORS.contains(error) && waits < maxWaits) {
          wait(SHORT_WAIT);
          continue;
        }
        if (UNCLEAR_ERRORS.contains(error)) {
          return new Sent.Unclear(error);
        }
        note(error);
        return new Sent.Refused(error);
      } catch (SlackApiException e) {
        int status = e.getResponse().code();
        if (status == TOO_MANY) {
          Duration wait = retryAfter(e.getResponse());
          if (waits >= maxWaits || wait.compareTo(MAX_WAIT) > 0) {
            return new Sent.Refused(RATE_LIMITED);
          }
          wait(wait);
        } else if (status >= SERVER_ERROR) {
          noteUnreachable(STATUS + status);
          return new Sent.Unclear(STATUS + status);
        } else {
          String error = e.getError() == null ? null : e.getError().getError();
          String told = error == null ? STATUS + status : error;
          note(told);
          return new Sent.Refused(told);
        }
      } catch (IOException e) {
        noteUnreachable(reason(e));
        return new Sent.Unclear(reason(e));
      }
    }
  }

  private static String reason(IOException e) {
    Throwable first = e instanceof ConnectException && e.getCause() != null ? e.getCause() : e;
    return first.getClass().getSimpleName();
  }

  private void noteUnreachable(String reason) {
    unreachable = Optional.of(reason);
    onTrouble.run();
  }

  private void note(String error) {
    if (TOKEN_ERRORS.contains(error)) {
      tokenError = Optional.of(error);
      onTrouble.run();
    }
  }

  /** Notes whether the token may post, whatever the status that Slack tells it with. */
  private ChatPostMessageResponse noted(Call<ChatPostMessageResponse> post)
      throws IOException, SlackApiException {
    try {
      ChatPostMessageResponse posted = post.make();
      if (posted.isOk()) {
        missingScope = Optional.empty();
      } else {
        noteScope(posted.getError(), posted.getNeeded());
      }
      return posted;
    } catch (SlackApiException e) {
      if (e.getError() != null) {
        noteScope(e.getError().getError(), e.getError().getNeeded());
      }
      throw e;
    }
  }

  private void noteScope(@Nullable String error, @Nullable String needed) {
    if (MISSING_SCOPE.equals(error)) {
      missingScope = Optional.of(needed == null ? "" : needed);
      onTrouble.run();
    }
  }

  /** How long Slack asks to wait. */
  static Duration retryAfter(Response response) {
    @Nullable String header = response.header("Retry-After");
    try {
      return header == null
          ? SHORT_WAIT
          : Duration.ofSeconds(Math.clamp(Long.parseLong(header.strip()), 0, MAX_RETRY_SECONDS));
    } catch (NumberFormatException e) {
      return SHORT_WAIT;
    }
  }

  private void wait(Duration time) {
    try {
      pause.pause(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Scopes that Slack says a token has, empty if it does not say. */
  static List<String> scopes(@Nullable Map<String, List<String>> headers) {
    if (headers == null) {
      return List.of();
    }
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("x-oauth-scopes"))
        .flatMap(header -> header.getValue().stream())
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .toList();
  }
}
