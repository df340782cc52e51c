-- Offers with what they are, needs, trades with their legs, the taxonomy, and what is done on the floor. Like what was
-- there before, written in the transaction that appends the events it follows from. BooksFromHistory fills what is new
-- from the events that were stored before.

alter table offer
    add column kind      text    not null default 'GOOD',
    add column category  text    not null default '',
    add column gift      boolean not null default false,
    add column withdrawn boolean not null default false;

create table need (
    need         uuid primary key,
    summit       uuid    not null,
    organization uuid    not null,
    kind         text    not null,
    category     text    not null,
    urgency      text    not null,
    open         boolean not null default true
);

create index need_by_stall on need (summit, organization);

drop table open_trade;

create table trade (
    trade       uuid primary key,
    summit      uuid        not null,
    status      text        not null,
    round       integer     not null,
    proposer    uuid,
    expires_at  timestamptz,
    last_change timestamptz not null
);

create index trade_by_summit on trade (summit, last_change);
create index open_trade on trade (trade) where status = 'OPEN';

-- Who has accepted the legs that were proposed last.
create table acceptance (
    trade        uuid not null,
    organization uuid not null,
    primary key (trade, organization)
);

-- The legs that were proposed last, and how they are kept.
create table leg (
    trade        uuid        not null,
    number       integer     not null,
    giver        uuid        not null,
    receiver     uuid        not null,
    offer        uuid        not null,
    units        integer     not null,
    need         uuid,
    due_by       timestamptz,
    status       text        not null,
    status_since timestamptz not null,
    happened_on  date,
    primary key (trade, number)
);

create index leg_by_offer on leg (offer);
create index leg_by_need on leg (need) where need is not null;
create index leg_in_progress on leg (due_by) where status in ('OWED', 'DELIVERED');

-- What became of trades and legs and when (leg 0 is the whole trade): from this it is known how things stood on a day.
create table promise_step (
    seq   bigint generated always as identity primary key,
    trade uuid        not null,
    leg   integer     not null,
    step  text        not null,
    at    timestamptz not null
);

create index promise_step_by_trade on promise_step (trade);

create table asked_after (
    trade    uuid    not null,
    leg      integer not null,
    occasion text    not null,
    primary key (trade, leg, occasion)
);

create table category (
    category text primary key,
    kind     text not null,
    name_km  text not null,
    name_en  text not null
);

create table rounds_plan (
    summit uuid primary key,
    plan   uuid not null
);

create table planned_pair (
    summit uuid    not null,
    round  integer not null,
    one    uuid    not null,
    -- absent where it pauses
    other  uuid,
    gives  boolean not null,
    takes  boolean not null,
    primary key (summit, round, one)
);

create table meeting (
    summit uuid not null,
    one    uuid not null,
    other  uuid not null,
    round  integer,
    primary key (summit, one, other)
);

create table joint_action (
    action        uuid primary key,
    summit        uuid   not null,
    organizations uuid[] not null,
    title_km      text   not null,
    title_en      text   not null,
    due_by        date   not null,
    progress      text,
    reported_on   date
);

create index joint_action_by_summit on joint_action (summit);

-- Taken in from registration: when a summit ends, and for which organisation somebody may act.
create table summit (
    summit uuid primary key,
    ends   timestamptz not null
);

-- Whether what is new here was filled from the events that were stored before it.
create table book_state (
    filled boolean not null
);

insert into book_state (filled) values (false);

create table member (
    participant  uuid primary key,
    summit       uuid    not null,
    organization uuid,
    comes        boolean not null default true
);
