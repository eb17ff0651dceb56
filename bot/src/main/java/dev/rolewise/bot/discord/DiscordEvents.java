package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.rolewise.bot.discord.DiscordId.Kind;
import dev.rolewise.bot.platform.Audience;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Reason;
import dev.rolewise.bot.platform.Recent;
import dev.rolewise.bot.platform.Recipient;
import dev.rolewise.bot.platform.Request;
import dev.rolewise.bot.platform.Request.Condition;
import dev.rolewise.bot.platform.Request.Verdict;
import dev.rolewise.bot.platform.Request.Wanted;
import dev.rolewise.bot.platform.Request.Work;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.platform.Requests.Accepted;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what Discord sends into requests. Every interaction is acknowledged at once, on the thread
 * that it comes on, but for one that takes a form if what it is about is still there; everything
 * else is done elsewhere, so that nothing ever waits behind it.
 */
final class DiscordEvents extends ListenerAdapter implements AutoCloseable {
  static final String NOT_HERE =
      "I do not answer in this channel; whoever runs me has turned me on elsewhere. Ask me in a"
          + " direct message.";
  static final String MAY_NOT_SHARE =
      "You may not share answers here: that takes a role which you do not have. The answer stays"
          + " with you.";
  static final String MAY_NOT_SHOW =
      "You may not let apps that you bring along show anything to everybody here; whoever manages"
          + " the server can allow it (Use External Apps). The answer stays with you.";
  static final String ONLY_YOU =
      "Only you see this: you may not let apps that you bring along show anything to everybody"
          + " here.";
  static final String STOPPING = "I am being restarted. Please ask again in a minute.";
  static final String UNKNOWN = "This is too old to be used. Please ask again.";
  private static final String NO_WORDS = "That message has no words to answer.";

  /** Fields of the form that asks why an answer did not help. */
  static final String REASON_KIND = "kind";

  static final String REASON_WORDS = "words";
  private static final int MAX_REASON_CHARS = 1_000;

  private static final Logger log = LoggerFactory.getLogger(DiscordEvents.class);
  private static final int REMEMBERED = 20_000;
  private static final int MAX_THREAD_NAME = 100;
  private static final long PATIENCE_SECONDS = 5;
  private static final Pattern PERMISSIONS = Pattern.compile("[0-9]{1,40}");

  private final DiscordCommands commands;
  private final Requests requests;
  private final Meter meter;
  private final Conversations conversations;
  private final DiscordRecipients recipients;
  private final Permits permits;

  /** Interactions that came already: Discord may send one again when a connection is resumed. */
  private final Recent interactions = new Recent(REMEMBERED);

