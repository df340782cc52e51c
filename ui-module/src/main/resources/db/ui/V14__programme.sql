-- The programme as it is planned and held: sessions, seats, who is in them, small groups and what they named. People by
-- id alone; nothing of what anybody said.

create table programme_session (
    session uuid primary key,
    summit uuid not null,
    day integer not null,
    title_km text not null,
    title_en text not null,
    kind text not null,
    method text not null,
    objectives integer[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    room text,
    link text,
    -- null: not offered
    seats_in_person integer,
    seats_online integer,
    facilitators uuid[] not null,
    languages text[] not null,
    interpretation text[] not null,
    prompts_km text[] not null,
    prompts_en text[] not null,
    cohorts text[] not null,
    roles text[] not null,
    sign_up boolean not null default false,
    -- SCHEDULED, RUNNING, ENDED or CANCELLED
    state text not null default 'SCHEDULED',
    started_at timestamptz,
    ended_at timestamptz,
    why_km text,
    why_en text
);
create index programme_session_by_summit on programme_session (summit);

create table programme_seat (
    session uuid not null,
    participant uuid not null,
    summit uuid not null,
    mode text not null,
    waits boolean not null,
    since timestamptz not null,
    primary key (session, participant)
);
create index programme_seat_by_summit on programme_seat (summit);

create table programme_move (
    session uuid not null,
    participant uuid not null,
    mode text not null,
    at timestamptz not null,
    -- whether they came or left
    came boolean not null,
    summit uuid not null,
    primary key (session, participant, mode, at, came)
);
create index programme_move_by_summit on programme_move (summit);

create table programme_group (
    session uuid not null,
    round integer not null,
    "table" integer not null,
    summit uuid not null,
    people uuid[] not null,
    languages text[] not null,
    interpretation text[] not null,
    primary key (session, round, "table")
);
create index programme_group_by_summit on programme_group (summit);

create table programme_summary (
    session uuid not null,
    round integer not null,
    "table" integer not null,
    summit uuid not null,
    summary uuid not null,
    challenges text[] not null,
    primary key (session, round, "table")
);
create index programme_summary_by_summit on programme_summary (summit);
