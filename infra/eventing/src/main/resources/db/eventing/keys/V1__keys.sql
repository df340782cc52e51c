-- One key a person, wrapped by the master key, in a schema of its own: whoever has the events' backup has none of it.
create table subject_key (
    subject      text        primary key,
    -- absent once destroyed; the row stays, so that nobody makes the person a new key
    keyset       bytea,
    made_at      timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((keyset is null) = (destroyed_at is not null))
);