  /** Hands requests over one after the other, in the order they came. */
  private final ExecutorService handing =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("discord").factory());

  /**
   * Completes what is typed. Nothing else runs there: on virtual threads completions would wait for
   * carriers that requests hold while they are kept, and whoever types sees a delay.
   */
  private final ExecutorService completing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("completion").daemon().factory());

  /** Replies that Discord may not have taken yet. */
  private final Queue<CompletableFuture<?>> replies = new ConcurrentLinkedQueue<>();

  private volatile boolean isStopping;

  /** From when everything that came before has been handed over. */
  private volatile boolean isClosed;

  DiscordEvents(
      DiscordCommands commands,
      Requests requests,
      Meter meter,
      Conversations conversations,
      DiscordRecipients recipients,
      Permits permits) {
    this.commands = commands;
    this.requests = requests;
    this.meter = meter;
    this.conversations = conversations;
    this.recipients = recipients;
    this.permits = permits;
  }

  /** Takes an event. Whoever waits for an outcome is told when that fails. */
  void hear(GenericEvent event) {
    try {
      onEvent(event);
    } catch (RuntimeException e) {
      log.error("something that Discord sent could not be taken", e);
      if (event instanceof IReplyCallback waiting) {
        if (waiting.isAcknowledged()) {
          DiscordMessage words = recipients.plain(Requests.FAILED);
          replied(waiting, waiting.getHook().editOriginal(words.toEdit()).submit());
        } else {
          say(waiting, Requests.FAILED);
        }
      } else if (event instanceof IAutoCompleteCallback typed) {
        replied(typed, typed.replyChoices(List.of()).submit());
      }
    }
  }

  // ---- commands

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    if (isRefused(event)) {
      return;
    }
    String command = event.getName();
    // As text it is the same, of whatever type Discord says that it is.
    boolean isPrivate =
        event.getOption(
                DiscordCommands.PRIVATE,
                false,
                option -> Boolean.parseBoolean(option.getAsString()))
            || command.equals("help");
    Waiting waiting = thinking(event, isPrivate);
    Work work =
        commands.isKnown(command)
            ? new Work.Run(command, commands.given(command, options(event.getOptions())))
            : new Work.Help();
    String thread = commandThread(event, isPrivate);
    accept(event, work, () -> thread, key -> recipients.response(waiting, key, question(work)));
  }

  private static String question(Work work) {
    return work instanceof Work.Run(_, var given)
        ? given.getOrDefault("question", List.of()).stream().findFirst().orElse("")
        : "";
  }

  private static Map<String, String> options(List<OptionMapping> options) {
    return options.stream()
        .collect(
            toMap(
                OptionMapping::getName,
                option -> DiscordWording.plain(option.getAsString()),
                (one, _) -> one));
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    if (isRefused(event)) {
      return;
    }
    Waiting waiting = thinking(event, true);
    String question = DiscordWording.plain(event.getTarget().getContentRaw());
    Work work = question.isEmpty() ? new Work.Explain(NO_WORDS) : Request.question(question);
    String thread = commandThread(event, true);
    accept(event, work, () -> thread, key -> recipients.response(waiting, key, question(work)));
  }

  @Override
  public void onUserContextInteraction(UserContextInteractionEvent event) {
    if (!isRefused(event)) {
      say(event, UNKNOWN);
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    if (!interactions.isNew(event.getId())) {
      return;
    }
    try {
      completing.execute(() -> replied(event, event.replyChoices(choices(event)).submit()));
    } catch (RejectedExecutionException e) {
      replied(event, event.replyChoices(List.of()).submit());
    }
  }

  private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
    var focused = event.getFocusedOption();
    try {
      return commands.complete(
          event.getName(),
          focused.getName(),
          focused.getValue(),
          options(event.getOptions()),
          requests.library().names());
    } catch (RuntimeException e) {
      log.error("what was typed could not be completed", e);
      return List.of();
    }
  }

  // ---- what stands below answers

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    if (!isRefused(event)) {
      pressed(event, DiscordId.find(event.getComponentId()));
    }
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    if (!isRefused(event)) {
      pressed(event, event.getValues().stream().findFirst().flatMap(DiscordId::find));
    }
  }

  @Override
  public void onEntitySelectInteraction(EntitySelectInteractionEvent event) {
    if (!isRefused(event)) {
      say(event, UNKNOWN);
    }
  }

  private void pressed(GenericComponentInteractionCreateEvent event, Optional<DiscordId> found) {
    if (found.isEmpty()) {
      say(event, UNKNOWN);
      return;
    }
    DiscordId id = found.get();
    String answer = id.answer();
    switch (id.kind()) {
      case ASK -> {
        boolean isPrivate = event.getMessage().isEphemeral();
        Waiting waiting = thinking(event, isPrivate);
        String message = event.getMessageId();
        boolean isApart = isPrivate || isHushed(event) || isAlone(event);
        String privately = commandThread(event, true);
        accept(
            event,
            new Work.Suggested(answer, id.place()),
            () -> isApart ? privately : threadOf(event.getChannel(), message),
            key -> recipients.below(waiting, key));
      }
      case SOURCES -> about(event, answer, Wanted.SOURCES);
      case WHY -> about(event, answer, Wanted.WHY);
      case GOOD -> {
        Waiting waiting = thinking(event, true);
        accept(
            event,
            new Work.Rate(answer, rater(answer, event), Verdict.GOOD, ""),
            () -> commandThread(event, true),
            _ -> recipients.response(waiting, "", ""));
      }
      case BAD ->
          hand(
              () -> {
                if (!requests.isKept(answer)) {
                  say(event, UNKNOWN);
                  return;
                }
                replied(event, event.replyModal(reasonForm(answer)).submit());
                accept(
                    event,
                    new Work.Rate(answer, rater(answer, event), Verdict.BAD, ""),
                    () -> commandThread(event, true),
                    _ -> DiscordRecipients.FORM);
              },
              () -> say(event, Requests.FAILED));
      case SHARE -> {
        if (mayShare(event)) {
          Waiting waiting = thinking(event, true);
          accept(
              event,
              new Work.About(answer, Wanted.AGAIN),
              () -> commandThread(event, true),
              _ -> recipients.preview(waiting));
        }
      }
      case PUBLISH, PUBLISH_ALONE -> {
        if (mayShare(event)) {
          Waiting waiting = waiting(event, event.deferEdit().submit(), false);
          String preview = Keys.of("discord", "shared", event.getMessageId());
          boolean isQuestionShown = id.kind() == Kind.PUBLISH;
          accept(
              event,
              new Work.About(answer, Wanted.SHARED),
              () -> preview,
              key -> recipients.published(waiting, key, isQuestionShown));
        }
      }
      case REASON, CHOOSE -> say(event, UNKNOWN);
    }
  }

  private void about(GenericComponentInteractionCreateEvent event, String answer, Wanted wanted) {
    Waiting waiting = thinking(event, true);
    accept(
        event,
        new Work.About(answer, wanted),
        () -> commandThread(event, true),
        _ -> recipients.response(waiting, "", ""));
  }

  private static String rater(String answer, Interaction event) {
    return Keys.of("discord", "rater", answer, event.getUser().getId());
  }

  private static Modal reasonForm(String answer) {
    var kind = StringSelectMenu.create(REASON_KIND);
    for (Reason reason : Reason.values()) {
      kind.addOption(reason.label(), reason.value());
    }
    return Modal.create(new DiscordId(Kind.REASON, answer).text(), "What was wrong?")
        .addComponents(
            Label.of("What was wrong?", kind.build()),
            Label.of(
                "What would have helped?",
                TextInput.create(REASON_WORDS, TextInputStyle.PARAGRAPH)
                    .setRequired(false)
                    .setMaxLength(MAX_REASON_CHARS)
                    .build()))
        .build();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (isRefused(event)) {
      return;
    }
    Optional<DiscordId> id =
        DiscordId.find(event.getModalId()).filter(found -> found.kind() == Kind.REASON);
    if (id.isEmpty()) {
      say(event, UNKNOWN);
      return;
    }
    Waiting waiting = thinking(event, true);
    String answer = id.get().answer();
    String reason =
        Reason.told(
            Optional.ofNullable(event.getValue(REASON_KIND))
                .flatMap(value -> value.getAsStringList().stream().findFirst()),
            Optional.ofNullable(event.getValue(REASON_WORDS)).map(ModalMapping::getAsString));
    accept(
        event,
        new Work.Rate(answer, rater(answer, event), Verdict.BAD, reason),
        () -> commandThread(event, true),
        _ -> recipients.response(waiting, "", ""));
  }

  // ---- messages

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    Message message = event.getMessage();
    User author = event.getAuthor();
    if (author.isBot()
        || author.isSystem()
        || message.isWebhookMessage()
        || message.getType().isSystem()) {
      return;
    }
    var written = Written.of(message, payload(event));
    boolean isForBot =
        !event.isFromGuild() || written.isMention() || written.repliedTo().isPresent();
    if (!isForBot
        || (event.isFromGuild()
            && !permits.answersIn(
                Optional.of(event.getGuild().getId()),
                () -> Optional.of(places(event.getChannel()))))) {
      return;
    }
    hand(
        () -> written(message, written, event.isFromGuild()),
        () -> {
          // Other replies may be among people.
          if (!event.isFromGuild() || written.isMention() || written.isToBot()) {
            tell(
                recipients.writer(
                    event.getChannel(), message.getId(), author.getId(), "", Optional.empty()),
                Requests.FAILED);
          }
        });
  }

  /**
   * A message of a person.
   *
   * @param words without mentions
   * @param isMention whether it mentions the bot, be it as the author of what it replies to, as
   *     long as its words name nobody else instead
   * @param repliedTo id of the message that it replies to
   * @param isToBot whether that is one of the bot, as far as Discord tells
   * @param causes ids of what the bot answered there, as far as Discord tells
   */
  private record Written(
      String words,
      boolean isMention,
      Optional<String> repliedTo,
      boolean isToBot,
      List<String> causes) {
    static Written of(Message message, DataObject payload) {
      String self = message.getJDA().getSelfUser().getId();
      String content = message.getContentRaw();
      List<String> listed =
          payload.getArray("mentions").stream(DataArray::getObject)
              .map(user -> user.getString("id"))
              .toList();
      List<String> named = DiscordWording.mentioned(content);
      // The list may be left out.
      List<String> mentioned = listed.isEmpty() ? named : listed;
      // Discord may keep the words to itself.
      boolean isSaid = !content.isBlank();
      // A reply lists whom it replies to, also when its words name somebody else.
      boolean isMention =
          isSaid && mentioned.contains(self) && (named.isEmpty() || named.contains(self));
      Message repliedTo = message.getReferencedMessage();
      boolean isToBot = repliedTo != null && repliedTo.getAuthor().getId().equals(self);
      return new Written(
          DiscordWording.plain(content),
          isMention,
          message.getType() == MessageType.INLINE_REPLY
                  && isSaid
                  && (isMention || mentioned.isEmpty())
              ? Optional.ofNullable(message.getMessageReference())
                  .map(MessageReference::getMessageId)
              : Optional.empty(),
          isToBot,
          repliedTo == null || !isToBot ? List.of() : causes(repliedTo));
    }

    private static List<String> causes(Message answer) {
      var interaction = answer.getInteractionMetadata();
      MessageReference question = answer.getMessageReference();
      return Stream.of(
              Optional.ofNullable(interaction).map(ISnowflake::getId),
              Optional.ofNullable(question).map(MessageReference::getMessageId))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private void written(Message message, Written written, boolean isInServer) {
    MessageChannel channel = message.getChannel();
    Optional<String> goingOn = written.repliedTo().flatMap(id -> goingOnAt(id, written.causes()));
    if (isInServer && !written.isMention() && !written.isToBot() && goingOn.isEmpty()) {
      return;
    }
    String thread =
        isInServer
            ? goingOn.orElseGet(() ->
                threadOf(
                    channel,
                    written.isToBot()
                        ? written.repliedTo().orElse(message.getId())
                        : message.getId()))
            : Keys.of("discord", "direct", channel.getId());
    boolean isHelp = written.words().isEmpty() || written.words().equalsIgnoreCase("help");
    Recipient writer =
        recipients.writer(
            channel,
            message.getId(),
            message.getAuthor().getId(),
            thread,
            isInServer && goingOn.isEmpty() && !isHelp && mayOpenThread(channel)
                ? Optional.of(CommandText.cut(written.words(), MAX_THREAD_NAME))
                : Optional.empty());
    accept(
        new Request(
            Optional.of(Keys.of("discord", "message", message.getId())),
            thread,
            Condition.ALWAYS,
            isHelp ? new Work.Help() : Request.question(written.words())),
        writer);
  }

  /**
   * The conversation at a message, or at what it answers as long as there is none at the message
   * itself: what is asked in that one waits for what is under way there.
   */
  private Optional<String> goingOnAt(String message, List<String> causes) {
    List<String> found =
        Stream.concat(
                Stream.of(DiscordRecipients.place(message)),
                causes.stream().map(DiscordRecipients::cause))
            .flatMap(place -> conversations.threadAt(place).stream())
            .toList();
    return found.stream()
        .filter(conversations::isKnown)
        .findFirst()
        .or(() -> found.stream().reduce((_, last) -> last));
  }

  private static boolean mayOpenThread(MessageChannel channel) {
    return channel instanceof IThreadContainer container
        && channel instanceof GuildMessageChannel
        // One without a name is made up, and may be a thread itself.
        && !container.getName().isEmpty()
        && container
            .getGuild()
            .getSelfMember()
            .hasPermission(
                container, Permission.CREATE_PUBLIC_THREADS, Permission.MESSAGE_SEND_IN_THREADS);
  }

  // ---- where things belong

  /**
   * The conversation at a message of the bot, or of the thread that it stands in. Whether that is a
   * thread may not be known, but only a thread has a conversation.
   */
  private String threadOf(@Nullable Channel channel, String message) {
    return Stream.of(Optional.of(message), Optional.ofNullable(channel).map(ISnowflake::getId))
        .flatMap(Optional::stream)
        .flatMap(place -> conversations.threadAt(DiscordRecipients.place(place)).stream())
        .findFirst()
        .orElseGet(() ->
            channel != null && channel.getType().isThread()
                ? Keys.of("discord", "thread", channel.getId())
                : Keys.of("discord", "at", message));
  }

  /** The conversation that somebody has by commands: what is private stays apart. */
  private static String commandThread(Interaction event, boolean isPrivate) {
    return isAlone(event)
        ? Keys.of("discord", "direct", channelId(event))
        : Keys.of(
            "discord",
            isPrivate || isHushed(event) ? "private" : "commands",
            channelId(event),
            event.getUser().getId());
  }

  /**
   * Whether somebody is alone with the bot. Direct messages of two people, or of a group, look the
   * same and are not: who installed the bot for themselves can use it there.
   */
  private static boolean isAlone(Interaction event) {
    return event.getContext() == InteractionContextType.BOT_DM;
  }

  private static String channelId(Interaction event) {
    return Long.toUnsignedString(event.getChannelIdLong());
  }

  /** What Discord sent, with what {@link Incoming} has filled in. */
  private static DataObject payload(GenericEvent event) {
    return requireNonNull(event.getRawData(), "payload").getObject("d");
  }

  /** Ids of a channel and of the one it is a thread of. */
  private static List<String> places(Channel channel) {
    return channel instanceof ThreadChannel thread && !thread.isDetached()
        ? List.of(thread.getId(), thread.getParentChannel().getId())
        : List.of(channel.getId());
  }

  // ---- acknowledging and handing over

  /** Whether an interaction is over: it came before, or has been answered with a refusal. */
  private boolean isRefused(IReplyCallback event) {
    if (!interactions.isNew(event.getId())) {
      log.debug("an interaction was delivered again, left alone");
      return true;
    }
    if (isStopping) {
      say(event, STOPPING);
      return true;
    }
    Guild guild = event.getGuild();
    if ((guild != null || event.getContext() == InteractionContextType.GUILD)
        && !permits.answersIn(
            Optional.ofNullable(guild).map(ISnowflake::getId),
            () -> Optional.ofNullable(event.getChannel()).map(DiscordEvents::places))) {
      say(event, NOT_HERE);
      return true;
    }
    return false;
  }

  /**
   * Whether only who caused an interaction can see what the bot shows there: the bot is there as an
   * app of that person, who may not let apps show anything to everybody.
   */
  private static boolean isHushed(Interaction event) {
    var owners = event.getIntegrationOwners();
    return owners.getAuthorizingUserIdLong() != 0
        && owners.getAuthorizingGuildIdLong() == null
        && event instanceof GenericInteractionCreateEvent arrived
        && payload(arrived)
            .optObject("member")
            .map(member -> member.getString("permissions", ""))
            .filter(allowed -> PERMISSIONS.matcher(allowed).matches())
            .filter(allowed ->
                !new BigInteger(allowed).testBit(Permission.USE_EXTERNAL_APPLICATIONS.getOffset()))
            .isPresent();
  }

  private boolean mayShare(GenericComponentInteractionCreateEvent event) {
    if (isHushed(event)) {
      say(event, MAY_NOT_SHOW);
      return false;
    }
    List<String> roles =
        payload(event)
            .optObject("member")
            .flatMap(member -> member.optArray("roles"))
            .map(ids -> ids.stream(DataArray::getString).toList())
            .orElseGet(List::of);
    if (permits.mayShare(roles)) {
      return true;
    }
    say(event, MAY_NOT_SHARE);
    return false;
  }

  /** Answers at once, to be seen by one person. */
  private void say(IReplyCallback event, String words) {
    replied(event, event.reply(recipients.plain(words).toCreate()).setEphemeral(true).submit());
  }

  private void replied(Interaction event, CompletableFuture<?> reply) {
    remember(
        reply.whenComplete((_, e) -> {
          if (e != null) {
            log.warn("an interaction of type {} could not be answered", event.getType(), e);
          }
        }));
  }

  /** Remembers a reply that nobody waits for until Discord has taken it. */
  private void remember(CompletableFuture<?> reply) {
    replies.removeIf(CompletableFuture::isDone);
    replies.add(reply);
  }

  private Waiting thinking(IReplyCallback event, boolean isPrivate) {
    return waiting(event, event.deferReply(isPrivate || isHushed(event)).submit(), isPrivate);
  }

  private Waiting waiting(Interaction event, CompletableFuture<?> acknowledged, boolean isPrivate) {
    long arrived = System.nanoTime();
    Guild guild = event.getGuild();
    boolean isBotThere = guild == null ? isAlone(event) : !guild.isDetached();
    boolean isHushed = isHushed(event);
    return new Waiting(
        event.getJDA(),
        event.getId(),
        event.getToken(),
        acknowledged.whenComplete((_, e) -> {
          if (e == null) {
            meter.acknowledged(Duration.ofNanos(System.nanoTime() - arrived));
          }
        }),
        event.getChannel() instanceof MessageChannel channel && isBotThere && !channel.isDetached()
            ? Optional.of(channel)
            : Optional.empty(),
        event.getUser().getId(),
        !isPrivate && !isHushed
            ? Audience.ALL
            : isAlone(event) || isHushed ? Audience.ONE_ALONE : Audience.ONE_IN_A_CHANNEL,
        !isPrivate && isHushed ? Optional.of(ONLY_YOU) : Optional.empty());
  }

  /**
   * Hands an interaction over.
   *
   * @param thread finds the conversation it belongs to
   * @param recipient waits for the outcome, given that conversation
   */
  private void accept(
      Interaction event,
      Work work,
      Supplier<String> thread,
      Function<String, Recipient> recipient) {
    hand(
        () -> {
          String key = thread.get();
          accept(
              new Request(
                  Optional.of(Keys.of("discord", "interaction", event.getId())),
                  key,
                  Condition.ALWAYS,
                  work),
              recipient.apply(key));
        },
        () -> tell(recipient.apply(""), Requests.FAILED));
  }

  private void accept(Request request, Recipient recipient) {
    Accepted accepted = isClosed ? Accepted.NO : requests.accept(request, recipient, meter);
    switch (accepted) {
      case YES -> {}
      case NO -> apart(() -> requests.decline(request, recipient, STOPPING));
    }
  }

  /** Tells somebody at once why no answer comes. */
  private void tell(Recipient recipient, String words) {
    apart(() -> recipient.apologise(words));
  }

  /** Does it on a thread of its own; whoever closes the bot waits until it is done. */
  private void apart(Runnable telling) {
    remember(
        CompletableFuture.runAsync(
            telling, told -> Thread.ofVirtual().name("apology").start(told)));
  }

  /**
   * Hands something over.
   *
   * @param apology tells whoever waits that it failed
   */
  private void hand(Runnable task, Runnable apology) {
    Runnable handed =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            log.error("something that Discord sent could not be handed over", e);
            apology.run();
          }
        };
    try {
      handing.execute(handed);
    } catch (RejectedExecutionException e) {
      // The last ones are told on their own.
      Thread.ofVirtual().name("stopping").start(handed);
    }
  }

  /** Hands nothing over any more; everything that came before has been when this returns. */
  @Override
  public void close() {
    isStopping = true;
    handing.shutdown();
    completing.shutdown();
    try {
      if (!handing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
          || !completing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.error("some of what Discord sent could not be handed over");
      }
      isClosed = true;
      CompletableFuture.allOf(replies.toArray(new CompletableFuture<?>[0]))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.debug("some replies could not be sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
