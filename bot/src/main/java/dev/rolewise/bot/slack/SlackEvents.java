package dev.rolewise.bot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.AttachmentActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.rolewise.bot.answer.Suggestions;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Reason;
import dev.rolewise.bot.platform.Recipient;
import dev.rolewise.bot.platform.Request;
import dev.rolewise.bot.platform.Request.Condition;
import dev.rolewise.bot.platform.Request.Verdict;
import dev.rolewise.bot.platform.Request.Wanted;
import dev.rolewise.bot.platform.Request.Work;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.platform.TypedCommand;
import dev.rolewise.bot.slack.Wording.Meant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what Slack sends into requests. Everything is acknowledged at once, also what is unknown;
 * the work is done elsewhere.
 */
final class SlackEvents {
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
  private static final String DIRECT = "im";

  /** What older apps are told direct messages are. */
  private static final String PANE = "app_home";

  private static final String MENTION = AppMentionEvent.TYPE_NAME;

  /**
   * Kinds of messages that people write: one with a file, one that is sent to the channel of its
   * thread, too, and one that tells what its writer does are still messages.
   */
  private static final Set<String> SAID =
      Set.of(
          MENTION,
          "message",
          "message:file_share",
          "message:thread_broadcast",
          "message:me_message");

  private static final Gson JSON = GsonFactory.createSnakeCase();

  /** In front of what is kept of a message, to tell it from what other platforms keep. */
  private static final String KEPT = SlackPlatform.NAME + " ";

  /** Status of what is not accepted, so that Slack delivers it again. */
  static final int STOPPING = 503;

  private static final Logger log = LoggerFactory.getLogger(SlackEvents.class);

  private final Commands commands;
  private final Requests requests;
  private final Chatter chatter = new Chatter();
  private final Early early = new Early(System::nanoTime);
  private final Meter meter;
  private final SlackPeople people;
  private final Supplier<List<String>> serviceState;
  private final SlackApi api;
  private final SlackRecipients recipients;

  /** User id of the bot. */
  private final String bot;

  /**
   * @param serviceState how the service is, a line each, asked for when it is shown
   * @param bot user id of the bot
   */
  SlackEvents(
      Commands commands,
      Requests requests,
      Meter meter,
      SlackPeople people,
      Supplier<List<String>> serviceState,
      SlackApi api,
      String bot) {
    this.commands = commands;
    this.requests = requests;
    this.meter = meter;
    this.people = people;
    this.serviceState = serviceState;
    this.api = api;
    recipients = new SlackRecipients(api);
    this.bot = bot;
  }

  /** Takes care of everything that the app is sent. */
  void register(App app) {
    app.use(new Bots());
    app.use((request, _, chain) -> {
      if (request instanceof EventRequest event) {
        // Bolt itself acknowledges events also when their handler refuses them.
        return SAID.contains(event.getEventTypeAndSubtype()) ? said(event) : chain.next(request);
      }
      // Whoever is not named cannot be answered.
      return text(request.getContext().getRequestUserId()).isEmpty()
          ? Response.ok()
          : chain.next(request);
    });
    app.event(
        AppHomeOpenedEvent.class, (event, _) -> opened(text(event.getTeamId()), event.getEvent()));
    app.event(
        AssistantThreadStartedEvent.class,
        (event, _) -> {
          var thread = event.getEvent().getAssistantThread();
          if (thread != null && thread.getChannelId() != null) {
            elsewhere(() ->
                api.prompts(
                    thread.getChannelId(), Optional.ofNullable(thread.getThreadTs()), questions()));
          }
          return Response.ok();
        });
    app.command(ANY, (command, _) -> typed(command.getPayload()));
    app.attachmentAction(ANY, (action, _) -> pressedBelow(action.getPayload()));
    app.blockAction(ANY, (action, _) -> pressed(action.getPayload()));
    app.messageShortcut(ANY, (shortcut, _) -> pointedAt(shortcut.getPayload()));
    app.globalShortcut(ANY, (shortcut, _) -> started(shortcut.getPayload()));
    app.viewSubmission(ANY, (submission, _) -> submitted(submission.getPayload()));
    app.viewClosed(ANY, (_, _) -> Response.ok());
  }

