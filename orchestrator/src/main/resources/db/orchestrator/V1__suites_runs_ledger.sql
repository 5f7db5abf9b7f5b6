CREATE TABLE orchestrator.blob (
    kind    text  NOT NULL,
    digest  text  NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (kind, digest)
);

-- Documents are json, not jsonb: they are only read as a whole, and jsonb refuses some strings.
CREATE TABLE orchestrator.suite (
    suite_no          integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest            text        NOT NULL UNIQUE,
    project           text        NOT NULL,
    name              text        NOT NULL,
    version           text        NOT NULL,
    format            text        NOT NULL,
    head              json        NOT NULL,
    registered_at     timestamptz NOT NULL,
    validation_run_no integer
);
CREATE INDEX suite_by_name ON orchestrator.suite (name, version);

CREATE TABLE orchestrator.task (
    suite_no         integer NOT NULL REFERENCES orchestrator.suite,
    task_no          integer NOT NULL,
    task_id          text    NOT NULL,
    active           boolean NOT NULL,
    task_digest      text    NOT NULL,
    prompt_digest    text    NOT NULL,
    judge_digest     text    NOT NULL,
    reference_digest text,
    groups           json    NOT NULL,
    meta             json    NOT NULL,
    PRIMARY KEY (suite_no, task_no),
    UNIQUE (suite_no, task_id)
);

CREATE SEQUENCE orchestrator.run_no AS integer;

CREATE TABLE orchestrator.run (
    run_no    integer PRIMARY KEY,
    run_id    text    NOT NULL UNIQUE,
    state     text    NOT NULL,
    revision  integer NOT NULL,
    -- The validation run that must be over before anything of this run is released.
    waits_for integer REFERENCES orchestrator.run,
    record    json    NOT NULL
);
CREATE INDEX run_running ON orchestrator.run (run_no) WHERE state = 'RUNNING';

-- One row for each subject of a run: how far its samples are released, in order of position, and settled.
CREATE TABLE orchestrator.run_subject (
    run_no          integer     NOT NULL REFERENCES orchestrator.run,
    subject_no      integer     NOT NULL,
    position        bigint      NOT NULL DEFAULT 0,
    released        bigint      NOT NULL DEFAULT 0,
    settled         bigint      NOT NULL DEFAULT 0,
    last_settled_at timestamptz NOT NULL,
    counts          json        NOT NULL DEFAULT '{}',
    scored          boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (run_no, subject_no)
) WITH (fillfactor = 50);

-- The ledger: what was handed out and is not acknowledged.
CREATE TABLE orchestrator.outstanding (
    run_no       integer     NOT NULL,
    subject_no   integer     NOT NULL,
    task_no      integer     NOT NULL,
    sample_index integer     NOT NULL,
    stage        integer     NOT NULL,
    round        integer     NOT NULL,
    attempt      integer     NOT NULL,
    failures     integer     NOT NULL DEFAULT 0,
    released_at  timestamptz NOT NULL,
    -- When so many samples of its subject are settled, everything released before it should be: it is overtaken.
    overtaken_at bigint      NOT NULL,
    due          boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (run_no, subject_no, task_no, sample_index, stage, round)
) WITH (autovacuum_vacuum_scale_factor = 0.1, autovacuum_vacuum_threshold = 1000);
CREATE INDEX outstanding_due ON orchestrator.outstanding (run_no) WHERE due;

-- What judging a reference answer showed, by content: valid for every suite and run with the same task.
CREATE TABLE orchestrator.reference_verdict (
    task_digest      text NOT NULL,
    reference_digest text NOT NULL,
    software         text NOT NULL,
    outcome          json NOT NULL,
    cpu_millis       bigint,
    message          text,
    PRIMARY KEY (task_digest, reference_digest, software)
);

CREATE TABLE orchestrator.outbox (
    seq    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id text   NOT NULL,
    record json   NOT NULL
);
