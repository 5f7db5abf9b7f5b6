-- Documents are JSON as bytes: what models write may hold U+0000, which neither text nor jsonb can store.

create table recording (
    id integer generated always as identity primary key,
    digest text unique,
    tasks integer not null default 0,
    samples integer not null default 0,
    max_samples_per_task integer not null default 0,
    created_at timestamptz not null default now()
);

create table recorded_answer (
    recording_id integer not null references recording on delete cascade,
    task_id text not null,
    sample_index integer not null,
    document bytea not null,
    primary key (recording_id, task_id, sample_index)
);

-- One row per sample and stage that was ever asked for; kept, since it links a run to its answers.
create table assignment (
    id bigint generated always as identity primary key,
    run_id text not null,
    subject text not null,
    task_id text not null,
    sample_index integer not null,
    stage smallint not null,
    round smallint not null,
    fingerprint text not null,
    prompt_digest text not null,
    epoch text not null,
    attempt integer not null,
    document bytea not null,
    traceparent text,
    unique (run_id, subject, task_id, sample_index, stage, round)
);

-- What is still to be done: small rows that live for seconds. Free without a lease; done when deleted.
-- No foreign key: rows are only made together with their assignment, and the check would cost as much as the rest.
create table pending (
    assignment_id bigint primary key,
    run_id text not null,
    subject text not null,
    attempt integer not null,
    lease uuid,
    leased_until timestamptz
) with (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_cost_delay = 0
);

create index pending_free on pending (run_id, subject, assignment_id) where lease is null;
create index pending_leased on pending (leased_until) where lease is not null;

-- The register: the first answer stored under a key is the answer. The task is part of the key because two tasks
-- may have one prompt and yet different recorded or reference answers.
create table answer (
    fingerprint text not null,
    prompt_digest text not null,
    task_id text not null,
    stage smallint not null,
    round smallint not null,
    sample_index integer not null,
    epoch text not null,
    document bytea not null,
    long_code text,
    created_at timestamptz not null default now(),
    primary key (fingerprint, prompt_digest, task_id, stage, round, sample_index, epoch)
);

-- Code too long for a message; answer.long_code names it.
create table answer_blob (
    digest text primary key,
    content bytea not null
);
