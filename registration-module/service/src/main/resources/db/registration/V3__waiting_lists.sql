-- Windows, waiting lists, shares, tickets, names (decisions 0060 to 0062).

alter table summit
    add column zone           text        not null default 'Asia/Phnom_Penh',
    add column opened         boolean     not null default false,
    add column open_until     timestamptz,
    add column closed         boolean     not null default false;

alter table summit_day
    add column date             date    not null default '-infinity',
    add column per_organization integer check (per_organization >= 1);

alter table seat
    add column waiting integer not null default 0 check (waiting >= 0);

-- whose share a seat counts in
alter table seat_holder
    add column organization uuid;

create index seats_of_an_organization on seat_holder (summit, day, organization);

-- Who waits for a seat. The order of places is the order in which the seat's row was locked.
create table waiting (
    summit       uuid        not null,
    participant  uuid        not null,
    day          integer     not null,
    mode         text        not null,
    organization uuid,
    place        bigint      not null generated always as identity,
    since        timestamptz not null,
    primary key (summit, participant, day),
    foreign key (summit, day, mode) references seat
);

create unique index waiting_in_order on waiting (summit, day, mode, place);

-- Links that people come back by, as digests; one a person.
create table ticket (
    digest      text primary key check (digest ~ '^[0-9a-f]{64}$'),
    participant uuid not null unique,
    summit      uuid not null references summit
);

-- Everybody who is registered, as a list shows them, encrypted; null for whoever is in no list any more. The number of the
-- transaction that changed it tells every process what to read again.
create table person (
    participant uuid primary key,
    summit      uuid not null references summit,
    sealed      bytea,
    changed     xid8 not null default pg_current_xact_id()
);

create index changed_people on person (summit, changed);

-- what was registered before says the rest in its events
do $$
begin
    if to_regclass('event_history') is not null then
        update summit set zone = event.payload ->> 'zone'
        from event_history event
        where event.type = 'registration.summit-announced' and event.aggregate_id = summit.summit::text;

        update summit_day set date = (said.day ->> 'date')::date
        from event_history event, jsonb_array_elements(event.payload -> 'days') as said(day)
        where event.type = 'registration.summit-announced' and event.aggregate_id = summit_day.summit::text
            and (said.day ->> 'number')::integer = summit_day.day;

        update seat_holder set organization = (event.payload ->> 'organization')::uuid
        from event_history event
        where event.type = 'registration.participant-registered'
            and event.aggregate_id = seat_holder.participant::text;
    end if;
end $$;

alter table summit alter column zone drop default;
alter table summit_day alter column date drop default;
