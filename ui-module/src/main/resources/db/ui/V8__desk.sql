-- What the desk and the set-up of a summit show. No name of anybody, and no contact.

-- How many seats of a day people of one organisation may hold; nothing means as many as there are.
alter table summit_day add column per_organization integer;

create table organization (
    id uuid primary key,
    summit uuid not null,
    name_km text not null default '',
    name_en text not null default '',
    kind text not null default '',
    size text not null default '',
    province text,
    cohort text not null default '',
    language text not null default '',
    sectors text[] not null default '{}'
);
create index organization_by_summit on organization (summit);

create table organization_tie (
    organization uuid not null,
    other uuid not null,
    round text not null,
    summit uuid not null,
    strength text not null,
    primary key (organization, other, round)
);

-- Whom a person comes for.
create table desk_person (
    participant uuid primary key,
    summit uuid not null,
    organization uuid,
    -- a second registration of somebody: nothing of it counts
    merged boolean not null default false
);

-- On which days a person has a seat, or waits for one.
create table desk_place (
    participant uuid not null,
    day integer not null,
    summit uuid not null,
    mode text not null,
    waiting boolean not null,
    primary key (participant, day)
);
create index desk_place_by_day on desk_place (summit, day);

-- When a person was seen on a day in a mode, by when it happened; denied where somebody found out that it was not so.
create table desk_presence (
    participant uuid not null,
    day integer not null,
    mode text not null,
    summit uuid not null,
    first_in timestamptz,
    last_in timestamptz,
    last_out timestamptz,
    denied boolean not null default false,
    primary key (participant, day, mode)
);
create index desk_presence_by_day on desk_presence (summit, day);

-- What scans contradict, as long as nobody has said what was true.
create table desk_dispute (
    dispute uuid primary key,
    participant uuid not null,
    summit uuid not null,
    occurred_at timestamptz not null,
    open boolean not null
);
create index desk_dispute_open on desk_dispute (summit) where open;
