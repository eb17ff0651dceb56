package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Action;
import dev.rolewise.bot.platform.Audience;
import dev.rolewise.bot.platform.Growth;
import dev.rolewise.bot.platform.Recipient;
import dev.rolewise.bot.platform.Shown;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Button;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Budget;
import dev.rolewise.bot.render.ChartImage;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.slack.SlackRenderer.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Those who wait for an outcome in Slack: a thread, one person, a modal. */
final class SlackRecipients {
  /** In front of the id of an answer in the id of a button. */
  static final String SOURCES = "sources:";

  static final String WHY = "why:";
  static final String SHARE = "share:";

  /** Begins the id of direct messages. */
  static final String DIRECT = "D";

  private static final int MAX_TITLE = 100;

  /** Slack takes a hundred additions a minute. */
  private static final Duration GROWTH = Duration.ofMillis(600);

  /** Longest that an answer waits until the agent pane tells that it is under way. */
  private static final Duration STATUS = Duration.ofSeconds(1);

  private static final int MAX_TITLED = 10_000;

  /** Stands for the number of an apology, which is none of the messages of a reply. */
  private static final int APOLOGY = -1;

  /** Errors that a message without newer blocks may not run into. */
  private static final Set<String> BLOCK_ERRORS =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_arguments");

  /** Whoever sent a modal sees it close. */
  static final Recipient CLOSED_MODAL =
      new Recipient() {
        @Override
        public Delivery show(Shown shown) {
          return new Delivery.Delivered("");
        }

        @Override
        public Delivery apologise(String words) {
          return new Delivery.Failed("a modal that is closed shows nothing");
        }
      };

  private static final String LATER =
      "Sorry, Slack lets me post nothing more here for some minutes, so ";

  private static final String UNANSWERED = LATER + "this was not answered. Please ask again later.";

  private static final String UNFINISHED =
      LATER + "the rest of this answer is missing. Please ask again later.";

  private static final String UNSHARED =
      "Sorry, Slack lets me post nothing more there for some minutes, so that could not be shared"
          + " in the channel. Please share again later.";

  private static final String PARTLY_SHARED =
      "Sorry, only the beginning of that could be shared in the channel: Slack did not take the"
          + " rest.";

  private static final String NOT_SHARED = "Sorry, that could not be shared in the channel.";

  private static final String UNCLEAR =
      "Sorry, Slack had trouble, so I cannot tell whether what I sent has got through. If you do"
          + " not see it, please try again.";

  private static final String NOT_INVITED =
      "That could not be shared in the channel. Invite me there with /invite and share again.";

  /** Errors of a place where the bot may not post, which an apology would run into as well. */
  private static final Set<String> PLACE_ERRORS =
      Set.of(
          SlackApi.RATE_LIMITED,
          "restricted_action",
          "restricted_action_read_only_channel",
          "restricted_action_thread_only_channel",
          "restricted_action_thread_locked",
          "restricted_action_non_threadable_channel",
          "not_in_channel",
          "is_archived",
          "channel_not_found");

  private static final ToIds NO_IDS = question -> "";

  private final SlackApi api;

