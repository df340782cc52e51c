-- What Today shows. Counts are made by joins when asked, never kept, so that the order of facts doesn't matter.
create table today_organization (
    organization uuid primary key,
    summit uuid not null,
    name_km text not null,
    name_en text not null
);
create index today_organization_by_summit on today_organization (summit);

create table today_expected (
    participant uuid not null,
    day integer not null,
    summit uuid not null,
    organization uuid,
    mode text not null,
    primary key (participant, day)
);
create index today_expected_by_day on today_expected (summit, day, mode);

create table today_present (
    participant uuid not null,
    day integer not null,
    mode text not null,
    summit uuid not null,
    primary key (participant, day, mode)
);
create index today_present_by_day on today_present (summit, day, mode);

create table today_session (
    session uuid primary key,
    summit uuid not null,
    day integer not null,
    title_km text not null,
    title_en text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    room text,
    online boolean not null,
    seats integer not null,
    state text not null
);
create index today_session_by_day on today_session (summit, day, starts_at);

create table today_attendance (
    session uuid not null,
    participant uuid not null,
    mode text not null,
    primary key (session, participant)
);

create table today_offer (
    offer uuid primary key,
    summit uuid not null,
    organization uuid not null,
    title_km text not null,
    title_en text not null
);
create index today_offer_by_summit on today_offer (summit);

create table today_trade (
    trade uuid primary key,
    summit uuid not null,
    state text not null
);
create index today_trade_by_summit on today_trade (summit);

create table today_board (
    board uuid primary key,
    summit uuid not null,
    kind text not null,
    prompt_km text not null,
    prompt_en text not null,
    open boolean not null
);
create index today_board_by_summit on today_board (summit);

create table today_note (
    note uuid primary key,
    board uuid not null,
    summit uuid not null,
    position bigint not null,
    language text not null,
    source text not null
);
create index today_note_by_summit on today_note (summit, position desc);
create index today_note_by_board on today_note (board);
