-- The books that sessions share. Each is written in the transaction of the command that it decides about.

-- A range of texts, so that an exclusion constraint can compare names and slots in one index without an extension,
-- which a role that owns no more than its schema may not be allowed to create.
create type text_span as range (subtype = text, collation = "C");

-- Rooms and facilitators, each in one session at a time.
create table booking (
    session  uuid      not null,
    resource text      not null,
    slot     tstzrange not null check (not isempty(slot)),
    primary key (session, resource),
    exclude using gist (text_span(resource, resource, '[]') with &&, slot with &&)
);

-- Seats of each session, for the query of how full it is.
create table session_seats (
    session uuid    not null,
    mode    text    not null,
    seats   integer not null,
    primary key (session, mode)
);

-- Who is, or was, in which session.
create table presence (
    session     uuid    not null,
    participant uuid    not null,
    mode        text    not null,
    running     boolean not null default true,
    primary key (session, participant)
);

create unique index one_running_session_a_person on presence (participant) where running;

-- What registration's events have told (written by RegistrationFacts alone).
create table known_summit_day (
    summit uuid        not null,
    day    integer     not null,
    starts timestamptz not null,
    ends   timestamptz not null,
    modes  text[]      not null,
    primary key (summit, day)
);

create table known_participant (
    participant uuid      primary key,
    summit      uuid      not null,
    days        integer[] not null
);
