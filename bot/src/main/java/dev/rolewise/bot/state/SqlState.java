package dev.rolewise.bot.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * State in a relational database. Its statements are understood by SQLite and PostgreSQL alike: a
 * row is inserted or, {@code ON CONFLICT}, takes the place of the one that is there.
 */
public final class SqlState implements State {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final int CONNECTIONS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<Cited>> CITATIONS = new TypeReference<>() {};
  private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};

  private final HikariDataSource connections;
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final String process = UUID.randomUUID().toString();

  private SqlState(HikariDataSource connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
    jdbi = Jdbi.create(connections);
  }

  /**
   * Opens a database and brings its tables up to date.
   *
   * @param url JDBC address; a SQLite file and its folder are made when they are missing
   * @throws StateException if it cannot be opened
   */
  public static SqlState open(String url, InstantSource clock) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("state");
    config.setMaximumPoolSize(CONNECTIONS);
    if (url.startsWith(SQLITE)) {
      makeFolder(url.substring(SQLITE.length()));
      // Readers go on while one writes, and whoever has to wait for a writer waits.
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "NORMAL");
      config.addDataSourceProperty("busy_timeout", "10000");
    }
    HikariDataSource connections = null;
    try {
      connections = new HikariDataSource(config);
      Flyway.configure()
          .dataSource(connections)
          .locations("classpath:dev/rolewise/bot/state/migration")
          .load()
          .migrate();
      return new SqlState(connections, clock);
    } catch (RuntimeException e) {
      if (connections != null) {
        connections.close();
      }
      throw new StateException("the database of the state could not be opened", e);
    }
  }

  private static void makeFolder(String file) {
    Path folder = Path.of(file.replaceFirst("[?].*", "")).toAbsolutePath().getParent();
    if (folder != null && !file.startsWith(":") && !file.startsWith("file:")) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new StateException(
            "the folder of the state could not be made", new UncheckedIOException(e));
      }
    }
  }

  @Override
  public boolean claim(String request, Optional<String> question) {
    return with(
        "claim a request",
        handle ->
            handle.execute(
                    "INSERT INTO handled_request (request, claimed_at, holder, held_until,"
                        + " question) VALUES (?, ?, ?, ?, ?) ON CONFLICT (request) DO UPDATE SET"
                        + " holder = excluded.holder, held_until = excluded.held_until, question ="
                        + " NULL WHERE handled_request.held_until < ?",
                    request,
                    now(),
                    process,
                    leaseEnd(),
                    question.orElse(null),
                    now())
                == 1);
  }

  @Override
  public boolean begin(String request) {
    return with(
        "note that an outcome is shown",
        handle ->
            handle.execute(
                    "INSERT INTO handled_request (request, claimed_at) VALUES (?, ?)"
                        + " ON CONFLICT (request) DO UPDATE SET holder = NULL, held_until = NULL,"
                        + " question = NULL WHERE handled_request.holder = ?",
                    request,
                    now(),
                    process)
                == 1);
  }

  @Override
  public void renew() {
    with(
        "renew claims",
        handle ->
            handle.execute(
                "UPDATE handled_request SET held_until = ?"
                    + " WHERE held_until IS NOT NULL AND holder = ?",
                leaseEnd(),
                process));
  }

  @Override
  public List<String> takeOver() {
    long oldest = now() - MAX_LATE.toMillis();
    with(
        "forget what is too late",
        handle ->
            handle.execute(
                "UPDATE handled_request SET question = NULL"
                    + " WHERE held_until IS NOT NULL AND claimed_at <= ? AND question IS NOT NULL",
                oldest));
    return with(
        "take over requests",
        handle ->
            handle
                .createQuery(
                    "UPDATE handled_request SET held_until = 0 WHERE held_until > 0"
                        + " AND held_until < :now AND question IS NOT NULL"
                        + " RETURNING question, claimed_at")
                .bind("now", now())
                .map((row, _) -> Map.entry(row.getLong("claimed_at"), row.getString("question")))
                .list()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList());
  }

  @Override
  public Optional<SavedConversation> findConversation(String thread) {
    return with(
        "find a conversation",
        handle ->
            handle
                .select("SELECT questions, citations FROM conversation WHERE thread = ?", thread)
                .map((row, _) ->
                    new SavedConversation(
                        read(row, "questions", TEXTS), read(row, "citations", CITATIONS)))
                .findOne());
  }

  @Override
  public void save(String thread, SavedConversation conversation) {
    with(
        "save a conversation",
        handle ->
            handle.execute(
                "INSERT INTO conversation (thread, questions, citations, changed_at)"
                    + " VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (thread) DO UPDATE SET questions = excluded.questions,"
                    + " citations = excluded.citations, changed_at = excluded.changed_at",
                thread,
                write(conversation.questions()),
                write(conversation.citations()),
                now()));
  }

  @Override
  public void link(String place, String thread) {
    with(
        "link a place",
        handle ->
            handle.execute(
                "INSERT INTO place (place, thread, made_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (place) DO UPDATE SET thread = excluded.thread,"
                    + " made_at = excluded.made_at",
                place,
                thread,
                now()));
  }

  @Override
  public Optional<String> findThread(String place) {
    return with(
        "find a place",
        handle ->
            handle
                .select("SELECT thread FROM place WHERE place = ?", place)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public long spend(LocalDate day, long tokens) {
    return with(
        "count tokens",
        handle ->
            handle
                .createQuery(
                    "INSERT INTO spent (day, tokens) VALUES (:day, :tokens) ON CONFLICT (day)"
                        + " DO UPDATE SET tokens = spent.tokens + excluded.tokens RETURNING tokens")
                .bind("day", day.toString())
                .bind("tokens", tokens)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void note(String name, String content) {
    with(
        "write a note",
        handle ->
            handle.execute(
                "INSERT INTO note (name, content) VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                name,
                content));
  }

  @Override
  public Optional<String> findNote(String name) {
    return with(
        "find a note",
        handle ->
            handle
                .select("SELECT content FROM note WHERE name = ?", name)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void keep(KeptAnswer answer) {
    with(
        "keep an answer",
        handle ->
            handle.execute(
                "INSERT INTO answer (id, command, given, questions, citations, suggestions, thread,"
                    + " place, reply, why, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (id) DO NOTHING",
                answer.id(),
                answer.command(),
                write(answer.given()),
                write(answer.before()),
                write(answer.citations()),
                write(answer.suggestions()),
                answer.thread(),
                answer.place(),
                answer.reply().orElse(null),
                answer.why().orElse(null),
                now()));
  }

  @Override
  public void placed(String answer, String place) {
    with(
        "place an answer",
        handle -> handle.execute("UPDATE answer SET place = ? WHERE id = ?", place, answer));
  }

  @Override
  public Optional<KeptAnswer> findAnswer(String id) {
    return with(
        "find an answer",
        handle ->
            handle
                .select(
                    "SELECT id, command, given, questions, citations, suggestions, thread, place,"
                        + " reply, why FROM answer WHERE id = ?",
                    id)
                .map((row, _) -> keptAnswer(row))
                .findOne());
  }

  @Override
  public void asked(String asker, String answer) {
    with(
        "remember who asked",
        handle -> {
          handle.execute(
              "INSERT INTO asked (asker, answer, asked_at) VALUES (?, ?, ?)"
                  + " ON CONFLICT (asker, answer) DO NOTHING",
              asker,
              answer,
              now());
          return handle.execute(
              "DELETE FROM asked WHERE asker = ? AND answer NOT IN (SELECT answer FROM asked"
                  + " WHERE asker = ? ORDER BY asked_at DESC, answer DESC LIMIT ?)",
              asker,
              asker,
              MAX_ASKED);
        });
  }

  @Override
  public List<KeptAnswer> findAsked(String asker) {
    return with(
        "find what somebody asked",
        handle ->
            handle
                .select(
                    "SELECT id, command, given, questions, citations, suggestions, thread, place,"
                        + " NULL AS reply, NULL AS why FROM answer JOIN asked ON asked.answer ="
                        + " answer.id WHERE asked.asker = ? ORDER BY asked_at DESC, id DESC",
                    asker)
                .map((row, _) -> keptAnswer(row))
                .list());
  }

  private static KeptAnswer keptAnswer(ResultSet row) throws SQLException {
    return new KeptAnswer(
        row.getString("id"),
        row.getString("command"),
        read(row, "given", VALUES),
        read(row, "questions", TEXTS),
        read(row, "citations", CITATIONS),
        read(row, "suggestions", TEXTS),
        row.getString("thread"),
        row.getString("place"),
        Optional.ofNullable(row.getString("reply")),
        Optional.ofNullable(row.getString("why")));
  }

  @Override
  public void rate(Feedback feedback) {
    with(
        "save feedback",
        handle ->
            handle.execute(
                "INSERT INTO feedback (answer, rater, verdict, reason, given_at)"
                    + " VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (answer, rater) DO UPDATE SET verdict = excluded.verdict,"
                    + " reason = CASE WHEN excluded.reason = ''"
                    + " AND feedback.verdict = excluded.verdict"
                    + " THEN feedback.reason ELSE excluded.reason END,"
                    + " given_at = excluded.given_at",
                feedback.answer(),
                feedback.rater(),
                feedback.verdict().name(),
                feedback.reason(),
                now()));
  }

  @Override
  public Optional<Feedback> findFeedback(String answer, String rater) {
    return with(
        "find feedback",
        handle ->
            handle
                .select(
                    "SELECT verdict, reason FROM feedback WHERE answer = ? AND rater = ?",
                    answer,
                    rater)
                .map((row, _) ->
                    new Feedback(
                        answer,
                        rater,
                        Feedback.Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason")))
                .findOne());
  }

  @Override
  public void forgetBefore(Instant time) {
    long millis = time.toEpochMilli();
    with(
        "forget what is old",
        handle ->
            handle.execute("DELETE FROM handled_request WHERE claimed_at < ?", millis)
                + handle.execute("DELETE FROM conversation WHERE changed_at < ?", millis)
                + handle.execute("DELETE FROM place WHERE made_at < ?", millis)
                + handle.execute("DELETE FROM answer WHERE made_at < ?", millis)
                + handle.execute("DELETE FROM asked WHERE asked_at < ?", millis)
                + handle.execute(
                    "DELETE FROM spent WHERE day < ?",
                    LocalDate.ofInstant(time, ZoneOffset.UTC).toString()));
  }

  @Override
  public void check() {
    with("read", handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
  }

  @Override
  public void close() {
    connections.close();
  }

  private long now() {
    return clock.instant().toEpochMilli();
  }

  private long leaseEnd() {
    return clock.instant().plus(LEASE).toEpochMilli();
  }

  private <T> T with(String what, HandleCallback<T, RuntimeException> callback) {
    try {
      return jdbi.withHandle(callback);
    } catch (JdbiException e) {
      throw new StateException("the state could not " + what, e);
    }
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always JSON", e);
    }
  }

  private static <T> T read(ResultSet row, String column, TypeReference<T> type)
      throws SQLException {
    try {
      return JSON.readValue(row.getString(column), type);
    } catch (JsonProcessingException e) {
      throw new SQLException("column " + column + " must hold JSON", e);
    }
  }
}
