-- The last answers of each asker, by an opaque key of the person. What was asked stands in answer.
CREATE TABLE asked (
  asker TEXT NOT NULL,
  answer TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  PRIMARY KEY (asker, answer)
);

CREATE INDEX asked_by_time ON asked (asked_at);
