package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Trouble;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import dev.rolewise.bot.platform.ChatPlatform.Health;
import dev.rolewise.bot.platform.Requests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord sends may lack parts, have parts that are null, and parts that nobody knows yet. */
class DiscordPayloadsTest extends WithDiscord {
  private static final List<Who> EVERYWHERE =
      List.of(
          Who.IN_CHANNEL,
          Who.DIRECTLY,
          new Who(FakeDiscord.FOREIGN_CHANNEL, FakeDiscord.ASKER, List.of()),
          new Who(FakeDiscord.GROUP, FakeDiscord.ASKER, List.of()),
          new Who(FakeDiscord.BETWEEN_TWO, FakeDiscord.ASKER, List.of()));

  @BeforeEach
  void starts() {
    run();
  }

  private Interaction ask(Who who, boolean isPrivate) {
    return discord.command(who, "ask", Map.of("question", QUESTION, "private", isPrivate));
  }

  private static Map<String, Consumer<ObjectNode>> variations() {
    Map<String, Consumer<ObjectNode>> variations = new LinkedHashMap<>();
    for (String field :
        List.of(
            "locale",
            "guild_locale",
            "context",
            "authorizing_integration_owners",
            "entitlements",
            "app_permissions",
            "version",
            "channel_id")) {
      variations.put("without " + field, payload -> payload.remove(field));
      if (!field.equals("channel_id")) {
        variations.put("null as " + field, payload -> payload.putNull(field));
      }
    }
    variations.put(
        "only the id of the server",
        payload -> {
          if (payload.has("guild")) {
            payload.remove("guild");
          }
        });
    variations.put(
        "no id of the server",
        payload -> {
          if (payload.has("guild")) {
            payload.remove("guild_id");
          }
        });
    variations.put(
        "a null server and member",
        payload -> {
          if (!payload.has("guild")) {
            payload.putNull("guild").putNull("guild_id").putNull("member");
          }
        });
    variations.put(
        "a null user",
        payload -> {
          if (payload.has("member")) {
            payload.putNull("user");
          }
        });
    variations.put(
        "null owners",
        payload -> {
          var owners = (ObjectNode) payload.path("authorizing_integration_owners");
          List.of("0", "1").stream().filter(kind -> !owners.has(kind)).forEach(owners::putNull);
        });
    variations.put(
        "a member beside the user",
        payload -> {
          if (payload.has("member")) {
            ObjectNode member = (ObjectNode) payload.path("member");
            payload.set("user", member.remove("user"));
            member.remove("roles");
          }
        });
    variations.put(
        "a channel of three fields",
        payload ->
            ((ObjectNode) payload.path("channel"))
                .retain("id", "type", "permissions", "recipients"));
    variations.put(
        "a channel of one field",
        payload -> {
          if (payload.has("guild_id") || payload.path("context").asInt() == 1) {
            ((ObjectNode) payload.path("channel")).retain("id");
          }
        });
    variations.put(
        "no channel",
        payload -> {
          if (payload.has("guild_id") || payload.path("context").asInt() == 1) {
            payload.remove("channel");
          }
        });
    variations.put(
        "the bot as recipient",
        payload -> {
          if (payload.path("context").asInt() == 1) {
            ObjectNode self = FakeDiscord.user(FakeDiscord.BOT, "rolewise").put("bot", true);
            ((ObjectNode) payload.path("channel")).putArray("recipients").add(self);
          }
        });
    variations.put(
        "a flag as text",
        payload ->
            payload
                .path("data")
                .path("options")
                .forEach(option ->
                    ((ObjectNode) option)
                        .put("type", 3)
                        .put("value", option.path("value").asText())));
    variations.put(
        "numbers as texts",
        payload -> {
          payload.put("type", payload.path("type").asText()).put("version", "1");
          ObjectNode channel = (ObjectNode) payload.path("channel");
          channel.put("type", channel.path("type").asText());
        });
    variations.put(
        "ids as numbers",
        payload -> {
          for (String id : List.of("id", "channel_id", "guild_id", "application_id")) {
            if (payload.has(id)) {
              payload.put(id, payload.path(id).asLong());
            }
          }
          List.of("/channel", "/guild", "/member/user", "/user")
              .forEach(part -> {
                if (payload.at(part) instanceof ObjectNode node) {
                  node.put("id", node.path("id").asLong());
                }
              });
        });
    variations.put(
        "a bare member",
        payload -> {
          if (payload.path("member") instanceof ObjectNode member) {
            member.retain("user", "permissions");
            member.put("permissions", member.path("permissions").asLong());
            ((ObjectNode) member.path("user")).retain("id", "username");
          }
        });
    variations.put(
        "parts of data that are null",
        payload -> ((ObjectNode) payload.path("data")).putNull("resolved").putNull("guild_id"));
    variations.put("a version of tomorrow", payload -> payload.put("version", 2));
    variations.put(
        "a kind of channel of tomorrow",
        payload -> {
          if (payload.path("context").asInt() != 2) {
            ((ObjectNode) payload.path("channel")).put("type", 99);
          }
        });
    variations.put("a locale of tomorrow", payload -> payload.put("locale", "xx-YY"));
    variations.put("a language without a country", payload -> payload.put("locale", "hi"));
    variations.put(
        "a context of tomorrow",
        payload -> {
          if (payload.has("guild_id")) {
            payload.put("context", 7);
          }
        });
    variations.put(
        "an entitlement",
        payload -> payload.putArray("entitlements").addObject().put("id", "1").put("sku_id", "2"));
    variations.put(
        "fields of tomorrow",
        payload -> {
          payload.put("attachment_size_limit", 10_485_760).putObject("novelty").put("kind", 1);
          ((ObjectNode) payload.path("data")).put("novelty", true);
        });
    return variations;
  }

