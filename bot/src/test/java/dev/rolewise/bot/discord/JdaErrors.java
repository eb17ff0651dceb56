package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Fails a test in which JDA complains of something that the test does not expect. Its loggers that
 * are silent in service are heard too.
 */
public final class JdaErrors implements BeforeEachCallback, AfterEachCallback {
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> expected = new CopyOnWriteArrayList<>();
  private final Map<Logger, Level> silenced = new HashMap<>();
  private final Logger jda = (Logger) LoggerFactory.getLogger("net.dv8tion.jda");
  private final Logger own = (Logger) LoggerFactory.getLogger(Incoming.class);
  private final Hearing complaints = new Hearing(errors);
  private final Hearing lines = new Hearing(told);

  /** Keeps the errors that a logger writes. */
  private static final class Hearing extends AppenderBase<ILoggingEvent> {
    private final List<String> errors;
    private volatile CountDownLatch held = new CountDownLatch(0);

    Hearing(List<String> errors) {
      this.errors = errors;
    }

    @Override
    protected void append(ILoggingEvent event) {
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
        errors.add(event.getFormattedMessage());
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (Logger other : jda.getLoggerContext().getLoggerList()) {
      if (other.getName().startsWith(jda.getName() + ".") && other.getLevel() != null) {
        silenced.put(other, other.getLevel());
        other.setLevel(null);
      }
    }
    List.of(complaints, lines)
        .forEach(hearing -> {
          hearing.setContext(jda.getLoggerContext());
          hearing.start();
        });
    jda.addAppender(complaints);
    own.addAppender(lines);
  }

  /** Takes complaints that contain some words for what the test is about. */
  public void expect(String words) {
    expected.add(words);
  }

  /** Whether JDA has complained of it by now. */
  boolean hasHeard(String words) {
    return errors.stream().anyMatch(error -> error.contains(words));
  }

  /** Whoever says something about an event from now on stands still until it is let go. */
  void holdLines(CountDownLatch until) {
    lines.held = until;
  }

  /** What the bot said about events that cannot be read. */
  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    silenced.forEach(Logger::setLevel);
    jda.detachAppender(complaints);
    own.detachAppender(lines);
    List<String> unexpected = new ArrayList<>(errors);
    unexpected.addAll(told);
    unexpected.removeIf(error -> expected.stream().anyMatch(error::contains));
    assertThat(unexpected).as("what JDA complained of").isEmpty();
  }
}