  /** The last threads of agent panes that were named, as far as is known since the start. */
  private final Set<String> titled =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MAX_TITLED;
                }
              }));

  SlackRecipients(SlackApi api) {
    this.api = api;
  }

  /**
   * Whoever reads a channel, a thread of it, or a direct message.
   *
   * @param where to answer, in no thread for a direct message without one
   * @param key names the request
   */
  Recipient thread(Spot where, String key) {
    return messages(where, key, Optional.empty());
  }

  /** The same, for whom an answer that takes a while grows in a thread. */
  Recipient thread(Spot where, String key, SlackStream.Reader reader) {
    Messages whole = messages(where, key, Optional.of(reader));
    return where
        .thread()
        .<Recipient>map(thread ->
            new Reading(whole, new SlackStream(api, where.channel(), thread, reader, key)))
        .orElse(whole);
  }

  /**
   * @param reader who asked, and who is told alone where the bot may not post
   */
  private Messages messages(Spot where, String key, Optional<SlackStream.Reader> reader) {
    // Why the bot may not post there, empty as long as it may.
    var closed = new AtomicReference<>("");
    var hasBegun = new AtomicBoolean();
    return new Messages(
        api,
        Budget.MAX_MESSAGES,
        (message, number) -> {
          Sent sent = api.post(where, message, key(key, number));
          if (sent instanceof Sent.Done) {
            hasBegun.set(true);
          } else if (sent instanceof Sent.Refused(String error) && PLACE_ERRORS.contains(error)) {
            closed.set(error);
          }
          return sent;
        }) {
      @Override
      public Delivery apologise(String words) {
        if (closed.get().isEmpty()) {
          Delivery delivery = super.apologise(words);
          if (closed.get().isEmpty()) {
            return delivery;
          }
        }
        String later = hasBegun.get() ? UNFINISHED : UNANSWERED;
        String told = closed.get().equals(SlackApi.RATE_LIMITED) ? later : suited(words);
        return reader.isPresent()
            ? delivery(alone(where.channel(), reader.get().user(), where.thread(), told, key))
            : new Delivery.Failed("the bot may not post there");
      }

      @Override
      List<Button> buttons(Shown shown, String answer) {
        return SlackRecipients.buttons(shown, answer, Audience.ALL);
      }

      @Override
      Delivery.Delivered delivered(String ts) {
        return SlackRecipients.delivered(where, ts, reader);
      }
    };
  }

  /**
   * Whoever reads direct messages. Where they are the agent pane, it tells that an answer is under
   * way, which stands in the thread of the question.
   *
   * @param where with the message that is answered
   * @param title of the thread if it has none yet, empty for none
   */
  Recipient pane(Spot where, String key, SlackStream.Reader reader, String title) {
    return new Pane(where, key, reader, title);
  }

  private final class Pane implements Recipient {
    private final Spot where;
    private final String key;
    private final SlackStream.Reader reader;
    private final String title;
    private volatile Recipient messages;

    Pane(Spot where, String key, SlackStream.Reader reader, String title) {
      this.where = where;
      this.key = key;
      this.reader = reader;
      this.title = title;
      messages = thread(where, key, reader);
    }

    @Override
    public void begin() {
      Spot below = where.inThread(where.after().orElseThrow());
      String channel = below.channel();
      String thread = below.thread().orElseThrow();
      var isShown = new CompletableFuture<Boolean>();
      Thread.ofVirtual()
          .name("pane")
          .start(() -> {
            boolean hasStatus = api.status(channel, thread);
            isShown.complete(hasStatus);
            if (hasStatus && !title.isEmpty() && titled.add(channel + " " + thread)) {
              api.title(channel, thread, SlackText.plain(title, MAX_TITLE));
            }
          });
      if (isShown
          .completeOnTimeout(api.hasPane(), STATUS.toMillis(), TimeUnit.MILLISECONDS)
          .join()) {
        messages = thread(below, key, reader);
      }
    }

    @Override
    public void grow(Reply beginning) {
      messages.grow(beginning);
    }

    @Override
    public Delivery show(Shown shown) {
      return messages.show(shown);
    }

    @Override
    public Delivery apologise(String words) {
      return messages.apologise(words);
    }
  }

  /**
   * One person.
   *
   * @param url where Slack waits for a response, none if it does not
   * @param key names the request
   */
  Recipient person(
      Optional<String> url, String channel, String user, Optional<String> thread, String key) {
    // An apology does not go where the answer did not get through.
    var isDead = new AtomicBoolean();
    // Nobody else is in the direct messages with the bot.
    Audience audience =
        channel.isEmpty() || channel.startsWith(DIRECT)
            ? Audience.ONE_ALONE
            : Audience.ONE_IN_A_CHANNEL;
    // One response is left for when something goes wrong.
    return new Messages(
        api,
        SlackLimit.RESPONSES - 1,
        (message, _) -> {
          Sent sent =
              url.isEmpty() || isDead.get()
                  ? new Sent.Refused("no response_url")
                  : api.respond(url.get(), message);
          if (sent instanceof Sent.Done || isAboutBlocks(sent)) {
            return sent;
          }
          isDead.set(true);
          return sent instanceof Sent.Refused && !channel.isEmpty()
              ? api.postPrivately(channel, user, thread, message)
              : sent;
        }) {
      @Override
      public Delivery apologise(String words) {
        return isDead.get()
            ? delivery(alone(channel, user, thread, suited(words), key))
            : super.apologise(words);
      }

      @Override
      List<Button> buttons(Shown shown, String answer) {
        return SlackRecipients.buttons(shown, answer, audience);
      }

      @Override
      Delivery.Delivered delivered(String ts) {
        return new Delivery.Delivered("");
      }
    };
  }

  /**
   * A modal on the screen of one person, or a private message when it cannot be opened.
   *
   * @param trigger allows to open it for three seconds
   */
  Recipient modal(String title, String trigger, Recipient otherwise) {
    return new Recipient() {
      @Override
      public Delivery show(Shown shown) {
        String page = SlackViews.page(title, shown.reply(), idsOf(shown));
        return api.open(trigger, page) instanceof Sent.Done
            ? new Delivery.Delivered("")
            : otherwise.show(shown);
      }

      @Override
      public Delivery apologise(String words) {
        return otherwise.apologise(words);
      }
    };
  }

  /** A modal that asks one person for more, or what would be shown without it. */
  Recipient form(String view, String trigger, Recipient otherwise) {
    return new Recipient() {
      @Override
      public Delivery show(Shown shown) {
        return api.open(trigger, view) instanceof Sent.Done
            ? new Delivery.Delivered("")
            : otherwise.show(shown);
      }

      @Override
      public Delivery apologise(String words) {
        return otherwise.apologise(words);
      }
    };
  }

  /** The preview of what would be shared in a channel. */
  Recipient preview(String channel, String trigger, Recipient otherwise) {
    return new Recipient() {
      @Override
      public Delivery show(Shown shown) {
        if (shown.answer().isEmpty()) {
          return otherwise.show(shown);
        }
        Optional<String> question =
            shown.question().isEmpty() ? Optional.empty() : Optional.of(shown.question());
        String view =
            SlackViews.share(
                shown.answer().get() + " " + channel, question, shown.reply(), idsOf(shown));
        return api.open(trigger, view) instanceof Sent.Done
            ? new Delivery.Delivered("")
            : otherwise.apologise("The preview could not be opened. Please press Share again.");
      }

      @Override
      public Delivery apologise(String words) {
        return otherwise.apologise(words);
      }
    };
  }

  /**
   * A channel that somebody shares an answer with.
   *
   * @param sharer who is told when it does not work
   */
  Recipient shared(String channel, SlackStream.Reader sharer, boolean isQuestionShown, String key) {
    // What one message of the channel does not hold goes on in its thread.
    var where = new AtomicReference<>(Spot.of(channel));
    var failed = new AtomicReference<>(NOT_SHARED);
    return new Recipient() {
      @Override
      public Delivery show(Shown shown) {
        Optional<String> question =
            isQuestionShown && !shown.question().isEmpty()
                ? Optional.of(shown.question())
                : Optional.empty();
        SlackRenderer renderer = new SlackRenderer(idsOf(shown)).shared(question, sharer.user());
        Reply reply =
            shown
                .answer()
                .map(answer -> with(shown.reply(), buttons(shown, answer, Audience.ALL)))
                .orElse(shown.reply());
        Sent sent =
            sendAll(
                api,
                renderer,
                reply,
                Budget.MAX_MESSAGES,
                (message, number) -> {
                  Sent posted = api.post(where.get(), message, key(key, number));
                  if (posted instanceof Sent.Done(String ts) && where.get().thread().isEmpty()) {
                    where.set(Spot.of(channel, ts));
                  }
                  failed.set(
                      posted instanceof Sent.Refused(String error) ? unshared(error) : UNCLEAR);
                  return posted;
                });
        return sent instanceof Sent.Done(String ts)
            ? delivered(where.get(), ts, Optional.of(sharer))
            : delivery(sent);
      }

      @Override
      public Delivery apologise(String words) {
        // A user stands for the direct messages with them.
        return delivery(
            api.post(
                Spot.of(sharer.user()),
                rendered(where.get().thread().isPresent() ? PARTLY_SHARED : failed.get()),
                key(key, APOLOGY)));
      }
    };
  }

  private static String unshared(String error) {
    return switch (error) {
      case SlackApi.RATE_LIMITED -> UNSHARED;
      case "not_in_channel", "channel_not_found" -> NOT_INVITED;
      default -> NOT_SHARED;
    };
  }

  /**
   * @param ts of the message that is shown, in whose thread people go on if it is in none
   * @param reader whose workspace it is in, if that is known
   */
  private static Recipient.Delivery.Delivered delivered(
      Spot where, String ts, Optional<SlackStream.Reader> reader) {
    return new Recipient.Delivery.Delivered(
        where.channel() + " " + ts,
        reader.map(known -> where.inThread(ts).conversation(known.team())));
  }

  private static Recipient.Delivery delivery(Sent sent) {
    return switch (sent) {
      case Sent.Done(String ts) -> new Recipient.Delivery.Delivered(ts);
      case Sent.Refused(String error) -> new Recipient.Delivery.Failed(error);
      case Sent.Unclear(String reason) -> new Recipient.Delivery.Failed(reason);
    };
  }

  /** Tells one person what went wrong, in their direct messages if nowhere else. */
  private Sent alone(
      String channel, String user, Optional<String> thread, String words, String key) {
    SlackMessage apology = rendered(words);
    Sent sent =
        channel.isEmpty()
            ? new Sent.Refused("no channel")
            : api.insistPrivately(channel, user, thread, apology);
    // A user stands for the direct messages with them.
    return sent instanceof Sent.Done ? sent : api.post(Spot.of(user), apology, key(key, APOLOGY));
  }

  private static boolean isAboutBlocks(Sent sent) {
    return sent instanceof Sent.Refused(String error) && BLOCK_ERRORS.contains(error);
  }

  /** With the picture of a chart that Slack does not draw itself; without one it is in words. */
  private static SlackRenderer pictured(SlackApi api, SlackRenderer renderer, Reply reply) {
    if (!renderer.needsPicture(reply)) {
      return renderer;
    }
    return reply.blocks().stream()
        .filter(Block.Image.class::isInstance)
        .map(Block.Image.class::cast)
        .findFirst()
        .flatMap(image ->
            new ChartImage().draw(image.chart()) instanceof ChartImage.Drawing.Drawn drawn
                ? api.upload(drawn.png(), image.altText())
                : Optional.empty())
        .map(renderer::withPicture)
        .orElse(renderer);
  }

  private static SlackMessage rendered(String words) {
    return new SlackRenderer(NO_IDS).render(new Reply(List.of(new Paragraph(words, List.of()))));
  }

  /** Ids of suggestions: the answer and the place in it. */
  private static ToIds idsOf(Shown shown) {
    return question -> shown.answer().orElse("") + "." + shown.suggestions().indexOf(question);
  }

  /** Slack has thumbs of its own. */
  private static List<Button> buttons(Shown shown, String answer, Audience audience) {
    return shown.actions(audience).stream()
        .flatMap(action ->
            prefix(action).map(prefix -> new Button(prefix + answer, action.label())).stream())
        .toList();
  }

  private static Optional<String> prefix(Action action) {
    return switch (action) {
      case SOURCES -> Optional.of(SOURCES);
      case WHY -> Optional.of(WHY);
      case SHARE -> Optional.of(SHARE);
      case GOOD, BAD -> Optional.empty();
    };
  }

  private static Reply with(Reply reply, List<Button> buttons) {
    if (buttons.isEmpty()) {
      return reply;
    }
    List<Block> blocks = new ArrayList<>(reply.blocks());
    blocks.add(new Buttons(buttons));
    return new Reply(blocks, reply.rest());
  }

  /** Sends one message. */
  @FunctionalInterface
  private interface Send {
    /**
     * @param number of the message among those of its request, {@link #APOLOGY} for one
     */
    Sent send(SlackMessage message, int number);
  }

  /** Names a message of a request. */
  private static String key(String request, int number) {
    return switch (number) {
      case APOLOGY -> request + "-";
      case 0 -> request;
      default -> request + "#" + number;
    };
  }

  /**
   * Sends a reply in as many messages as it needs, in order, until one is not taken. One that Slack
   * refuses for its blocks is sent with older ones, which may need more messages.
   */
  private static Sent sendAll(
      SlackApi api, SlackRenderer renderer, Reply reply, int most, Send send) {
    int number = 0;
    Sent sent = new Sent.Refused("nothing to send");
    for (Part part : pictured(api, renderer, reply).parts(reply, most)) {
      sent = send.send(part.message(), number++);
      if (isAboutBlocks(sent)) {
        SlackRenderer older = pictured(api, part.renderer().fallback(), part.reply());
        for (Part smaller : older.parts(part.reply(), most)) {
          sent = send.send(smaller.message(), number++);
          if (!(sent instanceof Sent.Done)) {
            return sent;
          }
        }
      }
      if (!(sent instanceof Sent.Done)) {
        return sent;
      }
    }
    return sent;
  }

  private abstract static class Messages implements Recipient {
    private final SlackApi api;
    private final int most;
    private final Send send;
    private volatile boolean isUnclear;

    /**
     * @param most messages that one reply may take
     */
    Messages(SlackApi api, int most, Send send) {
      this.api = api;
      this.most = most;
      this.send = requireNonNull(send, "send");
    }

    abstract List<Button> buttons(Shown shown, String answer);

    abstract Delivery.Delivered delivered(String ts);

    @Override
    public Delivery show(Shown shown) {
      return show(framed(shown), send);
    }

    /** A reply with what stands around it. */
    final Part framed(Shown shown) {
      var renderer = new SlackRenderer(idsOf(shown));
      Reply reply = shown.reply();
      if (shown.answer().isPresent()) {
        String answer = shown.answer().get();
        renderer = renderer.withFeedback(answer);
        reply = with(reply, buttons(shown, answer));
      }
      return new Part(renderer, reply);
    }

    /**
     * @param first sends the first messages
     */
    final Delivery show(Part framed, Send first) {
      Sent sent = sendAll(api, framed.renderer(), framed.reply(), most, first);
      isUnclear = sent instanceof Sent.Unclear;
      return sent instanceof Sent.Done(String ts) ? delivered(ts) : delivery(sent);
    }

    /** What is said instead where nobody can tell whether what was to be shown is. */
    final String suited(String words) {
      return isUnclear ? UNCLEAR : words;
    }

    @Override
    public Delivery apologise(String words) {
      return delivery(send.send(rendered(suited(words)), APOLOGY));
    }
  }

  /** Somebody for whom an answer that takes a while grows in a message. */
  private final class Reading implements Recipient {
    private final Messages messages;
    private final SlackStream stream;
    private final Growth growth;

    Reading(Messages messages, SlackStream stream) {
      this.messages = messages;
      this.stream = stream;
      growth = new Growth(stream, api::pause, GROWTH);
    }

    @Override
    public void grow(Reply beginning) {
      growth.grow(beginning);
    }

    @Override
    public Delivery show(Shown shown) {
      growth.end();
      if (!stream.hasBegun()) {
        return messages.show(shown);
      }
      Part framed = messages.framed(shown);
      Optional<Reply> begun = stream.shownOf(framed.reply());
      if (begun.isPresent() && !begun.get().blocks().isEmpty()) {
        Delivery delivery = messages.show(rest(framed, begun.get()), this::end);
        if (!stream.isGrowing()) {
          return delivery;
        }
      }
      return replaced(framed);
    }

    private static Part rest(Part framed, Reply begun) {
      List<Block> blocks = framed.reply().blocks();
      return new Part(
          framed.renderer().after(begun),
          new Reply(blocks.subList(begun.blocks().size(), blocks.size()), framed.reply().rest()));
    }

    /** The message ends with the first part that Slack takes; others follow it. */
    private Sent end(SlackMessage message, int number) {
      return stream.isGrowing() ? stream.stop(message) : messages.send.send(message, number);
    }

    /** Whatever the message shows, what takes its place is whole. */
    private Delivery replaced(Part framed) {
      var isReplaced = new AtomicBoolean();
      return messages.show(
          framed,
          (message, number) -> {
            if (isReplaced.get()) {
              return messages.send.send(message, number);
            }
            Sent sent = stream.replace(message);
            if (sent instanceof Sent.Refused(String error)
                && !BLOCK_ERRORS.contains(error)
                && stream.takeAway()) {
              sent = messages.send.send(message, number);
            }
            isReplaced.set(sent instanceof Sent.Done);
            return sent;
          });
    }

    @Override
    public Delivery apologise(String words) {
      growth.end();
      if (!stream.hasBegun()) {
        return messages.apologise(words);
      }
      Sent sent = stream.replace(rendered(messages.suited(words)));
      return sent instanceof Sent.Refused && stream.takeAway()
          ? messages.apologise(words)
          : delivery(sent);
    }
  }
}