  @Test
  void answersEverywhere_howeverTheInteractionLooks() {
    variations()
        .forEach((variation, change) -> {
          discord.vary(change);
          for (Who who : EVERYWHERE) {
            for (boolean isPrivate : List.of(false, true)) {
              ObjectNode shown = discord.awaitOutcome(ask(who, isPrivate)).getFirst();

              assertThat(FakeDiscord.text(shown)).as(variation + " " + who).contains(BASE);
              assertThat(FakeDiscord.isPrivate(shown))
                  .as(variation + " " + who)
                  .isEqualTo(isPrivate);
            }
          }
        });
  }

  @Test
  void keepsTheRulesOfPlaces_whenTheChannelIsMissing() {
    run(() ->
        TestBot.start(
            folder,
            TestBot.config(discord, List.of(), List.of(), List.of(FakeDiscord.OTHER_CHANNEL))));
    discord.vary(payload -> payload.remove("channel"));

    ObjectNode refused = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();
    ObjectNode answered =
        discord
            .awaitOutcome(
                ask(new Who(FakeDiscord.OTHER_CHANNEL, FakeDiscord.ASKER, List.of()), false))
            .getFirst();

    assertThat(FakeDiscord.text(refused)).contains(DiscordEvents.NOT_HERE);
    assertThat(FakeDiscord.text(answered)).contains(BASE);
  }

  @Test
  void keepsTheRulesOfPlaces_inAThread_untilItIsKnownWhereThatIs() {
    run(() ->
        TestBot.start(
            folder, TestBot.config(discord, List.of(), List.of(), List.of(FakeDiscord.CHANNEL))));
    var who = new Who(discord.unlistedThread(FakeDiscord.CHANNEL), FakeDiscord.ASKER, List.of());

    for (List<String> told : List.of(List.of("id"), List.of("id", "type"))) {
      discord.vary(payload -> ((ObjectNode) payload.path("channel")).retain(told));
      assertThat(FakeDiscord.text(discord.awaitPrivateOutcome(ask(who, false))))
          .contains(DiscordEvents.NOT_HERE);
    }
    discord.vary(_ -> {});

    assertThat(FakeDiscord.text(discord.awaitOutcome(ask(who, false)).getFirst())).contains(BASE);
  }

