-- Rebuilds that were run, and what they found.
create table rebuild_run (
    id uuid primary key,
    actor text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    state text not null,
    report jsonb
);