  private Response said(EventRequest event) {
    JsonObject payload = JsonParser.parseString(event.getRequestBodyAsString()).getAsJsonObject();
    JsonObject message = payload.getAsJsonObject("event");
    String team = Bots.text(payload.get("team_id"));
    var said = Said.read(message);
    // There is nobody to answer, or nowhere to.
    if (said.user().isEmpty()
        || said.channel().isEmpty()
        || said.ts().isEmpty()
        || bot.equals(said.user())) {
      return Response.ok();
    }
    if (!event.getEventType().equals(MENTION)) {
      return said(team, said);
    }
    return message.get("edited") instanceof JsonObject ? Response.ok() : mentioned(team, said);
  }

  /**
   * What a message says; blocks are read only if there is no text, and may be what nobody knows.
   */
  private static String words(JsonObject message) {
    String text = Bots.text(message.get("text"));
    if (!text.isBlank()) {
      return text;
    }
    try {
      return words(JSON.fromJson(message, Message.class));
    } catch (RuntimeException e) {
      log.debug("the blocks of a message could not be read", e);
      return "";
    }
  }

  /** App Home is drawn anew each time; the pane of direct messages gets questions to start with. */
  private Response opened(String team, AppHomeOpenedEvent event) {
    if ("home".equals(event.getTab()) && event.getUser() != null) {
      elsewhere(() -> {
        List<SlackHome.Role> roles =
            requests.library().knowledge().documents().stream()
                .map(role -> new SlackHome.Role(role.id(), role.title()))
                .toList();
        List<SlackHome.Recent> recent =
            requests.asked(people.asker(team, event.getUser())).stream()
                .map(asked -> new SlackHome.Recent(asked.answer(), asked.question()))
                .toList();
        List<String> state = people.isAdmin(event.getUser()) ? serviceState.get() : List.of();
        api.publish(event.getUser(), SlackViews.home(new SlackHome(roles, recent, state)));
      });
    } else if ("messages".equals(event.getTab()) && event.getChannel() != null) {
      elsewhere(() -> api.prompts(event.getChannel(), Optional.empty(), questions()));
    }
    return Response.ok();
  }

  /** Questions that the documents answer. */
  private List<String> questions() {
    return new Suggestions(requests.library().knowledge()).general();
  }

