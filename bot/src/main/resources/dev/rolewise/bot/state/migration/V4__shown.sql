-- What an answer showed and how it came about, in a form of whoever keeps it. Answers from before
-- have neither.
ALTER TABLE answer ADD COLUMN reply TEXT;
ALTER TABLE answer ADD COLUMN why TEXT;
