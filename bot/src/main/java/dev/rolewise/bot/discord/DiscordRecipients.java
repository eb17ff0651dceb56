package dev.rolewise.bot.discord;

import dev.rolewise.bot.discord.Called.Problem;
import dev.rolewise.bot.discord.DiscordId.Kind;
import dev.rolewise.bot.discord.Frame.Byline;
import dev.rolewise.bot.discord.Frame.Deed;
import dev.rolewise.bot.discord.Frame.Press;
import dev.rolewise.bot.discord.Frame.Questions;
import dev.rolewise.bot.platform.Action;
import dev.rolewise.bot.platform.Audience;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.platform.Growth;
import dev.rolewise.bot.platform.Growth.Next;
import dev.rolewise.bot.platform.Recipient;
import dev.rolewise.bot.platform.Shown;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Button;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Note;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who wait for an outcome in Discord: whoever used a command, pressed something or wrote. */
final class DiscordRecipients {
  static final String NOT_ALLOWED =
      "I may not answer in that channel. Somebody who manages the server can allow it: I need View"
          + " Channel, Send Messages, Send Messages in Threads and Attach Files there. Until then"
          + " ask me here, or with /ask.";
  static final String LOCKED =
      "I cannot answer in that thread, because it is locked or archived. Somebody who manages"
          + " threads can open it again; ask me here, or with /ask.";
  private static final String SHARED = "Shared with the channel.";
  static final String NOT_SHARED =
      "That may not have been shared in the channel. Look there first; if it is not there, press"
          + " the button again.";
  static final String SHARE_REFUSED =
      "That was not shared: Discord does not let me share it in this channel. The answer stays with"
          + " you.";
  static final String MAY_BE_SHARED =
      "Discord had trouble, and that may or may not have been shared in the channel. Look there"
          + " first; if it is not there, press Share below the answer again.";
  static final String MISUSED =
      "That was not used in a way that can be answered; /help says how I am used.";
  static final String MAY_BE_INCOMPLETE =
      "Discord had trouble, and a part of this answer may be missing. Please ask for that part.";

  /** More edits would use up what Discord allows for the answer itself. */
  private static final Duration GROWTH = Duration.ofSeconds(1);

  /** Discord tells for a few minutes that a message was posted before; it does not say how many. */
  private static final Duration NONCES_KEPT = Duration.ofMinutes(1);

  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  private static final Logger log = LoggerFactory.getLogger(DiscordRecipients.class);

  /** Whoever sent a form has seen it close, and whoever got one sees it. */
  static final Recipient FORM =
      new Recipient() {
        @Override
        public Delivery show(Shown shown) {
          return new Delivery.Delivered("");
        }

        @Override
        public Delivery apologise(String words) {
          return new Delivery.Failed("a form shows nothing");
        }
      };

  private final DiscordCalls calls;
  private final DiscordRenderer renderer;
  private final Conversations conversations;

  /** Threads that Discord may not have opened yet. */
  private final Queue<CompletableFuture<?>> opening = new ConcurrentLinkedQueue<>();

  DiscordRecipients(DiscordCalls calls, DiscordRenderer renderer, Conversations conversations) {
    this.calls = calls;
    this.renderer = renderer;
    this.conversations = conversations;
  }

  /** Key of where a message or the thread below it is. */
  static String place(String message) {
    return Keys.of("discord", "place", message);
  }

  /** Key of what is answered: a message or an interaction. */
  static String cause(String id) {
    return Keys.of("discord", "cause", id);
  }

  /**
   * Whoever used a command and sees that the bot is thinking, until the outcome takes its place.
   * Discord does not show what a command was given, so an answer stands below its question. What
   * everybody sees can be gone on from without changing what its asker goes on from.
   *
   * @param question what was asked in words, empty if it was not
   */
  Recipient response(Waiting waiting, String thread, String question) {
    String below =
        thread.isEmpty() || waiting.audience().isPrivate()
            ? thread
            : Keys.of("discord", "below", waiting.id());
    return new Answering(waiting, thread, below) {
      @Override
      List<DiscordMessage> begun(Reply beginning) {
        return renderer.render(beginning, withQuestion(Frame.NONE, question));
      }

      @Override
      List<DiscordMessage> rendered(Shown shown) {
        return renderer.render(
            noted(shown.reply(), waiting),
            withQuestion(frame(shown, waiting.audience()), shown.question()));
      }
    };
  }

