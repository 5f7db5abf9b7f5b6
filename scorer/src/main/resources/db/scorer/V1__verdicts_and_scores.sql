CREATE TABLE run (
    run_no integer PRIMARY KEY,
    run_id text    NOT NULL UNIQUE
);

-- Every execution of a judge, one partition a run, so that a run is pruned by dropping its partition.
-- A document is kept as it came: json, since jsonb refuses the NUL that a candidate's output may hold.
CREATE TABLE execution (
    run_no         integer     NOT NULL,
    subject_no     integer     NOT NULL,
    task_no        integer     NOT NULL,
    sample_index   integer     NOT NULL,
    stage_ordinal  integer     NOT NULL,
    round          integer     NOT NULL,
    judge          text        NOT NULL,
    execution_id   text        COLLATE "C" NOT NULL,
    outcome        text        NOT NULL,
    conclusive     boolean     NOT NULL,
    supersedes     text        COLLATE "C",
    content_digest text,
    document       json        NOT NULL,
    stored_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_no, subject_no, task_no, sample_index, stage_ordinal, round, judge, execution_id)
) PARTITION BY RANGE (run_no);

CREATE INDEX execution_superseding ON execution (run_no, supersedes) WHERE supersedes IS NOT NULL;

-- Executions that no other one has replaced.
CREATE VIEW standing AS
SELECT * FROM execution e
WHERE NOT EXISTS (SELECT FROM execution s WHERE s.run_no = e.run_no AND s.supersedes = e.execution_id);

-- The one verdict of each sample, stage, round and judge: the conclusive one with the smallest id, else the newest.
CREATE VIEW effective AS
SELECT DISTINCT ON (run_no, subject_no, task_no, sample_index, stage_ordinal, round, judge) *
FROM standing
ORDER BY run_no, subject_no, task_no, sample_index, stage_ordinal, round, judge,
         conclusive DESC,
         CASE WHEN conclusive THEN execution_id END,
         execution_id DESC;

CREATE TABLE score (
    run_no     integer     NOT NULL,
    subject_no integer     NOT NULL,
    revision   integer     NOT NULL,
    document   json        NOT NULL,
    frozen_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_no, subject_no, revision)
);
