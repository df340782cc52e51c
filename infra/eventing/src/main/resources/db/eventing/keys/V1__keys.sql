-- The keys of each person, wrapped together by the master key, in a schema of their own: whoever has the events' backup has
-- none of it. Which kinds of data they are for is said in clear, so that what is held can be counted without opening it; a
-- star stands for what is of no kind.
create table subject_key (
    subject      text        collate "C" primary key,
    -- absent where no key is left, or was ever made
    keyset       bytea,
    kinds        text[]      not null default '{}',
    -- whose keys were destroyed by themselves: nobody makes them anew
    forgotten    text[]      not null default '{}',
    made_at      timestamptz not null default now(),
    -- the whole person was erased; the row stays, so that nobody makes the person a new key
    destroyed_at timestamptz,
    check (destroyed_at is null or keyset is null)
);