  /** The reply below what there is to say about who sees it. */
  private static Reply noted(Reply reply, Waiting waiting) {
    if (waiting.note().isEmpty()) {
      return reply;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Note(waiting.note().get()));
    blocks.addAll(reply.blocks());
    return new Reply(blocks, reply.rest());
  }

  /** Whoever pressed something below a message and sees, below it, that the bot is thinking. */
  Recipient below(Waiting waiting, String thread) {
    return new Answering(waiting, thread);
  }

  /** The preview of what would be shared with a channel. */
  Recipient preview(Waiting waiting) {
    return new Answering(waiting, "") {
      @Override
      List<DiscordMessage> rendered(Shown shown) {
        if (shown.answer().isEmpty()) {
          return super.rendered(shown);
        }
        String answer = shown.answer().get();
        List<Button> buttons = new ArrayList<>();
        if (shown.question().isEmpty()) {
          buttons.add(button(Kind.PUBLISH, answer, "Share"));
        } else {
          buttons.add(button(Kind.PUBLISH, answer, "Share with the question"));
          buttons.add(button(Kind.PUBLISH_ALONE, answer, "Share without it"));
        }
        List<Block> blocks = new ArrayList<>(shown.reply().blocks());
        blocks.add(new Buttons(buttons));
        Frame frame = Frame.NONE.with(new Byline(Deed.SHARED, waiting.user()));
        return renderer.render(
            new Reply(blocks, shown.reply().rest()), withQuestion(frame, shown.question()));
      }
    };
  }

  /**
   * A channel that somebody shares an answer with, once, however often the buttons of the preview
   * are pressed. What was not shared, because the bot ended before, is shared when they are pressed
   * again, as is what Discord refuses; unless nobody can tell whether it was, or Discord cannot any
   * more, then the preview ends without another try.
   *
   * @param waiting who pressed a button of the preview, which ends with it
   * @param preview key of the preview, and of the conversation that goes on at what is shared
   */
  Recipient published(Waiting waiting, String preview, boolean isQuestionShown) {
    String tried = Keys.of("discord", "tried", preview);
    return new Recipient() {
      private boolean isRefused;

      @Override
      public void begin() {
        linkCause(waiting.id(), preview);
      }

      @Override
      public Delivery show(Shown shown) {
        InteractionHook hook = waiting.hook();
        if (shown.answer().isEmpty()) {
          return delivery(calls.edit(hook, renderer.render(shown.reply(), Frame.NONE).getFirst()));
        }
        String before = conversations.threadAt(preview).orElse("");
        boolean isBegun = ID.matcher(before).matches();
        if (before.equals(tried) || (isBegun && isForgotten(before, waiting.id()))) {
          return delivery(calls.edit(hook, plain(MAY_BE_SHARED)));
        }
        if (before.equals(preview)) {
          putAway(hook);
          return new Delivery.Delivered("");
        }
        if (!isBegun) {
          conversations.link(preview, waiting.id());
        }
        Frame frame = frame(shown, Audience.ALL).with(new Byline(Deed.SHARED, waiting.user()));
        List<DiscordMessage> messages =
            renderer.render(
                shown.reply(), isQuestionShown ? withQuestion(frame, shown.question()) : frame);
        List<String> sent = new ArrayList<>();
        for (DiscordMessage message : messages) {
          Called one = shared(hook, message, sent.size() + preview);
          if (!(one instanceof Called.Done(String id))) {
            isRefused = one instanceof Called.Refused && sent.isEmpty();
            if (isRefused) {
              conversations.link(preview, Keys.of("discord", "refused", preview));
            }
            return isAt(tried) ? delivery(calls.edit(hook, plain(MAY_BE_SHARED))) : delivery(one);
          }
          link(id, preview);
          sent.add(id);
        }
        conversations.link(preview, preview);
        putAway(hook);
        return new Delivery.Delivered(waiting.place() + sent.getFirst());
      }

      private boolean isAt(String state) {
        return conversations.threadAt(preview).filter(state::equals).isPresent();
      }

      // Where the bot may write by itself it posts, since Discord can tell what is posted twice
      // from two messages, for a while. Elsewhere it cannot, nor can the bot look, so it is noted
      // beforehand.
      private Called shared(InteractionHook hook, DiscordMessage message, String key) {
        if (waiting.channel().isPresent()) {
          Called posted = calls.post(waiting.channel().get(), Optional.empty(), message, key);
          if (!(posted instanceof Called.Refused)) {
            return posted;
          }
        }
        conversations.link(preview, tried);
        return calls.followUp(hook, message, false);
      }

      @Override
      public Delivery apologise(String words) {
        // The preview stays, so that its buttons can be pressed again.
        return delivery(
            calls.followUp(waiting.hook(), plain(isRefused ? SHARE_REFUSED : NOT_SHARED), true));
      }
    };
  }

