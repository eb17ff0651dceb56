package dev.rolewise.bot.discord;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.discord.Shape.Each;
import dev.rolewise.bot.discord.Shape.Fixed;
import dev.rolewise.bot.platform.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.data.DataType;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.entities.EntityBuilder;
import net.dv8tion.jda.internal.entities.GuildImpl;
import net.dv8tion.jda.internal.handle.SocketHandler;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the gateway and JDA, which insists on parts of an interaction that the bot does
 * not need, and drops one that lacks them. It fills them in. What JDA still cannot read is told on
 * one line, without what anybody said, and whoever waits for it is told too.
 *
 * <p>There is one for a connection, for every kind of event, and whoever hands JDA something holds
 * its lock: the thread that reads the gateway, and those that learn of a channel. JDA has a lock
 * for each kind of event and one for the events that it keeps for later, and takes them in either
 * order; threads that did so at once would wait for each other for good.
 */
final class Incoming extends SocketHandler {
  static final String UNREADABLE =
      "Discord sent this in a way that I cannot read. Please ask me in a direct message.";

  private static final Logger log = LoggerFactory.getLogger(Incoming.class);
  private static final String INTERACTION = "INTERACTION_CREATE";
  private static final String MESSAGE = "MESSAGE_CREATE";
  private static final String READY = "READY";
  private static final String SERVER = "GUILD_CREATE";

  private static final int IN_SERVER = 0;
  private static final int WITH_BOT = 1;
  private static final int AMONG_PEOPLE = 2;

  private static final int TEXT_CHANNEL = 0;
  private static final int DIRECT_CHANNEL = 1;

  /** What JDA wants to know of a channel; a kind of -1 is none that it knows. */
  private static final Shape CHANNEL =
      new Shape(
          Map.ofEntries(
              entry("id", 0L),
              entry("type", ChannelType.UNKNOWN.getId()),
              entry("name", ""),
              entry("permissions", 0L),
              entry("owner_id", 0L),
              entry("parent_id", 0L),
              entry("position", 0),
              entry("bitrate", 64_000),
              entry("member_count", 0),
              entry("message_count", 0),
              entry(
                  "permission_overwrites",
                  new Each(new Shape(Map.of("id", 0L, "type", 1, "allow", 0L, "deny", 0L)))),
              entry(
                  "thread_metadata",
                  new Shape(
                      Map.of(
                          "archived",
                          false,
                          "locked",
                          false,
                          "auto_archive_duration",
                          new Fixed(1_440),
                          "archive_timestamp",
                          new Fixed("2020-01-01T00:00:00+00:00"))))));

  /** One that nothing is known of may do everything; it is for Discord to say what it may not. */
  private static final Shape ROLE =
      new Shape(
          Map.of(
              "id",
              0L,
              "name",
              "",
              "permissions",
              Permission.getRaw(Permission.values()),
              "position",
              0,
              "colors",
              new Shape(Map.of("primary_color", 0))));

