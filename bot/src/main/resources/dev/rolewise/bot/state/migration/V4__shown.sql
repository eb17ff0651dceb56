-- What an answer showed and how it came about, in a form of whoever keeps it. Answers from before
-- have neither.
ALTER TABLE answer ADD COLUMN reply TEXT;
ALTER TABLE answer ADD COLUMN why TEXT;

-- Tokens of language models by the day in UTC, as 2026-11-22.
CREATE TABLE spent (
  day TEXT NOT NULL PRIMARY KEY,
  tokens BIGINT NOT NULL
);
