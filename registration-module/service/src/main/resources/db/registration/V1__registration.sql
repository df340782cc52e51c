-- The book of registration: written in the transaction that stores the events it follows from (decision 0023).

create table summit (
    summit          uuid primary key,
    consent_version text not null
);

create table summit_day (
    summit  uuid    not null references summit,
    day     integer not null,
    cohorts text[]  not null,
    roles   text[]  not null,
    primary key (summit, day)
);

create table seat (
    summit uuid    not null,
    day    integer not null,
    mode   text    not null,
    seats  integer not null,
    taken  integer not null default 0,
    primary key (summit, day, mode),
    foreign key (summit, day) references summit_day,
    constraint seats_are_never_oversold check (taken between 0 and seats)
)
-- a page with room lets the counters change in place
with (fillfactor = 50);

-- Who has a seat on a day, so that asking for it again takes no second one.
create table seat_holder (
    summit      uuid    not null,
    participant uuid    not null,
    day         integer not null,
    mode        text    not null,
    primary key (summit, participant, day),
    foreign key (summit, day, mode) references seat
);

create table organization (
    organization uuid primary key,
    summit       uuid not null references summit,
    cohort       text not null
);

-- Ways to reach somebody, as keyed hashes: one registration per person and summit.
create table contact (
    summit      uuid not null references summit,
    key         text not null,
    participant uuid not null,
    primary key (summit, key)
);

-- Tells whether the secret is the one that the keys above were made with.
create table contact_secret (
    only_one    boolean primary key default true check (only_one),
    fingerprint text not null
);
