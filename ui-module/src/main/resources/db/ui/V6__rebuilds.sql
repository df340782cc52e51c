-- Rebuilds that were run, and what they found or replaced.
create table rebuild_run (
    id uuid primary key,
    -- COMPARE or REPLACE
    kind text not null,
    actor text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    state text not null,
    report jsonb
);
