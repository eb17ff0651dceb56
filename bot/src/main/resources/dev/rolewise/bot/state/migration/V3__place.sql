-- Which conversation goes on where something is shown.
CREATE TABLE place (
  place TEXT NOT NULL PRIMARY KEY,
  thread TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

-- What a platform is to remember from one start to the next.
CREATE TABLE note (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE INDEX place_by_time ON place (made_at);
