package dev.rolewise.bot.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.command.Conversation;
import dev.rolewise.bot.state.Cited;
import dev.rolewise.bot.state.SavedConversation;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns conversations and citations into what is saved of them, and back. */
public final class Conversations {
  private static final Logger log = LoggerFactory.getLogger(Conversations.class);
  private static final int FINGERPRINT_BYTES = 8;

  private static final int REMEMBERED = 5_000;

  /**
   * A conversation that was saved, or should have been.
   *
   * @param isSaved whether the store has it
   */
  private record Remembered(SavedConversation conversation, boolean isSaved) {}

  private final State state;
  private final Latest<Remembered> latest = new Latest<>(REMEMBERED);

  public Conversations(State state) {
    this.state = state;
  }

  /** Whether anything was said in a thread. */
  public boolean isKnown(String thread) {
    return saved(thread).isPresent();
  }

  /** Without its store, what this process remembers. */
  private Optional<SavedConversation> saved(String thread) {
    Optional<Remembered> remembered = latest.find(thread);
    if (remembered.isPresent() && !remembered.get().isSaved()) {
      return remembered.map(Remembered::conversation);
    }
    try {
      return state.findConversation(thread);
    } catch (StateException e) {
      log.error("a conversation could not be found", e);
      return remembered.map(Remembered::conversation);
    }
  }

  /**
   * Remembers that a conversation goes on where something is shown. Without its store, what is said
   * there begins a new one.
   *
   * @param place opaque key of where it is shown
   */
  public void link(String place, String thread) {
    try {
      state.link(place, thread);
    } catch (StateException e) {
      log.error("a place could not be linked with its conversation", e);
    }
  }

  /** The conversation that goes on at a place. */
  public Optional<String> threadAt(String place) {
    try {
      return state.findThread(place);
    } catch (StateException e) {
      log.error("the conversation of a place could not be found", e);
      return Optional.empty();
    }
  }

  /** What was said in a thread; citations of lines that have changed since are left out. */
  Conversation find(String thread, KnowledgeBase knowledge) {
    return saved(thread)
        .map(saved -> new Conversation(saved.questions(), citations(saved.citations(), knowledge)))
        .orElse(Conversation.NEW);
  }

  void save(String thread, Conversation conversation) {
    var saved = new SavedConversation(conversation.questions(), cited(conversation.citations()));
    boolean isSaved = true;
    try {
      state.save(thread, saved);
    } catch (StateException e) {
      log.error("a conversation could not be saved, it ends with this process", e);
      isSaved = false;
    }
    latest.put(thread, new Remembered(saved, isSaved));
  }

  static List<Cited> cited(List<Citation> citations) {
    return citations.stream()
        .map(citation ->
            new Cited(
                citation.number(),
                citation.document(),
                citation.statement().ordinal(),
                fingerprint(citation.statement())))
        .toList();
  }

  static List<Citation> citations(List<Cited> cited, KnowledgeBase knowledge) {
    List<Citation> citations = new ArrayList<>();
    for (Cited one : cited) {
      Optional<RoleDocument> document = knowledge.find(one.document());
      if (document.isPresent() && one.ordinal() < document.get().statements().size()) {
        Statement statement = document.get().statements().get(one.ordinal());
        if (fingerprint(statement).equals(one.fingerprint())) {
          citations.add(citation(one.number(), document.get(), statement));
        }
      }
    }
    return citations;
  }

  private static Citation citation(int number, RoleDocument document, Statement statement) {
    return new Citation(
        number, document.title(), document.source(), document.asOf(), document.market(), statement);
  }

  private static String fingerprint(Statement statement) {
    return Keys.digest(statement.text(), FINGERPRINT_BYTES);
  }

  /** Keys that tell nothing of what they were made from. */
  public static final class Keys {
    private static final int KEY_BYTES = 16;

    private Keys() {}

    /** The same for the same parts, different for others. */
    public static String of(String... parts) {
      return digest(String.join("\u0000", parts), KEY_BYTES);
    }

    /**
     * The same for the same parts and the same key, which is needed to find out what it was made
     * from by trying.
     */
    public static String keyed(String key, String... parts) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        byte[] digest = mac.doFinal(String.join("\u0000", parts).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has HmacSHA256", e);
      }
    }

    private static String digest(String text, int bytes) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