  /**
   * Whoever wrote a message.
   *
   * @param channel where it was written
   * @param message its id
   * @param user id of who wrote it
   * @param threadName name of the thread that is opened below the answer, if one is
   */
  Recipient writer(
      MessageChannel channel,
      String message,
      String user,
      String thread,
      Optional<String> threadName) {
    return new Writer(channel, message, user, thread, threadName);
  }

  /** Whoever wrote a message and gets a reply to it, which may grow. */
  private final class Writer implements Recipient {
    private final MessageChannel channel;
    private final String message;
    private final String user;
    private final String thread;
    private final Optional<String> threadName;
    private final String key;
    private final Growth growth = growth(this::send);

    /** Id of the reply while it grows; empty before. */
    private volatile String begun = "";

    private volatile boolean hasBegun;

    Writer(
        MessageChannel channel,
        String message,
        String user,
        String thread,
        Optional<String> threadName) {
      this.channel = channel;
      this.message = message;
      this.user = user;
      this.thread = thread;
      this.threadName = threadName;
      key = Keys.of("discord", "reply", message);
    }

    @Override
    public void begin() {
      linkCause(message, thread);
    }

    @Override
    public void grow(Reply beginning) {
      growth.grow(beginning);
    }

    private Next send(Reply beginning) {
      List<DiscordMessage> parts = renderer.render(beginning, Frame.NONE);
      if (parts.size() > 1) {
        return Next.NO_MORE;
      }
      if (!begun.isEmpty()) {
        return next(calls.editForNow(channel, begun, parts.getFirst()));
      }
      hasBegun = true;
      Called posted = post(parts.getFirst(), 0);
      if (posted instanceof Called.Done(String id)) {
        begun = id;
      }
      return begun.isEmpty() ? Next.NO_MORE : Next.MORE;
    }

    /** Every part replies to the question, by which whoever replies to one is understood. */
    private Called post(DiscordMessage part, int number) {
      return calls.post(channel, Optional.of(message), part, number + key);
    }

    /** Posts the first part of the outcome, or puts it in the place of what has grown. */
    private Called showFirst(DiscordMessage part) {
      if (!hasBegun) {
        return post(part, 0);
      }
      if (begun.isEmpty()) {
        Called posted = post(part, 0);
        if (!(posted instanceof Called.Done(String id)) || id.isEmpty()) {
          return posted;
        }
        // Discord may take it for what was posted before and leave that as it is.
        begun = id;
      }
      return replace(part);
    }

    /** Puts something in the place of what has grown, or posts it anew if that is gone. */
    private Called replace(DiscordMessage part) {
      Called edited = calls.edit(channel, begun, part);
      return isGone(edited) ? calls.post(channel, Optional.of(message), part, "+" + key) : edited;
    }