  @Test
  void completesWhatIsTyped_howeverTheInteractionLooks() {
    variations()
        .forEach((variation, change) -> {
          discord.vary(change);
          Interaction typed = discord.type(Who.IN_CHANNEL, "role", Map.of("role", "weld"), "role");
          discord.awaitAcknowledged(typed);

          assertThat(typed.acknowledged.path("data").path("choices").findValuesAsText("value"))
              .as(variation)
              .containsExactly("welder");
        });
  }

  @Test
  void goesOnFromAnswers_howeverTheInteractionLooks() {
    ObjectNode answer = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();
    String sources = FakeDiscord.button(answer, "Sources");

    variations()
        .forEach((variation, change) -> {
          discord.vary(change);

          ObjectNode shown =
              discord.awaitOutcome(discord.press(Who.IN_CHANNEL, answer, sources)).getFirst();

          assertThat(FakeDiscord.text(shown)).as(variation).contains("data-engineer");
        });
  }

  @Test
  void saysPrivately_thatItCannotReadAnInteraction_andTellsTheOperatorWhich() {
    jda.expect("INTERACTION_CREATE");
    discord.vary(payload -> ((ObjectNode) payload.path("data")).remove("id"));

    ObjectNode shown = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();
    Interaction typed = discord.type(Who.IN_CHANNEL, "role", Map.of("role", "weld"), "role");
    discord.awaitAcknowledged(typed);

    assertThat(FakeDiscord.isPrivate(shown)).isTrue();
    assertThat(shown.path("content").asText()).isEqualTo(Incoming.UNREADABLE);
    ObjectNode refusal = (ObjectNode) discord.awaitCall(CALLBACK, 0).body();
    assertThat(refusal.at("/data/allowed_mentions/parse").isArray()).isTrue();
    assertThat(typed.acknowledgement).isEqualTo(8);
    assertThat(jda.told())
        .contains(
            "an event of Discord could not be read: INTERACTION_CREATE, DataObjectParsingException")
        .noneMatch(line -> line.contains("token") || line.contains(QUESTION));
  }

  @Test
  void saysPrivately_thatItCannotReadKindsOfTomorrow() {
    ObjectNode answer = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();
    List<Consumer<ObjectNode>> kinds =
        List.of(
            payload -> payload.put("type", 77),
            payload -> ((ObjectNode) payload.path("data")).put("component_type", 77),
            payload -> payload.put("type", 2).putObject("data").put("id", "1").put("type", 77));

    for (Consumer<ObjectNode> kind : kinds) {
      discord.vary(kind);
      ObjectNode shown =
          discord.awaitPrivateOutcome(discord.press(Who.IN_CHANNEL, answer, "anything"));

      assertThat(shown.path("content").asText()).isEqualTo(Incoming.UNREADABLE);
    }
  }

  @Test
  void answersInChannels_thatTheServerWasNotListedWith() {
    var asked = new Who("1100000000000000094", FakeDiscord.ASKER, List.of());
    var mentioned = new Who("1100000000000000095", FakeDiscord.ASKER, List.of());
    discord.write(mentioned, "<@" + FakeDiscord.BOT + "> " + QUESTION);

    ObjectNode shown = discord.awaitOutcome(ask(asked, false)).getFirst();
    ObjectNode posted = discord.awaitPosted(mentioned.channel(), 1).getFirst();
    discord.vary(payload ->
        ((ObjectNode) payload.path("channel"))
            .put("id", "1100000000000000092")
            .put("type", 11)
            .put("parent_id", "1100000000000000093"));
    ObjectNode inThread = discord.awaitOutcome(ask(asked, false)).getFirst();

    assertThat(List.of(shown, posted, inThread))
        .allSatisfy(answer -> assertThat(FakeDiscord.text(answer)).contains(BASE));
  }

