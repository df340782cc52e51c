-- Every event that was taken in, as it was published.
create table timeline (
    id uuid primary key,
    context text not null,
    position bigint not null,
    type text not null,
    subject text not null,
    sequence bigint not null,
    time timestamptz not null,
    -- whether the time is told no finer than the day: an anonymous note's
    untimed boolean not null,
    summit uuid,
    correlation text,
    causation text,
    actor text,
    role text,
    payload text not null,
    -- when this reader took it in: no fact but what this database saw, so a rebuild compares the table without it;
    -- absent where the event has no time that a reader may add to
    taken_at timestamptz,
    unique (context, position)
);
create index timeline_by_time on timeline (time desc, context, position desc);
create index timeline_by_summit on timeline (summit, time desc, context, position desc);
create index timeline_by_subject on timeline (subject);
create index timeline_by_correlation on timeline (correlation);