    @Override
    public Delivery show(Shown shown) {
      growth.end();
      List<String> sent = new ArrayList<>();
      for (DiscordMessage part : renderer.render(shown.reply(), frame(shown, Audience.ALL))) {
        Called one = sent.isEmpty() ? showFirst(part) : post(part, sent.size());
        Optional<String> refusal = findRefusal(one);
        if (refusal.isPresent()) {
          return delivery(tell(refusal.get()));
        }
        if (!(one instanceof Called.Done(String id))) {
          return delivery(one);
        }
        link(id, thread);
        sent.add(id);
      }
      threadName
          .filter(_ -> !sent.getLast().isEmpty())
          .ifPresent(name -> openThread(channel, sent.getLast(), name, thread));
      return new Delivery.Delivered(channel.getId() + " " + sent.getFirst());
    }

    @Override
    public Delivery apologise(String words) {
      growth.end();
      Called sent =
          begun.isEmpty()
              ? calls.post(channel, Optional.of(message), plain(words), "-" + key)
              : replace(plain(words));
      return delivery(findRefusal(sent).map(this::tell).orElse(sent));
    }

    /** Tells whoever wrote directly. */
    private Called tell(String words) {
      return calls.tell(channel.getJDA(), user, plain(words), "-" + key);
    }
  }

  /** What to say to whoever wrote where the bot may not answer. */
  private static Optional<String> findRefusal(Called posted) {
    if (!(posted instanceof Called.Refused(Problem problem, String reason))) {
      return Optional.empty();
    }
    Optional<String> refusal =
        switch (problem) {
          case NOT_ALLOWED -> Optional.of(NOT_ALLOWED);
          case LOCKED -> Optional.of(LOCKED);
          case EXPIRED, NO_REPLY, CLOSED, GONE, OTHER -> Optional.empty();
        };
    refusal.ifPresent(_ -> log.warn("the bot may not answer in a channel: {}", reason));
    return refusal;
  }

  private Growth growth(Growth.Sender sender) {
    return new Growth(sender, calls::pause, GROWTH);
  }

  private static Next next(Called called) {
    return called instanceof Called.Done ? Next.MORE : Next.NO_MORE;
  }

  /**
   * Whether Discord may have forgotten by now what was posted then.
   *
   * @param then id of what made the bot post it
   * @param now id of what makes the bot post it again
   */
  private static boolean isForgotten(String then, String now) {
    Duration between =
        Duration.between(
            TimeUtil.getTimeCreated(Long.parseUnsignedLong(then)),
            TimeUtil.getTimeCreated(Long.parseUnsignedLong(now)));
    return between.compareTo(NONCES_KEPT) > 0;
  }

  private static boolean isGone(Called called) {
    return called instanceof Called.Refused(Problem problem, _) && problem == Problem.GONE;
  }

  private void putAway(InteractionHook hook) {
    if (!(calls.edit(hook, plain(SHARED)) instanceof Called.Done)) {
      log.warn("the preview of what was shared could not be put away");
    }
  }

  /** Who replies before an answer is linked is understood by what it answers. */
  private void linkCause(String id, String thread) {
    if (!thread.isEmpty()) {
      conversations.link(cause(id), thread);
    }
  }

  private void link(String message, String thread) {
    if (!message.isEmpty() && !thread.isEmpty()) {
      conversations.link(place(message), thread);
    }
  }

  /**
   * Opens a thread. It mostly has the id of the message that it begins at, and so is linked
   * already. Nobody but who closes the bot waits for it, and the answer can be replied to without
   * it.
   */
  private void openThread(MessageChannel channel, String message, String name, String thread) {
    opening.removeIf(CompletableFuture::isDone);
    opening.add(
        CompletableFuture.runAsync(
            () -> {
              if (calls.openThread(channel, message, name) instanceof Called.Done(String id)
                  && !id.equals(message)) {
                link(id, thread);
              }
            },
            task -> Thread.ofVirtual().name("thread").start(task)));
  }

