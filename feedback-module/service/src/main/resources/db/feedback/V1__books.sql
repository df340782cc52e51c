-- The boards, as notes must know them and as they are counted. Each row is written in the transaction of the command
-- that it comes of. Nothing of what a note says is here, nor who said it.
create table board (
    board     uuid    primary key,
    summit    uuid    not null,
    kind      text    not null,
    prompt_km text    not null,
    prompt_en text    not null,
    lens      text,
    session   uuid,
    open      boolean not null default true
);

create index board_of_summit on board (summit);

create table posted_note (
    note  uuid primary key,
    board uuid not null
);

create index note_on_board on posted_note (board);

-- What the events of registration have told (written by RegistrationFacts alone).
create table known_summit (
    summit uuid primary key
);

create table known_participant (
    participant uuid primary key,
    summit      uuid not null
);

-- What the events of sessions have told (written by SessionsFacts alone).
create table known_session (
    session uuid primary key,
    summit  uuid not null
);