  @Test
  void answersInAServer_thatDiscordHasSaidNothingOfYet_andRegistersItsCommands() {
    discord.withholdServer();
    run();

    ObjectNode shown = discord.awaitOutcome(ask(EVERYWHERE.get(2), false)).getFirst();
    discord.awaitCall(REGISTER, 0);
    discord.await("health", () -> bot().platform.health() instanceof Health.Up);

    assertThat(FakeDiscord.text(shown)).contains(BASE);
  }

  @Test
  void answersInAServer_thatIsGoneForAWhile() {
    discord.dispatch(
        "GUILD_DELETE",
        FakeDiscord.JSON.createObjectNode().put("id", FakeDiscord.GUILD).put("unavailable", true));

    ObjectNode shown = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();

    assertThat(FakeDiscord.text(shown)).contains(BASE);
  }

  @Test
  void asksAgainWhatAThreadIs_whenDiscordDidNotSay() {
    String lookUp = "GET channels/*";
    discord.next(lookUp, Trouble.error(403, 50001, "Missing Access"), Trouble.broken(false));
    var who = new Who(discord.unlistedThread(FakeDiscord.CHANNEL), FakeDiscord.ASKER, List.of());

    discord.write(who, MENTION + QUESTION);
    discord.awaitPosted(who.channel(), 1);
    discord.write(who, MENTION + QUESTION);

    assertThat(discord.awaitPosted(who.channel(), 2))
        .allSatisfy(answer -> assertThat(FakeDiscord.text(answer)).contains(BASE));
    assertThat(discord.calls(lookUp)).hasSize(3);
  }

  @Test
  void answersEachOnce_whenManyAreAskedAtOnce_inThreadsThatItWasNotToldOf() {
    List<String> threads =
        Stream.generate(() -> discord.unlistedThread(FakeDiscord.CHANNEL)).limit(20).toList();

    threads.forEach(
        thread -> discord.write(new Who(thread, FakeDiscord.ASKER, List.of()), MENTION + QUESTION));
    threads.forEach(thread -> discord.awaitPosted(thread, 1));
    discord.awaitAcknowledged(ask(Who.IN_CHANNEL, false));
    bot().settle();

    assertThat(threads).allSatisfy(thread -> assertThat(discord.posted(thread)).hasSize(1));
  }

  @Test
  void answersInAThread_howeverMuchIsSaidElsewhere_beforeDiscordSaysWhatItIs() {
    String lookUp = "GET channels/*";
    discord.next(lookUp, Trouble.broken(false));
    var held = new CountDownLatch(1);
    discord.hold(lookUp, held);
    var who = new Who(discord.unlistedThread(FakeDiscord.CHANNEL), FakeDiscord.ASKER, List.of());

    discord.write(who, MENTION + QUESTION);
    discord.awaitCall(lookUp, 0);
    for (int i = 0; i < 250; i++) {
      discord.write(Who.IN_CHANNEL, "people among themselves");
    }
    discord.write(who, MENTION + QUESTION);
    discord.awaitOutcome(ask(Who.IN_CHANNEL, false));
    held.countDown();

    assertThat(discord.awaitPosted(who.channel(), 2))
        .allSatisfy(answer -> assertThat(FakeDiscord.text(answer)).contains(BASE));
    assertThat(discord.calls(lookUp)).hasSize(2);
  }

  @Test
  void answersAllThatIsAskedInAThread_beforeDiscordSaysWhatItIs() {
    String lookUp = "GET channels/*";
    var held = new CountDownLatch(1);
    discord.hold(lookUp, held);
    var who = new Who(discord.unlistedThread(FakeDiscord.CHANNEL), FakeDiscord.ASKER, List.of());

    for (int i = 0; i < 120; i++) {
      discord.write(who, MENTION + QUESTION);
    }
    discord.awaitCall(lookUp, 0);
    held.countDown();

    assertThat(discord.awaitPosted(who.channel(), 120)).hasSize(120);
  }