  /** Waits for the threads that are being opened, which would be left half done else. */
  void await(Duration patience) throws InterruptedException {
    try {
      CompletableFuture.allOf(opening.toArray(new CompletableFuture<?>[0]))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.debug("a thread may not have been opened", e);
    }
  }

  /**
   * Somebody whose interaction was answered with a message that says that the bot is thinking. The
   * first part of an outcome takes its place, which can be done twice and comes to the same.
   */
  private class Answering implements Recipient {
    private final Waiting waiting;
    private final String thread;
    private final String below;
    private final Growth growth = growth(this::sendBeginning);
    private boolean isShown;

    /**
     * @param thread the conversation of whoever waits; it goes on where the outcome is shown
     */
    Answering(Waiting waiting, String thread) {
      this(waiting, thread, thread);
    }

    /**
     * @param thread the conversation of whoever waits
     * @param below the one that goes on from it where the outcome is shown
     */
    Answering(Waiting waiting, String thread, String below) {
      this.waiting = waiting;
      this.thread = thread;
      this.below = below;
    }

    /** How an answer begins while the rest of it is written. */
    List<DiscordMessage> begun(Reply beginning) {
      return renderer.render(beginning, Frame.NONE);
    }

    List<DiscordMessage> rendered(Shown shown) {
      return renderer.render(noted(shown.reply(), waiting), frame(shown, waiting.audience()));
    }

    @Override
    public final void begin() {
      linkCause(waiting.id(), thread);
    }

    @Override
    public final void grow(Reply beginning) {
      growth.grow(beginning);
    }

    /** The outcome takes its place, as that of the message that says that the bot is thinking. */
    private Next sendBeginning(Reply beginning) {
      List<DiscordMessage> messages = begun(beginning);
      return messages.size() == 1
          ? next(calls.editForNow(waiting.hook(), messages.getFirst()))
          : Next.NO_MORE;
    }

    @Override
    public final Delivery show(Shown shown) {
      growth.end();
      List<DiscordMessage> messages = rendered(shown);
      if (shown.answer().isEmpty() && !waiting.audience().isPrivate()) {
        return privately(messages);
      }
      InteractionHook hook = waiting.hook();
      List<String> sent = new ArrayList<>();
      boolean isComplete = true;
      for (int i = 0; i < messages.size(); i++) {
        DiscordMessage message = messages.get(i);
        Called one =
            isShown
                ? calls.followUp(hook, message, waiting.audience().isPrivate())
                : first(hook, message);
        if (one instanceof Called.Refused(Problem problem, _) && problem == Problem.EXPIRED) {
          return elsewhere(waiting, messages.subList(i, messages.size()), below);
        }
        if (one instanceof Called.Done(String id)) {
          isShown = true;
          link(id, below);
          sent.add(id);
        } else if (isShown && one instanceof Called.Unclear) {
          isComplete = false;
        } else {
          return delivery(one);
        }
      }
      if (!isComplete) {
        log.warn("whether all of an answer is shown is unclear");
        calls.followUp(hook, plain(MAY_BE_INCOMPLETE), true);
      }
      return new Delivery.Delivered(waiting.place() + sent.getFirst(), goingOn(below));
    }

    /** Shows what comes first, also when the message that says that the bot is thinking is gone. */
    private Called first(InteractionHook hook, DiscordMessage message) {
      Called edited = calls.edit(hook, message);
      return isGone(edited)
          ? calls.followUp(hook, message, waiting.audience().isPrivate())
          : edited;
    }

