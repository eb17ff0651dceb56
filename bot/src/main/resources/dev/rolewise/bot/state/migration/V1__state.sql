-- Understood by SQLite and PostgreSQL alike. Times are milliseconds since 1970.
CREATE TABLE handled_request (
  request TEXT NOT NULL PRIMARY KEY,
  claimed_at BIGINT NOT NULL
);

CREATE TABLE conversation (
  thread TEXT NOT NULL PRIMARY KEY,
  questions TEXT NOT NULL,
  citations TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

CREATE TABLE answer (
  id TEXT NOT NULL PRIMARY KEY,
  command TEXT NOT NULL,
  given TEXT NOT NULL,
  questions TEXT NOT NULL,
  citations TEXT NOT NULL,
  suggestions TEXT NOT NULL,
  thread TEXT NOT NULL,
  place TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

CREATE TABLE feedback (
  answer TEXT NOT NULL,
  rater TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  PRIMARY KEY (answer, rater)
);

CREATE INDEX handled_request_by_time ON handled_request (claimed_at);
CREATE INDEX conversation_by_time ON conversation (changed_at);
CREATE INDEX answer_by_time ON answer (made_at);
