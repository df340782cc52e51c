-- What organisations offer, need, trade, promise and do together. Organisations and what they said of things; nothing
-- of a person, and none of the words that were written about a promise, which may name people.

create table floor_category (
    category text primary key,
    kind text not null,
    name_km text not null,
    name_en text not null
);

create table floor_offer (
    offer uuid primary key,
    summit uuid not null,
    organization uuid not null,
    kind text not null,
    category text not null,
    title_km text not null,
    title_en text not null,
    terms_km text not null,
    terms_en text not null,
    units integer not null,
    unit_km text not null,
    unit_en text not null,
    languages text[] not null,
    remote boolean not null,
    venue_km text,
    venue_en text,
    good_until timestamptz not null,
    gift boolean not null,
    withdrawn boolean not null default false
);
create index floor_offer_by_summit on floor_offer (summit);

create table floor_need (
    need uuid primary key,
    summit uuid not null,
    organization uuid not null,
    kind text not null,
    category text not null,
    title_km text not null,
    title_en text not null,
    details_km text not null,
    details_en text not null,
    urgency text not null,
    -- OPEN, MET or WITHDRAWN
    state text not null
);
create index floor_need_by_summit on floor_need (summit);

create table floor_trade (
    trade uuid primary key,
    summit uuid not null,
    state text not null,
    round integer not null,
    -- null: the programme's
    proposer uuid,
    expires_at timestamptz,
    -- when it was last told of
    changed_at timestamptz not null
);
create index floor_trade_by_summit on floor_trade (summit);

-- Where the promises of a trade stand. Nobody's units are used by legs that are proposed or released.
create table floor_leg (
    trade uuid not null,
    number integer not null,
    summit uuid not null,
    giver uuid not null,
    receiver uuid not null,
    offer uuid not null,
    units integer not null,
    need uuid,
    due_by timestamptz,
    state text not null,
    -- the day that was last named
    said_on date,
    primary key (trade, number)
);
create index floor_leg_by_summit on floor_leg (summit);

create table floor_leg_asked (
    trade uuid not null,
    leg integer not null,
    occasion text not null,
    summit uuid not null,
    primary key (trade, leg, occasion)
);

create table floor_acceptance (
    trade uuid not null,
    organization uuid not null,
    summit uuid not null,
    primary key (trade, organization)
);

-- What happened to a trade, in its order.
create table floor_moment (
    trade uuid not null,
    sequence bigint not null,
    at timestamptz not null,
    type text not null,
    organization uuid,
    leg integer,
    said_on date,
    -- a code: why it was declined, called off or lapsed, how it was resolved, when it was asked after
    detail text,
    primary key (trade, sequence)
);

create table floor_action (
    action uuid primary key,
    summit uuid not null,
    title_km text not null,
    title_en text not null,
    due_by date not null,
    -- null: nobody has reported
    progress text,
    reported_on date,
    organizations uuid[] not null
);
create index floor_action_by_summit on floor_action (summit);

-- The latest plan of who meets whom.
create table floor_pair (
    summit uuid not null,
    round integer not null,
    one uuid not null,
    other uuid not null,
    gives boolean not null,
    takes boolean not null,
    primary key (summit, round, one)
);

create table floor_meeting (
    summit uuid not null,
    one uuid not null,
    other uuid not null,
    round integer,
    primary key (summit, one, other)
);
