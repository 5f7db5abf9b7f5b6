-- Documents are json, not jsonb: they come back as they were sent, and every text that JSON can hold can be kept.
CREATE TABLE run (
    run_id   text PRIMARY KEY,
    run_no   integer NOT NULL,
    revision integer NOT NULL,
    record   json    NOT NULL
);
CREATE INDEX run_newest ON run (run_no DESC);

CREATE TABLE scored (
    run_id      text        NOT NULL,
    subject     text        NOT NULL,
    revision    integer     NOT NULL,
    document    json        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, subject, revision)
);