    /**
     * Tells one person what is for nobody else, although everybody sees that the bot is thinking.
     * Discord takes the first message after that for its outcome, whoever is to see it; so that is
     * a line without content, and goes once the person has been told.
     */
    private Delivery privately(List<DiscordMessage> messages) {
      InteractionHook hook = waiting.hook();
      Called edited = calls.edit(hook, plain(MISUSED));
      Called first = isGone(edited) ? new Called.Done("") : edited;
      if (first instanceof Called.Refused(Problem problem, _) && problem == Problem.EXPIRED) {
        return delivery(
            calls.tell(
                waiting.jda(),
                waiting.user(),
                messages.getFirst(),
                "-" + Keys.of("discord", "late", waiting.token())));
      }
      if (!(first instanceof Called.Done(String id))) {
        return delivery(first);
      }
      isShown = true;
      for (DiscordMessage message : messages) {
        if (!(calls.followUp(hook, message, true) instanceof Called.Done)) {
          log.warn("what is for one person may not be shown");
          return new Delivery.Delivered(waiting.place() + id);
        }
      }
      if (!(calls.delete(hook) instanceof Called.Done)) {
        log.warn("a line before what is for one person could not be taken away");
      }
      return new Delivery.Delivered("");
    }

    @Override
    public final Delivery apologise(String words) {
      growth.end();
      DiscordMessage message = plain(words);
      Called sent =
          isShown ? calls.followUp(waiting.hook(), message, true) : first(waiting.hook(), message);
      return sent instanceof Called.Refused(Problem problem, _) && problem == Problem.EXPIRED
          ? elsewhere(waiting, List.of(message), "")
          : delivery(sent);
    }
  }

  /** The interaction cannot be answered any more, so its outcome is posted. */
  private Recipient.Delivery elsewhere(
      Waiting waiting, List<DiscordMessage> messages, String thread) {
    log.warn("an interaction could not be answered in time, its outcome is posted");
    String key = Keys.of("discord", "late", waiting.token());
    Called last = new Called.Done("");
    for (int i = 0; i < messages.size(); i++) {
      Called sent = new Called.Refused(Problem.NOT_ALLOWED, "no channel");
      if (!waiting.audience().isPrivate() && waiting.channel().isPresent()) {
        sent = calls.post(waiting.channel().get(), Optional.empty(), messages.get(i), i + key);
      }
      if (sent instanceof Called.Refused) {
        sent = calls.tell(waiting.jda(), waiting.user(), messages.get(i), i + "-" + key);
      }
      if (sent instanceof Called.Done(String id)) {
        link(id, thread);
      }
      last = sent;
    }
    return last instanceof Called.Done(String id)
        ? new Recipient.Delivery.Delivered(id, goingOn(thread))
        : delivery(last);
  }

  private static Optional<String> goingOn(String thread) {
    return Optional.of(thread).filter(key -> !key.isEmpty());
  }

  private static Recipient.Delivery delivery(Called sent) {
    return switch (sent) {
      case Called.Done(String message) -> new Recipient.Delivery.Delivered(message);
      case Called.Refused(_, String reason) -> new Recipient.Delivery.Failed(reason);
      case Called.Unclear(String reason) -> new Recipient.Delivery.Failed(reason);
    };
  }

  /** A message of nothing but words. */
  DiscordMessage plain(String words) {
    return renderer
        .render(new Reply(List.of(new Paragraph(words, List.of()))), Frame.NONE)
        .getFirst();
  }

  private static Frame withQuestion(Frame frame, String question) {
    return question.isEmpty() ? frame : frame.withQuestion(question);
  }

  private static Button button(Kind kind, String answer, String label) {
    return new Button(new DiscordId(kind, answer).text(), label);
  }

  /** What stands around an answer; around anything else stands nothing. */
  private static Frame frame(Shown shown, Audience audience) {
    if (shown.answer().isEmpty()) {
      return Frame.NONE;
    }
    String answer = shown.answer().get();
    return Frame.NONE
        .with(
            shown.actions(audience).stream()
                .map(action -> new Press(action, new DiscordId(kind(action), answer).text()))
                .toList())
        .with(
            new Questions(
                new DiscordId(Kind.CHOOSE, answer).text(),
                question ->
                    new DiscordId(Kind.ASK, answer, shown.suggestions().indexOf(question)).text()));
  }

  private static Kind kind(Action action) {
    return switch (action) {
      case SOURCES -> Kind.SOURCES;
      case WHY -> Kind.WHY;
      case GOOD -> Kind.GOOD;
      case BAD -> Kind.BAD;
      case SHARE -> Kind.SHARE;
    };
  }
}
