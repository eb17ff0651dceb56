package dev.rolewise.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresStateTest extends StateContract {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static EmbeddedPostgres postgres;

  private String url = "";

  @BeforeAll
  static void startPostgres() throws IOException {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException | IllegalStateException e) {
      if (!"root".equals(System.getProperty("user.name"))) {
        throw e;
      }
      // It is started in a user namespace of its own, which not every container allows.
      abort("PostgreSQL does not run as root here: " + e.getMessage());
    }
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  State open(InstantSource clock) {
    if (url.isEmpty()) {
      String name = "state" + DATABASES.incrementAndGet();
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      url = postgres.getJdbcUrl("postgres", name);
    }
    return SqlState.open(url, clock);
  }

  @Test
  void severalProcessesShareADatabase() {
    try (State first = open(InstantSource.fixed(NOON));
        State second = open(InstantSource.fixed(NOON))) {
      assertThat(first.claim("T1/C1/1.0001", Optional.empty())).isTrue();
      assertThat(second.claim("T1/C1/1.0001", Optional.empty())).isFalse();
    }
  }
}