  private static final Shape MEMBER =
      new Shape(
          Map.of(
              "user",
              new Shape(Map.of("id", 0L)),
              "roles",
              new Each(0L),
              "communication_disabled_until",
              OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC)));

  /** JDA asks for some lists even if there is nothing in them. */
  private static final Shape SERVER_PARTS =
      new Shape(
          Map.ofEntries(
              entry("id", 0L),
              entry("name", ""),
              entry("unavailable", false),
              entry("owner_id", 0L),
              entry("roles", new Each(ROLE)),
              entry("channels", new Each(CHANNEL)),
              entry("threads", new Each(CHANNEL)),
              entry("members", new Each(MEMBER)),
              entry("member_count", new Fixed(1)),
              entry("afk_timeout", new Fixed(Guild.Timeout.SECONDS_60.getSeconds())),
              entry("guild_scheduled_events", new Fixed(List.of())),
              entry("emojis", new Fixed(List.of())),
              entry("voice_states", new Fixed(List.of()))));

  /** What JDA wants of a message, even if there is nothing in it. */
  private static final List<String> MESSAGE_LISTS =
      List.of("mentions", "mention_roles", "attachments", "embeds");

  /** What JDA wants of whoever wrote it. */
  private static final List<String> MEMBER_LISTS = List.of("roles");

  /** What JDA wants to know when a session begins. */
  private static final List<String> SESSION_LISTS = List.of("guilds", "private_channels");

  private static final int COMPLETION = 4;
  private static final int REPLY = 4;
  private static final int CHOICES = 8;
  private static final int EPHEMERAL = 64;

  /** Before Discord is asked again what a channel is. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** It is asked no more when the wait would be this long. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  /** Messages of one channel that wait until it is known what it is; more are left out. */
  private static final int MAX_IN_CHANNEL = 500;

  /** Messages that wait in all; more are left out. */
  private static final int MAX_KEPT = 2_000;

  /**
   * A message that waits until it is known where it stands.
   *
   * @param number of the event, as JDA counts them
   */
  private record Kept(long number, DataObject event) {
    Kept {
      requireNonNull(event, "event");
    }

    DataObject message() {
      return event.getObject("d");
    }
  }

  /** By kind of event. */
  private final Map<String, SocketHandler> handlers;

  private final Runnable ready;

  /**
   * By the id of the channel that is not known yet, in the order they came. JDA would keep them for
   * a hundred events, which may be shorter than Discord takes to tell.
   */
  private final Map<String, List<Kept>> kept = new HashMap<>();

  /** Ids of servers that Discord has told nothing of yet. */
  private final Set<Long> madeUp = new HashSet<>();

  private Incoming(JDAImpl jda, Map<String, SocketHandler> handlers, Runnable ready) {
    super(jda);
    this.handlers = handlers;
    this.ready = ready;
  }

  /**
   * Stands in front of a connection that is about to be opened; once is enough.
   *
   * @param ready told each time JDA knows which application the bot belongs to
   */
  static void watch(JDA jda, Runnable ready) {
    if (jda instanceof JDAImpl connection && connection.getClient() != null) {
      Map<String, SocketHandler> handlers = connection.getClient().getHandlers();
      if (handlers.values().stream().noneMatch(Incoming.class::isInstance)) {
        var incoming = new Incoming(connection, Map.copyOf(handlers), ready);
        handlers.replaceAll((type, handler) -> type.equals("PRESENCE_UPDATE") ? handler : incoming);
      }
    }
  }

  /**
   * Has JDA hand on what happens in a server that Discord tells nothing of, as for an outage. JDA
   * would leave it out until the server is back.
   */
  static void hear(JDA jda, long guild) {
    if (jda instanceof JDAImpl connection) {
      // For JDA the bot has left it, so that it does not wait for it.
      connection
          .getGuildSetupController()
          .onDelete(guild, DataObject.empty().put("unavailable", false));
    }
  }

  @Override
  protected @Nullable Long handleInternally(DataObject content) {
    DataObject event = allContent;
    String type = event.getString("t");
    Optional<Runnable> forgetting = Optional.empty();
    try {
      if (type.equals(INTERACTION)) {
        forgetting = complete(content);
        leaveOutUnready(content);
        if (!isOfKnownKind(content)) {
          log.warn("an interaction of a kind that is not known was refused");
          refuse(content);
          return null;
        }
      }
      if (type.equals(MESSAGE)) {
        completeMessage(content);
        hear(new Kept(responseNumber, event));
        return null;
      }
      if (type.equals(READY)) {
        addLists(content, SESSION_LISTS);
      }
      if (type.equals(SERVER)) {
        tell(content);
        return null;
      }
      handOn(type, responseNumber, event);
      if (type.equals(READY)) {
        ready.run();
      }
      return null;
    } catch (RuntimeException e) {
      unread(type, e);
      if (type.equals(INTERACTION)) {
        refuse(content);
      }
      return null;
    } finally {
      forgetting.ifPresent(Runnable::run);
      // What it keeps is of no use here, and would be handed on by threads without the lock.
      getJDA().getEventCache().clear();
    }
  }

  private static void unread(String type, RuntimeException e) {
    log.error("an event of Discord could not be read: {}, {}", type, e.getClass().getSimpleName());
    log.debug("an event could not be read", e);
  }

  private void handOn(String type, long number, DataObject event) {
    requireNonNull(handlers.get(type), type).handle(number, event);
  }

  // ---- servers

  /**
   * Tells JDA of a server. JDA leaves out what comes of one that it knows, which is well unless
   * that was made up.
   *
   * @throws IllegalArgumentException if it has no id that can be read
   */
  private void tell(DataObject told) {
    DataObject server = SERVER_PARTS.fit(told);
    long guild = server.getLong("id");
    if (guild == 0) {
      throw new IllegalArgumentException("a server without an id");
    }
    if (!server.getBoolean("unavailable") && madeUp.remove(guild)) {
      forgetServer(guild);
    }
    DataArray roles = server.getArray("roles");
    if (roles.stream(DataArray::getObject).noneMatch(role -> role.getLong("id") == guild)) {
      server.put("roles", DataArray.empty().addAll(roles).add(everyone(guild)));
    }
    server.put("members", DataArray.empty().add(self(server.getArray("members"))));
    handOn(SERVER, responseNumber, DataObject.empty().put("t", SERVER).put("d", server));
  }

  /** The role that everybody in a server has. */
  private static DataObject everyone(long guild) {
    return ROLE.fit(DataObject.empty().put("id", guild).put("name", "@everyone"));
  }

  /** The bot among the members of a server, without roles if it is not. */
  private DataObject self(DataArray members) {
    SelfUser self = getJDA().getSelfUser();
    DataObject user =
        DataObject.empty()
            .put("id", self.getId())
            .put("username", self.getName())
            .put("discriminator", self.getDiscriminator())
            .put("bot", true);
    return members.stream(DataArray::getObject)
        .filter(member -> member.getObject("user").getLong("id") == self.getIdLong())
        .findFirst()
        .orElseGet(() -> MEMBER.fit(DataObject.empty()))
        .put("user", user);
  }

  private void forgetServer(long guild) {
    if (getJDA().getGuildById(guild) instanceof GuildImpl server) {
      server.invalidate();
    }
  }

  /**
   * Tells JDA of a server that Discord has not told of, or unreadably. The bot may do everything in
   * it; it is for Discord to say what it may not.
   */
  private void makeUp(String guild) {
    long id = Long.parseLong(guild);
    forgetServer(id);
    tell(DataObject.empty().put("id", id));
    madeUp.add(id);
  }

  // ---- messages

  /** Hands a message on as soon as it is known where it stands. */
  private void hear(Kept message) {
    DataObject content = message.message();
    if (!has(content, "guild_id") || !has(content, "channel_id")) {
      handOn(message);
      return;
    }
    // Discord leaves the words out of what is not said to the bot.
    if (content.getString("content", "").isBlank()) {
      return;
    }
    String guild = content.getString("guild_id");
    String channel = content.getString("channel_id");
    if (!isKnown(guild)) {
      makeUp(guild);
    }
    if (kept.containsKey(channel)) {
      keep(channel, message);
    } else if (findUnlisted(guild, channel).isPresent()) {
      if (keep(channel, message)) {
        lookUp(guild, channel, FIRST_WAIT);
      }
    } else {
      handOn(message);
    }
  }

  private void handOn(Kept message) {
    handOn(MESSAGE, message.number(), message.event());
  }

  private boolean isKnown(String guild) {
    return getJDA().getGuildById(guild) != null
        && !getJDA().getGuildSetupController().isLocked(Long.parseUnsignedLong(guild));
  }

  /** Keeps a message, and gives whether there is room for it. */
  private boolean keep(String channel, Kept message) {
    List<Kept> waiting = kept.getOrDefault(channel, List.of());
    if (waiting.size() >= MAX_IN_CHANNEL
        || kept.values().stream().mapToInt(List::size).sum() >= MAX_KEPT) {
      log.warn("a message was left out: too many wait until it is known where they stand");
      return false;
    }
    return kept.computeIfAbsent(channel, _ -> new ArrayList<>()).add(message);
  }

  private void release(String known, Consumer<Kept> next) {
    Optional.ofNullable(kept.remove(known))
        .orElseGet(List::of)
        .forEach(message -> {
          try {
            next.accept(message);
          } catch (RuntimeException e) {
            unread(MESSAGE, e);
          }
        });
  }

  // ---- interactions

  /** Whether JDA hands on interactions like this one; it leaves others out without a word. */
  private static boolean isOfKnownKind(DataObject interaction) {
    return switch (InteractionType.fromKey(interaction.getInt("type"))) {
      case COMMAND ->
          Command.Type.fromId(interaction.getObject("data").getInt("type")) != Command.Type.UNKNOWN;
      case COMPONENT ->
          switch (Component.Type.fromKey(interaction.getObject("data").getInt("component_type"))) {
            case BUTTON,
                STRING_SELECT,
                USER_SELECT,
                ROLE_SELECT,
                MENTIONABLE_SELECT,
                CHANNEL_SELECT ->
                true;
            default -> false;
          };
      case COMMAND_AUTOCOMPLETE, MODAL_SUBMIT -> true;
      default -> false;
    };
  }

  /**
   * Fills in what is missing.
   *
   * @return has JDA forget the channel that was made up for it, if one was
   */
  private Optional<Runnable> complete(DataObject interaction) {
    boolean isInServer = has(interaction, "guild_id") || has(interaction, "guild");
    if (isInServer) {
      completeGuild(interaction);
      completeMember(interaction);
    }
    completeContext(interaction, isInServer);
    interaction.optObject("message").ifPresent(Incoming::completeMessage);
    interaction
        .optObject("data")
        .flatMap(data -> data.optObject("resolved"))
        .flatMap(resolved -> resolved.optObject("messages"))
        .ifPresent(
            messages -> messages.keys().forEach(id -> completeMessage(messages.getObject(id))));
    interaction
        .optObject("data")
        .flatMap(data -> data.optArray("components"))
        .ifPresent(fields -> fields.stream(DataArray::getObject).forEach(Incoming::completeField));
    // Nothing is sold here, and JDA reads every part of what is.
    interaction.put("entitlements", DataArray.empty());
    // JDA leaves out later ones, which add to what it reads.
    interaction.put("version", 1);
    return completeChannel(interaction, isInServer);
  }

  /** JDA keeps what happens in a server until it knows all of it, which is too long to answer. */
  private void leaveOutUnready(DataObject interaction) {
    if (has(interaction, "guild_id")
        && getJDA().getGuildSetupController().isLocked(interaction.getUnsignedLong("guild_id"))) {
      interaction.remove("guild_id");
    }
  }

  private static boolean has(DataObject json, String key) {
    return json.hasKey(key) && !json.isNull(key);
  }

  /** To JDA some of what is null is there. */
  private static void completeMessage(DataObject message) {
    List.copyOf(message.keys()).stream().filter(message::isNull).forEach(message::remove);
    addLists(message, MESSAGE_LISTS);
    if (!has(message, "type")) {
      message.put("type", MessageType.DEFAULT.getId());
    }
    message.optObject("member").ifPresent(member -> addLists(member, MEMBER_LISTS));
    message.optObject("referenced_message").ifPresent(Incoming::completeMessage);
  }

  private static void addLists(DataObject json, List<String> lists) {
    lists.stream()
        .filter(list -> !has(json, list))
        .forEach(list -> json.put(list, DataArray.empty()));
  }

  /** JDA asks for the number of a field of a form and what was entered, even if that is nothing. */
  private static void completeField(DataObject field) {
    field.optObject("component").ifPresent(Incoming::completeField);
    if (!has(field, "id")) {
      field.put("id", 0);
    }
    if (field.getInt("type", 0) == Component.Type.TEXT_INPUT.getKey()) {
      if (!has(field, "value")) {
        field.put("value", "");
      }
    } else if (!has(field, "values")) {
      field.put("values", DataArray.empty());
    }
  }

  private static void completeGuild(DataObject interaction) {
    if (!has(interaction, "guild")) {
      interaction.put("guild", DataObject.empty().put("id", interaction.getString("guild_id")));
    } else if (!has(interaction, "guild_id")) {
      interaction.put("guild_id", interaction.getObject("guild").getString("id"));
    }
  }

  private static void completeMember(DataObject interaction) {
    if (!has(interaction, "member")) {
      interaction.put("member", DataObject.empty());
    }
    DataObject member = interaction.getObject("member");
    if (!has(member, "user")) {
      member.put("user", interaction.getObject("user"));
    }
    addLists(member, MEMBER_LISTS);
  }

  private static void completeContext(DataObject interaction, boolean isInServer) {
    if (!has(interaction, "authorizing_integration_owners")) {
      interaction.put("authorizing_integration_owners", DataObject.empty());
    }
    DataObject owners = interaction.getObject("authorizing_integration_owners");
    List.of("0", "1").stream().filter(kind -> !has(owners, kind)).forEach(owners::remove);
    if (!has(interaction, "context")) {
      boolean isWithBot =
          !has(owners, "1")
              && (!has(interaction, "channel")
                  || interaction.getObject("channel").getInt("type", DIRECT_CHANNEL)
                      == DIRECT_CHANNEL);
      interaction.put("context", isInServer ? IN_SERVER : isWithBot ? WITH_BOT : AMONG_PEOPLE);
    }
  }

  private Optional<Runnable> completeChannel(DataObject interaction, boolean isInServer) {
    if (!has(interaction, "channel")) {
      interaction.put("channel", DataObject.empty().put("id", interaction.getString("channel_id")));
    }
    DataObject channel = interaction.getObject("channel");
    if (!has(interaction, "channel_id")) {
      interaction.put("channel_id", channel.getString("id"));
    }
    Optional<Runnable> forgetting = Optional.empty();
    if (!isTold(channel)) {
      String id = channel.getString("id");
      GuildChannel known = isInServer ? getJDA().getGuildChannelById(id) : null;
      channel.put(
          "type",
          known != null ? known.getType().getId() : isInServer ? TEXT_CHANNEL : DIRECT_CHANNEL);
      if (isInServer) {
        forgetting =
            findUnlisted(interaction.getString("guild_id"), id)
                .map(server -> () -> forget(server, id));
      }
    }
    CHANNEL.complete(channel);
    if (isInServer) {
      know(interaction.getString("guild_id"), channel);
    }
    boolean isWithBot = interaction.getString("context").equals(String.valueOf(WITH_BOT));
    if (!isInServer
        && isWithBot
        && !(channel.isType("recipients", DataType.ARRAY)
            && !channel.getArray("recipients").isEmpty())) {
      // JDA takes the bot itself for whoever caused the interaction.
      channel.put(
          "recipients",
          DataArray.empty().add(DataObject.empty().put("id", getJDA().getSelfUser().getId())));
    }
    return forgetting;
  }

  /** Whether Discord says what a channel is, in a way that JDA knows. */
  private static boolean isTold(DataObject channel) {
    ChannelType kind = ChannelType.fromId(channel.getInt("type", ChannelType.UNKNOWN.getId()));
    return kind.isMessage() && (!kind.isThread() || has(channel, "parent_id"));
  }

  /** A channel that nothing is known of but where it is. */
  private static DataObject bare(String id) {
    return CHANNEL.fit(DataObject.empty().put("id", id).put("type", TEXT_CHANNEL));
  }

  /**
   * Asks Discord what a channel is that it did not list with its server, a thread above all. What
   * was said there is kept meanwhile. When Discord has trouble it is asked again.
   *
   * @param wait before it is asked again, twice as long each time
   */
  private void lookUp(String guild, String channel, Duration wait) {
    new RestActionImpl<DataObject>(
            getJDA(),
            Route.Channels.GET_CHANNEL.compile(channel),
            // What cannot be read must not throw here: JDA would tell nobody.
            (response, _) -> response.optObject().orElseGet(DataObject::empty))
        .queue(
            found -> learn(guild, channel, Optional.of(found)),
            e -> {
              if (e instanceof ErrorResponseException response
                  && response.isServerError()
                  && wait.compareTo(LONGEST_WAIT) < 0) {
                Future<?> _ =
                    getJDA()
                        .getGatewayPool()
                        .schedule(
                            () -> lookUp(guild, channel, Pause.longer(wait, LONGEST_WAIT)),
                            wait.toMillis(),
                            TimeUnit.MILLISECONDS);
                return;
              }
              log.warn("a channel could not be found: {}", e.getMessage());
              learn(guild, channel, Optional.empty());
            });
  }

  /**
   * Has JDA hear what was said in a channel. One that nobody knows anything of is forgotten again.
   */
  private synchronized void learn(String guild, String channel, Optional<DataObject> found) {
    try {
      found.ifPresent(json -> know(guild, CHANNEL.fit(json)));
    } catch (RuntimeException e) {
      log.warn("a channel could not be read: {}", e.getClass().getSimpleName());
    }
    Optional<GuildImpl> unknown = findUnlisted(guild, channel);
    try {
      know(guild, bare(channel));
      // The server may be gone for the moment.
      release(channel, isKnown(guild) ? this::handOn : this::hear);
    } finally {
      unknown.ifPresent(server -> forget(server, channel));
      getJDA().getEventCache().clear();
    }
  }

  private static void forget(GuildImpl server, String channel) {
    GuildChannel made = server.getGuildChannelById(channel);
    if (made != null) {
      server.uncacheChannel(made, false);
    }
  }

  /** The server of a channel that was not listed with it. */
  private Optional<GuildImpl> findUnlisted(String guild, String channel) {
    return getJDA().getGuildById(guild) instanceof GuildImpl server
            && server.getGuildChannelById(channel) == null
        ? Optional.of(server)
        : Optional.empty();
  }

  /** Tells JDA of a channel that Discord did not list with its server. */
  private void know(String guild, DataObject channel) {
    Optional<GuildImpl> server = findUnlisted(guild, channel.getString("id"));
    if (server.isEmpty()) {
      return;
    }
    EntityBuilder builder = getJDA().getEntityBuilder();
    if (!ChannelType.fromId(channel.getInt("type")).isThread()) {
      builder.createGuildChannel(server.get(), channel);
    } else if (channel.getLong("parent_id") != 0) {
      know(guild, bare(channel.getString("parent_id")));
      builder.createThreadChannel(server.get(), channel, server.get().getIdLong());
    }
  }

  /** Answers an interaction that nothing else answers, as far as it can be. */
  private void refuse(DataObject interaction) {
    if (!has(interaction, "id") || !has(interaction, "token")) {
      return;
    }
    boolean isCompletion = interaction.getInt("type", 0) == COMPLETION;
    DataObject data =
        isCompletion
            ? DataObject.empty().put("choices", DataArray.empty())
            : DataObject.empty()
                .put("content", UNREADABLE)
                .put("flags", EPHEMERAL)
                .put("allowed_mentions", DataObject.empty().put("parse", DataArray.empty()));
    DataObject body =
        DataObject.empty().put("type", isCompletion ? CHOICES : REPLY).put("data", data);
    new RestActionImpl<Void>(
            getJDA(),
            Route.Interactions.CALLBACK.compile(
                interaction.getString("id"), interaction.getString("token")),
            body)
        .queue(_ -> {}, e -> log.warn("an interaction could not be answered", e));
  }
}