  /** Nobody waits for it, and nobody misses it when it fails. */
  private static void elsewhere(Runnable task) {
    Thread.ofVirtual()
        .name("pane")
        .start(() -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            log.warn("App Home or the agent pane could not be filled", e);
          }
        });
  }

  /** An app of a whole organisation is told no workspace, but that of the person. */
  private static String workspace(@Nullable String told, @Nullable String ofPerson) {
    return told == null || told.isEmpty() ? text(ofPerson) : told;
  }

  private static String words(Message message) {
    return MessageWords.of(message.getText(), message.getBlocks(), message.getAttachments());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Response accept(Request request, Recipient recipient) {
    return switch (requests.accept(request, recipient, meter)) {
      case YES -> Response.ok();
      case NO -> Response.error(STOPPING);
    };
  }

  private Response mentioned(String team, Said said) {
    String thread = said.thread().orElse(said.ts());
    String conversation = Spot.of(said.channel(), thread).conversation(team);
    chatter.withTheBot(conversation);
    Response response = asked(team, said.in(thread), Condition.ALWAYS);
    // It waits until the mention is answered, and has no second outcome.
    early.lookAgain(conversation, said.ts());
    return response;
  }

  /**
   * A message.
   *
   * @param kind of the channel
   */
  private record Said(
      String channel, String kind, String user, String text, String ts, Optional<String> thread) {
    static Said read(JsonObject message) {
      return new Said(
          Bots.text(message.get("channel")),
          Bots.text(message.get("channel_type")),
          Bots.text(message.get("user")),
          words(message),
          Bots.text(message.get("ts")),
          Optional.of(Bots.text(message.get("thread_ts"))).filter(ts -> !ts.isEmpty()));
    }

    /** In the form of Slack, as far as it is read. */
    JsonObject written() {
      var message = new JsonObject();
      message.addProperty("channel", channel);
      message.addProperty("channel_type", kind);
      message.addProperty("user", user);
      message.addProperty("text", text);
      message.addProperty("ts", ts);
      message.addProperty("thread_ts", thread.orElse(""));
      return message;
    }

    Said in(String begun) {
      return new Said(channel, kind, user, text, ts, Optional.of(begun));
    }

    boolean isDirect() {
      return kind.equals(DIRECT) || kind.equals(PANE) || channel.startsWith(SlackRecipients.DIRECT);
    }
  }

  private Response said(String team, Said said) {
    if (said.isDirect()) {
      return asked(team, said, Condition.ALWAYS);
    }
    // A mention comes as an event of its own.
    if (said.thread().isEmpty() || Wording.mentions(said.text(), bot)) {
      return Response.ok();
    }
    String thread = Spot.of(said.channel(), said.thread().get()).conversation(team);
    String person = people.asker(team, said.user());
    Meant meant = Wording.meant(said.text());
    boolean isForTheBot = isForTheBot(meant, said) && !chatter.isOfSomebodyElse(thread, person);
    if (isForTheBot) {
      chatter.withTheBot(thread);
    } else {
      chatter.heard(thread, person);
    }
    if (meant == Meant.OTHERS) {
      return Response.ok();
    }
    Condition condition =
        isForTheBot ? Condition.IN_KNOWN_THREAD : Condition.STANDING_ALONE_IN_KNOWN_THREAD;
    early.keep(thread, said.ts(), () -> asked(team, said, condition));
    return asked(team, said, condition);
  }

  private boolean isForTheBot(Meant meant, Said said) {
    return switch (meant) {
      case THE_BOT -> true;
      case THE_BOT_IF_ABOUT_JOBS ->
          requests.library().names().isAboutJobs(Wording.plain(said.text()));
      case PERHAPS_THE_BOT, OTHERS -> false;
    };
  }

  /** Accepts once more what is known to be for the bot. */
  void acceptAgain(String kept) {
    if (kept.startsWith(KEPT)) {
      JsonObject payload = JsonParser.parseString(kept.substring(KEPT.length())).getAsJsonObject();
      Response _ =
          asked(
              Bots.text(payload.get("team_id")),
              Said.read(payload.getAsJsonObject("event")),
              Condition.ALWAYS);
    }
  }

  private static String kept(String team, Said said) {
    var payload = new JsonObject();
    payload.addProperty("team_id", team);
    payload.add("event", said.written());
    return KEPT + payload;
  }

  /** What is said in a thread is answered there. */
  private Response asked(String team, Said said, Condition condition) {
    String channel = said.channel();
    String question = Wording.plain(said.text());
    Work work =
        question.isEmpty() || question.equalsIgnoreCase("help")
            ? new Work.Help()
            : Request.question(question);
    String event = Keys.of("slack", team, channel, said.ts());
    var reader = new SlackStream.Reader(team, said.user());
    Spot where =
        said.thread()
            .map(begun -> Spot.of(channel, begun))
            .orElse(Spot.of(channel))
            .after(said.ts());
    return accept(
        new Request(Optional.of(event), where.conversation(team), condition, work)
            .by(people.asker(team, said.user()))
            .keeping(kept(team, said)),
        channel.startsWith(SlackRecipients.DIRECT)
            ? recipients.pane(where, event, reader, question)
            : recipients.thread(where, event, reader));
  }

  private static String privateKey(String team, String channel, String user) {
    return Keys.of("slack", "private", team, channel, user);
  }

  private Response typed(SlashCommandPayload typed) {
    String team = text(typed.getTeamId());
    String channel = text(typed.getChannelId());
    Work work =
        "/career".equals(typed.getCommand())
            ? TypedCommand.read(Wording.plain(text(typed.getText())), commands)
            : new Work.Help();
    String trigger = text(typed.getTriggerId());
    String url = text(typed.getResponseUrl());
    Optional<String> event =
        event(
            "command",
            team,
            trigger + url,
            text(typed.getUserId()),
            text(typed.getCommand()),
            text(typed.getText()));
    return accept(
        new Request(event, privateKey(team, channel, typed.getUserId()), Condition.ALWAYS, work)
            .by(people.asker(team, typed.getUserId())),
        recipients.person(
            Optional.ofNullable(typed.getResponseUrl()),
            channel,
            typed.getUserId(),
            Optional.empty(),
            event.orElse("")));
  }

  /**
   * Names what somebody did, nothing if what is used once is not told.
   *
   * @param once what is used once, such as a trigger
   * @param more what tells apart what would be named the same
   */
  private static Optional<String> event(String kind, String team, String once, String... more) {
    return once.isEmpty()
        ? Optional.empty()
        : Optional.of(Keys.of("slack", kind, team, once, Keys.of(more)));
  }

  private Response pointedAt(MessageShortcutPayload shortcut) {
    String team =
        workspace(
            shortcut.getTeam() == null ? null : shortcut.getTeam().getId(),
            shortcut.getUser().getTeamId());
    String channel = shortcut.getChannel() == null ? "" : text(shortcut.getChannel().getId());
    String user = shortcut.getUser().getId();
    String question =
        shortcut.getMessage() == null ? "" : Wording.plain(words(shortcut.getMessage()));
    Work work =
        question.isEmpty()
            ? new Work.Explain("That message has no words to answer.")
            : Request.question(question);
    Optional<String> event =
        event(
            "shortcut",
            team,
            text(shortcut.getTriggerId()),
            user,
            shortcut.getMessage() == null ? "" : text(shortcut.getMessage().getTs()),
            text(shortcut.getResponseUrl()));
    return accept(
        new Request(event, privateKey(team, channel, user), Condition.ALWAYS, work)
            .by(people.asker(team, user)),
        recipients.person(
            Optional.ofNullable(shortcut.getResponseUrl()),
            channel,
            user,
            Optional.empty(),
            event.orElse("")));
  }

  private Response started(GlobalShortcutPayload shortcut) {
    String team =
        workspace(
            shortcut.getTeam() == null ? null : shortcut.getTeam().getId(),
            shortcut.getUser().getTeamId());
    String user = shortcut.getUser().getId();
    String trigger = text(shortcut.getTriggerId());
    Optional<String> event = event("shortcut", team, trigger, user);
    return accept(
        new Request(
            event, event.orElse(privateKey(team, "", user)), Condition.ALWAYS, new Work.Help()),
        recipients.modal(
            "Rolewise", trigger, recipients.thread(Spot.of(user), event.orElse("help"))));
  }

  /** A button below an attachment, which this bot has none of. */
  private Response pressedBelow(AttachmentActionPayload pressed) {
    String team = pressed.getTeam() == null ? "" : text(pressed.getTeam().getId());
    String channel = pressed.getChannel() == null ? "" : text(pressed.getChannel().getId());
    String user = pressed.getUser() == null ? "" : text(pressed.getUser().getId());
    if (user.isEmpty() || pressed.getActions() == null || pressed.getActions().isEmpty()) {
      return Response.ok();
    }
    Optional<String> event =
        event(
            "action",
            team,
            text(pressed.getActionTs()),
            user,
            text(pressed.getCallbackId()),
            text(pressed.getMessageTs()),
            text(pressed.getResponseUrl()));
    return accept(
        new Request(event, privateKey(team, channel, user), Condition.ALWAYS, new Work.Help()),
        recipients.person(
            Optional.ofNullable(pressed.getResponseUrl()),
            channel,
            user,
            Optional.empty(),
            event.orElse("")));
  }

  private Response pressed(BlockActionPayload pressed) {
    if (pressed.getActions() == null || pressed.getActions().isEmpty()) {
      return Response.ok();
    }
    BlockActionPayload.Action action = pressed.getActions().getFirst();
    String id = text(action.getActionId());
    if (text(action.getType()).equals("checkboxes")
        || text(action.getType()).equals("radio_buttons")) {
      return Response.ok();
    }
    var place = Place.of(pressed);
    String pressedAt =
        place.pressedAt().isEmpty() ? text(pressed.getTriggerId()) : place.pressedAt();
    String value = text(action.getValue());
    Optional<String> event =
        event("action", place.team(), pressedAt, place.user(), id, value, place.message());
    // What is pressed in a modal or in App Home is answered in the direct messages.
    Recipient person =
        place.channel().isEmpty() && pressed.getResponseUrl() == null
            ? recipients.thread(Spot.of(place.user()), event.orElse(""))
            : recipients.person(
                Optional.ofNullable(pressed.getResponseUrl()),
                place.channel(),
                place.user(),
                place.thread(),
                event.orElse(""));
    String trigger = text(pressed.getTriggerId());
    if (id.startsWith(SlackIds.ASK) && value.contains(".")) {
      return suggested(event, place, value, person);
    }
    if (id.startsWith(SlackIds.RECENT)) {
      return opens(
          event,
          place,
          new Work.About(value, Wanted.AGAIN),
          recipients.modal("Answer", trigger, person));
    }
    if (id.startsWith(SlackIds.ROLE)) {
      return opens(
          event,
          place,
          new Work.Run("role", Map.of("role", List.of(value))),
          recipients.modal("Role", trigger, person));
    }
    if (id.startsWith(SlackIds.FEEDBACK)) {
      return rated(event, place, value, trigger, person);
    }
    if (value.startsWith(SlackRecipients.SOURCES)) {
      return about(
          event, place, value, Wanted.SOURCES, recipients.modal("Sources", trigger, person));
    }
    if (value.startsWith(SlackRecipients.WHY)) {
      return about(event, place, value, Wanted.WHY, recipients.modal("Why", trigger, person));
    }
    if (value.startsWith(SlackRecipients.SHARE)) {
      return about(
          event, place, value, Wanted.AGAIN, recipients.preview(place.channel(), trigger, person));
    }
    return accept(
        new Request(event, place.privateKey(), Condition.ALWAYS, new Work.Help()), person);
  }

  private Response about(
      Optional<String> event, Place place, String value, Wanted wanted, Recipient recipient) {
    String answer = value.substring(value.indexOf(':') + 1);
    return opens(event, place, new Work.About(answer, wanted), recipient);
  }

  /** What opens a modal waits for nothing else: Slack lets it be opened for three seconds. */
  private Response opens(Optional<String> event, Place place, Work work, Recipient recipient) {
    return accept(
        new Request(event, event.orElse(place.privateKey()), Condition.ALWAYS, work), recipient);
  }

  private Response suggested(Optional<String> event, Place place, String value, Recipient person) {
    int dot = value.lastIndexOf('.');
    int number;
    try {
      number = Integer.parseInt(value.substring(dot + 1));
    } catch (NumberFormatException e) {
      number = -1;
    }
    var work = new Work.Suggested(value.substring(0, dot), number);
    String asker = people.asker(place.team(), place.user());
    if (place.isPrivate()) {
      return accept(
          new Request(event, place.privateKey(), Condition.ALWAYS, work).by(asker), person);
    }
    Optional<String> thread =
        place
            .thread()
            .or(() ->
                Optional.of(place.message()).filter(ts -> !ts.isEmpty() && !place.isDirect()));
    Spot where = thread.map(ts -> Spot.of(place.channel(), ts)).orElse(Spot.of(place.channel()));
    return accept(
        new Request(event, where.conversation(place.team()), Condition.ALWAYS, work).by(asker),
        recipients.thread(
            where.after(place.pressedAt()),
            event.orElse(""),
            new SlackStream.Reader(place.team(), place.user())));
  }

  private Response rated(
      Optional<String> event, Place place, String value, String trigger, Recipient person) {
    boolean isGood = value.startsWith(SlackIds.GOOD);
    if (!isGood && !value.startsWith(SlackIds.BAD)) {
      return accept(
          new Request(event, place.privateKey(), Condition.ALWAYS, new Work.Help()), person);
    }
    String answer = value.substring(value.indexOf(':') + 1);
    // The last of several counts, so each waits for the one before, and for nothing else.
    String rater = rater(answer, place.user());
    var work = new Work.Rate(answer, rater, isGood ? Verdict.GOOD : Verdict.BAD, "");
    return accept(
        new Request(event, rater, Condition.ALWAYS, work),
        isGood ? person : recipients.form(SlackViews.reason(answer), trigger, person));
  }

  private static String rater(String answer, String user) {
    return Keys.of("slack", "rater", answer, user);
  }

  private Response submitted(ViewSubmissionPayload submission) {
    var view = submission.getView();
    String team =
        workspace(
            submission.getTeam() == null ? null : submission.getTeam().getId(),
            submission.getUser().getTeamId());
    String user = submission.getUser().getId();
    String metadata = text(view.getPrivateMetadata());
    Optional<String> event =
        event("view", team, text(view.getId()), user, text(view.getCallbackId()), metadata);
    Optional<ViewState> state = Optional.ofNullable(view.getState());
    if (SlackIds.REASON.equals(view.getCallbackId())) {
      String reason =
          Reason.told(
              state.flatMap(s -> value(s, SlackIds.REASON_KIND)).flatMap(SlackEvents::chosen),
              state
                  .flatMap(s -> value(s, SlackIds.REASON_WORDS))
                  .map(words -> text(words.getValue())));
      String rater = rater(metadata, user);
      return accept(
          new Request(
              event, rater, Condition.ALWAYS, new Work.Rate(metadata, rater, Verdict.BAD, reason)),
          SlackRecipients.CLOSED_MODAL);
    }
    if (SlackIds.SHARE.equals(view.getCallbackId()) && metadata.contains(" ")) {
      String answer = metadata.substring(0, metadata.indexOf(' '));
      String channel = metadata.substring(metadata.indexOf(' ') + 1);
      // The box is ticked at first, so only a box that is told to be empty was emptied.
      boolean isQuestionShown =
          state
              .flatMap(s -> value(s, SlackIds.SHARE_QUESTION))
              .map(ViewState.Value::getSelectedOptions)
              .map(options -> !options.isEmpty())
              .orElse(true);
      return accept(
          // A conversation of its own, for that of the sharer goes on without it.
          new Request(
              event,
              Keys.of("slack", "shared", team, event.orElse(metadata)),
              Condition.ALWAYS,
              new Work.About(answer, Wanted.SHARED)),
          recipients.shared(
              channel, new SlackStream.Reader(team, user), isQuestionShown, event.orElse("")));
    }
    return Response.ok();
  }

  private static Optional<ViewState.Value> value(ViewState state, String id) {
    if (state.getValues() == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(state.getValues().get(id)).map(actions -> actions.get(id));
  }

  private static Optional<String> chosen(ViewState.Value value) {
    return Optional.ofNullable(value.getSelectedOption()).map(option -> option.getValue());
  }

  /**
   * Where something was pressed.
   *
   * @param message time stamp of the message, may be empty
   * @param pressedAt time stamp of the press, may be empty
   * @param isPrivate whether one person sees the message
   */
  private record Place(
      String team,
      String channel,
      String user,
      String message,
      String pressedAt,
      Optional<String> thread,
      boolean isPrivate) {
    static Place of(BlockActionPayload pressed) {
      var container = pressed.getContainer();
      String channel =
          pressed.getChannel() != null
              ? text(pressed.getChannel().getId())
              : container == null ? "" : text(container.getChannelId());
      String message =
          container != null && container.getMessageTs() != null
              ? container.getMessageTs()
              : pressed.getMessage() == null ? "" : text(pressed.getMessage().getTs());
      Optional<String> thread =
          Optional.ofNullable(container == null ? null : container.getThreadTs())
              .or(() -> Optional.ofNullable(pressed.getMessage()).map(m -> m.getThreadTs()));
      // A press comes with its message unless that was for one person.
      boolean isPrivate =
          pressed.getView() != null
              || channel.isEmpty()
              || pressed.getMessage() == null
              || (container != null && container.isEphemeral());
      return new Place(
          workspace(
              pressed.getTeam() == null ? null : pressed.getTeam().getId(),
              pressed.getUser().getTeamId()),
          channel,
          pressed.getUser().getId(),
          message,
          pressed.getActions().isEmpty() ? "" : text(pressed.getActions().getFirst().getActionTs()),
          thread,
          isPrivate);
    }

    boolean isDirect() {
      return channel.startsWith(SlackRecipients.DIRECT);
    }

    String privateKey() {
      return SlackEvents.privateKey(team, channel, user);
    }
  }
}
