-- The books of the marketplace: written in the transaction that appends the events they follow from (decision 0020).

create table offer (
    offer        uuid primary key,
    summit       uuid        not null,
    organization uuid        not null,
    units        integer     not null check (units > 0),
    reserved     integer     not null default 0,
    good_until   timestamptz not null,
    constraint no_unit_is_promised_twice check (reserved between 0 and units)
);

create index offer_by_stall on offer (summit, organization);

-- Trades that wait for acceptances.
create table open_trade (
    trade     uuid primary key,
    lapses_at timestamptz not null
);

create index open_trade_by_lapse on open_trade (lapses_at);

-- Taken in from registration: which organisations belong to a summit.
create table enrolment (
    summit       uuid not null,
    organization uuid not null,
    primary key (summit, organization)
);
