-- The facts of one context, append-only. A row's transaction decides when it may be given a position:
-- identity numbers become visible out of order, the transactions behind pg_snapshot_xmin do not.
create table event (
    transaction_id xid8        not null default pg_current_xact_id(),
    row_id         bigint      not null generated always as identity,
    event_id       uuid        not null,
    sequence       bigint      not null check (sequence >= 0),
    recorded_at    timestamptz not null,
    aggregate_id   text        not null,
    aggregate_type text        not null,
    type           text        not null,
    payload        bytea       not null,
    metadata       bytea       not null,
    primary key (transaction_id, row_id),
    -- the concurrency check of aggregates: two writers of one aggregate cannot both append
    unique (aggregate_id, sequence)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'events are never changed or removed';
end $$;

create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_change();
create trigger event_is_kept before truncate on event
    for each statement execute function refuse_change();

-- The dense position of each event in its context's history: 1, 2, 3, without gaps.
create table event_position (
    position       bigint primary key,
    transaction_id xid8   not null,
    row_id         bigint not null
);

-- How far positions have been given. One row.
create table sequencer (
    only_row       boolean primary key default true check (only_row),
    position       bigint not null,
    transaction_id xid8   not null,
    row_id         bigint not null,
    -- rows up to this one came from a dump of another cluster, whose transaction ids mean nothing here
    restored_row   bigint not null
);

insert into sequencer (position, transaction_id, row_id, restored_row) values (0, '0', 0, 0);

-- How far events have been published. One row; the token of the last leader fences off earlier ones.
create table publisher (
    only_row      boolean primary key default true check (only_row),
    position      bigint not null,
    fencing_token bigint not null
);

insert into publisher (position, fencing_token) values (0, 0);

-- How far the policies of the context itself have followed its events.
create table follower (
    name          text primary key,
    position      bigint not null,
    fencing_token bigint not null
);

-- Who leads, for a limited time by the database's clock. The token grows with each new leader.
create table lease (
    name          text primary key,
    owner         uuid        not null,
    fencing_token bigint      not null,
    expires_at    timestamptz not null
);

-- The latest snapshot of an aggregate. It can be removed at any time: events are the truth.
create table snapshot (
    aggregate_id   text primary key,
    aggregate_type text        not null,
    sequence       bigint      not null,
    event_id       uuid        not null,
    type           text        not null,
    recorded_at    timestamptz not null,
    payload        bytea       not null,
    metadata       bytea       not null
);
