-- Disputes, second registrations, badges (decisions 0063 to 0065).

-- What staff have to resolve. Follows from the events; written with them.
create table dispute (
    dispute     uuid primary key,
    summit      uuid        not null,
    participant uuid        not null,
    reason      text        not null,
    direction   text        not null,
    day         integer     not null,
    mode        text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);

create index disputes_of_a_summit on dispute (summit, occurred_at);
create index disputes_of_a_participant on dispute (participant);

-- Registrations that were second ones of somebody, and the ones that stay.
create table merged (
    participant uuid primary key,
    into_other  uuid not null,
    check (participant <> into_other)
);

create index merged_into on merged (into_other);

-- Registrations that look alike and are of two people; the lower id first.
create table dismissed (
    summit uuid not null,
    one    uuid not null,
    other  uuid not null,
    primary key (summit, one, other),
    check (one < other)
);

-- The public half of the key that badges are signed with, X.509 in DER.
create table badge_key (
    only_one   boolean primary key default true check (only_one),
    public_key bytea not null
);
