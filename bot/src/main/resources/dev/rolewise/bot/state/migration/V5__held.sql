-- A request that is claimed and of which nothing has been shown yet is held by a process, which
-- renews that as long as it lives, with what is needed to answer it once more. Then all are NULL.
-- It is held until 0 once another process was given that.
ALTER TABLE handled_request ADD COLUMN holder TEXT;
ALTER TABLE handled_request ADD COLUMN held_until BIGINT;
ALTER TABLE handled_request ADD COLUMN question TEXT;

CREATE INDEX handled_request_by_lease ON handled_request (held_until) WHERE held_until IS NOT NULL;
