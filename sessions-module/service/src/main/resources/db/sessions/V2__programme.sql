-- What sessions know of each other, seats and queues, who was where. Each is written in the transaction of the command
-- that it decides about.

-- When a session is, whom it is for, and where it stands.
create table session (
    session      uuid        primary key,
    summit       uuid        not null,
    day          integer     not null,
    kind         text        not null,
    slot         tstzrange   not null,
    state        text        not null check (state in ('SCHEDULED', 'RUNNING', 'ENDED', 'CANCELLED')),
    sign_up_open boolean     not null default false,
    cohorts      text[]      not null,
    roles        text[]      not null,
    started_at   timestamptz,
    ended_at     timestamptz
);

create index session_by_summit on session (summit);

-- A person is one resource, whether they lead a session or sit in it. What doesn't bind is a seat that staff gave
-- against the rule, or that a session took along when it was planned anew: it hinders no further booking by itself.
alter table booking
    add column leads boolean not null default true,
    add column binds boolean not null default true,
    drop constraint booking_text_span_slot_excl;

update booking set resource = 'person:' || substr(resource, length('facilitator:') + 1)
where resource like 'facilitator:%';

alter table booking
    add constraint nobody_and_no_room_is_taken_twice
        exclude using gist (text_span(resource, resource, '[]') with &&, slot with &&) where (binds);

-- People of a session and rows of a person are looked for when sessions move.
create index booking_by_resource on booking (resource);

-- revision: which plan of the session the seats are of; who takes one must have read the same.
alter table session_seats
    add column taken    integer not null default 0,
    add column waiting  integer not null default 0 check (waiting >= 0),
    add column open     boolean not null default false,
    add column revision integer not null default 1,
    add constraint seats_are_never_oversold check (taken between 0 and seats);

-- Who has a seat, or waits for one in the order of places. A place is given while the seat's row is held, so places come
-- in the order in which people came.
create table sign_up (
    session     uuid        not null,
    participant uuid        not null,
    mode        text        not null,
    seated      boolean     not null,
    place       bigint      generated always as identity,
    waived      text[]      not null,
    since       timestamptz not null,
    primary key (session, participant)
);

create index sign_up_by_place on sign_up (session, mode, place) where not seated;
create index sign_up_by_person on sign_up (participant);

-- When somebody came or left, as it was told: a set.
create table attendance_mark (
    session     uuid        not null,
    participant uuid        not null,
    mode        text        not null,
    came        boolean     not null,
    at          timestamptz not null,
    primary key (session, participant, mode, came, at)
);

create index attendance_by_person on attendance_mark (participant);

-- In which rounds a session has small groups.
create table group_round (
    session uuid    not null,
    round   integer not null,
    primary key (session, round)
);

-- One interview of a summit at a time.
create table on_air (
    summit    uuid primary key,
    session   uuid not null,
    interview uuid not null
);

-- By what code a certificate is found.
create table certificate (
    code        text primary key,
    certificate uuid not null unique
);

-- What registration's events have told (written by RegistrationFacts alone). What was taken in before these columns
-- existed has them once the read model is rebuilt.
alter table known_participant
    add column organization uuid,
    add column role         text;

create table known_organization (
    organization uuid primary key,
    summit       uuid not null,
    cohort       text not null
);