  @Test
  void answersInAThread_thatDiscordDescribesUnreadably() {
    discord.next("GET channels/*", new Trouble(200, "{\"id\":\"1", Map.of(), true));
    var who = new Who(discord.unlistedThread(FakeDiscord.CHANNEL), FakeDiscord.ASKER, List.of());

    discord.write(who, MENTION + QUESTION);

    assertThat(discord.awaitPosted(who.channel(), 1)).hasSize(1);
  }

  @Test
  void answersWhatIsSaidInAServer_thatDiscordTellsOfLater() {
    discord.dispatch(
        "GUILD_DELETE",
        FakeDiscord.JSON.createObjectNode().put("id", FakeDiscord.GUILD).put("unavailable", true));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);
    discord.dispatch("GUILD_CREATE", FakeDiscord.guild());
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    assertThat(discord.awaitPosted(FakeDiscord.CHANNEL, 2))
        .allSatisfy(answer -> assertThat(FakeDiscord.text(answer)).contains(BASE));
    discord.awaitCall("POST channels/*/messages/*/threads", 0);
  }

  @Test
  void answersWhatIsSaidInAServer_thatDiscordNeverTellsOf() {
    discord.withholdServer();
    run();
    discord.varyMessages(message -> message.put("guild_id", FakeDiscord.FOREIGN_GUILD));

    discord.write(EVERYWHERE.get(2), MENTION + QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.FOREIGN_CHANNEL, 1).getFirst()))
        .contains(BASE);
  }

  /** Every place in what Discord tells of a server. */
  private static Stream<String> places(String place, JsonNode json) {
    Stream<String> below =
        json.isArray()
            ? IntStream.range(0, json.size())
                .mapToObj(i -> places(place + "/" + i, json.path(i)))
                .flatMap(found -> found)
            : json.properties().stream()
                .flatMap(part -> places(place + "/" + part.getKey(), part.getValue()));
    return place.isEmpty() ? below : Stream.concat(Stream.of(place), below);
  }

  /** What may be in the place of anything, a missing node for nothing. */
  private static final List<JsonNode> JUNK =
      List.of(
          MissingNode.getInstance(),
          NullNode.getInstance(),
          TextNode.valueOf("soon"),
          FakeDiscord.JSON.createArrayNode(),
          FakeDiscord.JSON.createArrayNode().add(FakeDiscord.JSON.createObjectNode()));

  private static void replace(JsonNode whole, String place, JsonNode junk) {
    int end = place.lastIndexOf('/');
    String part = place.substring(end + 1);
    switch (whole.at(place.substring(0, end))) {
      case ObjectNode object when junk.isMissingNode() -> object.remove(part);
      case ObjectNode object -> object.set(part, junk);
      case ArrayNode list when junk.isMissingNode() -> list.remove(Integer.parseInt(part));
      case ArrayNode list -> list.set(Integer.parseInt(part), junk);
      default -> throw new AssertionError(place);
    }
  }

  @Test
  void answersWhatIsSaidInAServer_howeverDiscordTellsOfIt() {
    jda.expect("GUILD_CREATE");
    ObjectNode server = FakeDiscord.guild();
    server.putObject("incidents_data").put("invites_disabled_until", "soon");
    ((ArrayNode) server.path("channels")).removeAll().add(FakeDiscord.guild().at("/channels/0"));
    // Where no thread is opened, which may take until the server is gone again.
    var who = new Who(discord.unlistedThread(FakeDiscord.CHANNEL), FakeDiscord.ASKER, List.of());
    ((ArrayNode) server.path("threads"))
        .add(FakeDiscord.thread(who.channel(), FakeDiscord.CHANNEL, "welding"));
    int written = 0;
    for (String place : places("", server).toList()) {
      for (JsonNode junk : JUNK) {
        discord.dispatch(
            "GUILD_DELETE",
            FakeDiscord.JSON
                .createObjectNode()
                .put("id", FakeDiscord.GUILD)
                .put("unavailable", true));
        ObjectNode told = server.deepCopy();
        replace(told, place, junk.deepCopy());
        discord.dispatch("GUILD_CREATE", told);
        discord.write(who, MENTION + QUESTION);

        written++;
        assertThat(FakeDiscord.text(discord.awaitPosted(who.channel(), written).getLast()))
            .as(place + " " + junk)
            .contains(BASE);
      }
    }
    bot().settle();
    assertThat(discord.posted(who.channel())).hasSize(written);
  }

  @Test
  void answersInAServer_afterItIsToldOfAnotherOwner_ofWhomItWasToldNothingBefore() {
    discord.withholdServer();
    run();
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);

    discord.dispatch(
        "GUILD_UPDATE",
        FakeDiscord.guild().without(List.of("channels", "members", "threads", "unavailable")));
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    assertThat(discord.awaitPosted(FakeDiscord.CHANNEL, 2)).hasSize(2);
  }

  @Test
  void keepsWhatItKnowsOfAServer_thatIsToldOfAgain() {
    discord.dispatch("GUILD_CREATE", FakeDiscord.guild().putNull("channels").putNull("roles"));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    discord.awaitCall("POST channels/*/messages/*/threads", 0);
    assertThat(discord.calls("GET channels/*")).isEmpty();
  }

  @Test
  void keepsTheRulesOfPlaces_inAServerThatDiscordNeverTellsOf() {
    run(() ->
        TestBot.start(
            folder,
            TestBot.config(discord, List.of(), List.of(), List.of(FakeDiscord.OTHER_CHANNEL))));
    discord.varyMessages(message -> message.put("guild_id", FakeDiscord.FOREIGN_GUILD));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.write(
        new Who(FakeDiscord.OTHER_CHANNEL, FakeDiscord.ASKER, List.of()), MENTION + QUESTION);

    discord.awaitPosted(FakeDiscord.OTHER_CHANNEL, 1);
    bot().settle();
    assertThat(discord.posted(FakeDiscord.CHANNEL)).isEmpty();
  }

  @Test
  void answersCommandsWithoutOptions_howeverTheyLook() {
    List<Consumer<ObjectNode>> changes =
        List.of(data -> data.remove("options"), data -> data.putNull("options"));

    changes.forEach(change -> {
      discord.vary(payload -> change.accept((ObjectNode) payload.path("data")));
      Interaction asked = discord.command(Who.IN_CHANNEL, "roles", Map.of());

      assertThat(FakeDiscord.text(discord.awaitOutcome(asked).getFirst())).contains("Welder");
    });
  }

  @Test
  void thanksForAReason_howeverTheFormLooks() {
    ObjectNode answer = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();
    Interaction down =
        discord.press(Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "Not helpful"));
    discord.awaitAcknowledged(down);
    String form = down.acknowledged.at("/data/custom_id").asText();
    List<Consumer<ArrayNode>> changes =
        List.of(
            fields ->
                fields.forEach(field -> {
                  JsonNode inside = ((ObjectNode) field).remove("component");
                  ((ObjectNode) field).put("type", 1).putArray("components").add(inside);
                }),
            fields -> fields.addObject().put("type", 99).put("id", 9),
            fields -> fields.findParents("id").forEach(one -> ((ObjectNode) one).remove("id")),
            fields -> ((ObjectNode) fields.at("/0/component")).remove("values"),
            fields -> ((ObjectNode) fields.at("/1/component")).putNull("value"),
            ArrayNode::removeAll);

    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      discord.vary(payload -> change.accept((ArrayNode) payload.at("/data/components")));
      Interaction sent = discord.submit(Who.IN_CHANNEL, answer, form, "wrong-figure", "old");

      assertThat(FakeDiscord.text(discord.awaitPrivateOutcome(sent)))
          .as("change " + i)
          .contains("Thank you");
    }
    discord.vary(
        payload -> ((ObjectNode) payload.at("/data/components/0/component")).put("type", 4));
    Interaction unclear = discord.submit(Who.IN_CHANNEL, answer, form, "wrong-figure", "old");
    assertThat(FakeDiscord.text(discord.awaitPrivateOutcome(unclear))).contains(Requests.FAILED);
  }

  /** What a message may look like that somebody writes, points at, or presses something below. */
  private static Map<String, Consumer<ObjectNode>> messageVariations() {
    Map<String, Consumer<ObjectNode>> variations = new LinkedHashMap<>();
    for (String field :
        List.of(
            "member",
            "mentions",
            "mention_roles",
            "mention_everyone",
            "flags",
            "components",
            "attachments",
            "embeds",
            "edited_timestamp",
            "timestamp",
            "pinned",
            "tts",
            "nonce",
            "type",
            "webhook_id")) {
      variations.put("without " + field, message -> message.remove(field));
      variations.put("null as " + field, message -> message.putNull(field));
    }
    variations.put(
        "fields of tomorrow",
        message -> message.put("novelty", 1).putNull("poll").putNull("message_snapshots"));
    variations.put(
        "components of tomorrow",
        message -> {
          var components = message.putArray("components");
          components.addObject().put("type", 99).put("id", 1).put("novelty", true);
          components
              .addObject()
              .put("type", 17)
              .put("id", 2)
              .putArray("components")
              .addObject()
              .put("type", 98)
              .put("id", 3);
        });
    variations.put(
        "numbers as texts", message -> message.put("type", message.path("type").asText()));
    variations.put(
        "a member without roles",
        message -> {
          if (message.path("member") instanceof ObjectNode member) {
            member.remove("roles");
          }
        });
    variations.put(
        "a reply to little",
        message ->
            message
                .put("type", 19)
                .putObject("referenced_message")
                .put("id", "1100000000000000902")
                .put("channel_id", FakeDiscord.CHANNEL)
                .put("content", "among people")
                .set("author", FakeDiscord.user(FakeDiscord.ASKER, "asker")));
    variations.put(
        "ids as numbers",
        message -> {
          message.put("id", message.path("id").asLong());
          message.put("channel_id", message.path("channel_id").asLong());
        });
    variations.put(
        "a bare author",
        message -> ((ObjectNode) message.path("author")).retain("id", "username", "bot"));
    return variations;
  }

  @Test
  void answersMessages_howeverTheyLook() {
    int posted = 0;
    for (var variation : messageVariations().entrySet()) {
      discord.varyMessages(variation.getValue());

      discord.write(Who.IN_CHANNEL, MENTION + QUESTION, Optional.empty());

      posted++;
      assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, posted).getLast()))
          .as(variation.getKey())
          .contains(BASE);
    }
  }

  @Test
  void answersWhatIsPressedOrPointedAt_howeverTheMessageLooks() {
    ObjectNode answer = discord.awaitOutcome(ask(Who.IN_CHANNEL, false)).getFirst();
    String sources = FakeDiscord.button(answer, "Sources");

    messageVariations()
        .forEach((variation, change) -> {
          ObjectNode below = answer.deepCopy();
          change.accept(below);
          discord.vary(_ -> {});
          Interaction pressed = discord.press(Who.IN_CHANNEL, below, sources);
          discord.vary(payload ->
              payload
                  .at("/data/resolved/messages")
                  .forEach(one -> change.accept((ObjectNode) one)));
          Interaction pointed =
              discord.onMessage(Who.IN_CHANNEL, DiscordCommands.OF_MESSAGE, QUESTION);

          assertThat(FakeDiscord.text(discord.awaitOutcome(pressed).getFirst()))
              .as(variation)
              .contains("data-engineer");
          assertThat(FakeDiscord.text(discord.awaitOutcome(pointed).getFirst()))
              .as(variation)
              .contains(BASE);
        });
  }
}
