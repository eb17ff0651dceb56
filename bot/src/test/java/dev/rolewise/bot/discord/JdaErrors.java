package dev.rolewise.bot.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears what JDA complains of. */
final class JdaErrors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("net.dv8tion.jda");

  private final Map<Logger, Level> silenced = new HashMap<>();

  JdaErrors() {
    for (Logger other : logger.getLoggerContext().getLoggerList()) {
      if (other.getName().startsWith(logger.getName() + ".") && other.getLevel() != null) {
        silenced.put(other, other.getLevel());
        other.setLevel(null);
      }
    }
    setContext(logger.getLoggerContext());
    start();
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      errors.add(event.getFormattedMessage());
    }
  }

  /** What it complained of so far. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    silenced.forEach(Logger::setLevel);
    logger.detachAppender(this);
    stop();
  }
}
