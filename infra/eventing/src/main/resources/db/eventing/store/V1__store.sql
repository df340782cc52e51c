-- The facts of one context, append-only. A row's transaction decides when it may be given a position:
-- identity numbers become visible out of order, the transactions behind pg_snapshot_xmin do not.
-- Columns stand in the order that leaves no padding between them; people read the view event_history.
create table event (
    transaction_id xid8        not null default pg_current_xact_id(),
    row_id         bigint      not null generated always as identity,
    sequence       bigint      not null check (sequence >= 0),
    recorded_at    timestamptz not null,
    -- names by their codes in event_name; a foreign key would lock a row of that table for every event
    aggregate_type smallint    not null,
    type           smallint    not null,
    event_id       uuid        not null,
    -- where an aggregate's id is no UUID: the UUID made from it, and the id itself as aggregate_key
    aggregate_id   uuid        not null,
    correlation    uuid,
    causation      uuid,
    actor          text,
    role           text,
    aggregate_key  text,
    -- what of Axon's metadata has no column, as a JSON object
    metadata       bytea,
    payload        bytea       not null,
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

-- What types of events and of aggregates are called. A name is given its code once and keeps it.
create table event_name (
    code smallint primary key generated always as identity,
    name text not null unique
);

create trigger event_name_is_kept before update or delete on event_name
    for each row execute function refuse_change();

-- How far positions have been given. One row. The events have the positions 1, 2, 3, without gaps, in the order of
-- (transaction_id, row_id) within an era.
create table sequencer (
    only_row       boolean primary key default true check (only_row),
    position       bigint not null,
    transaction_id xid8   not null,
    row_id         bigint not null,
    -- the highest row among all that have positions: in a restored dump, where its rows end
    highest_row    bigint not null,
    -- the hash tree over the events since the last milestone: roots of its perfect subtrees, from the left
    frontier       bytea  not null
);

insert into sequencer (position, transaction_id, row_id, highest_row, frontier) values (0, '0', 0, 0, '');

-- Every 256th position, with the root of the hash tree (RFC 6962) over the 256 events that end there: where to begin
-- reading, and what the events were when they got their positions.
create table milestone (
    position       bigint primary key,
    transaction_id xid8   not null,
    row_id         bigint not null,
    root           bytea  not null
);

-- In a store that was restored from a dump, transaction ids begin anew: they order the rows of one era only. The rows
-- of an era lie above above_row, and have the positions after after_position.
create table era (
    above_row      bigint primary key,
    after_position bigint not null
);

insert into era (above_row, after_position) values (0, 0);

-- One part of what a leaf is made of, with its length before it, so that no two events have the same bytes.
create function leaf_part(part bytea) returns bytea
    language sql immutable return int4send(coalesce(octet_length(part), -1)) || coalesce(part, '');

-- The leaf of one event in the hash tree: what it says, and not where in this database it lies.
create function event_leaf(one event, aggregate_type text, type text) returns bytea
    language sql stable return sha256(
        '\x00'::bytea || leaf_part(uuid_send(one.event_id)) || leaf_part(convert_to(aggregate_type, 'UTF8'))
        || leaf_part(convert_to(coalesce(one.aggregate_key, one.aggregate_id::text), 'UTF8'))
        || leaf_part(int8send(one.sequence)) || leaf_part(convert_to(type, 'UTF8'))
        || leaf_part(timestamptz_send(one.recorded_at))
        || leaf_part(uuid_send(one.correlation)) || leaf_part(uuid_send(one.causation))
        || leaf_part(convert_to(one.actor, 'UTF8')) || leaf_part(convert_to(one.role, 'UTF8'))
        || leaf_part(one.metadata) || leaf_part(one.payload));

-- The history as people read it, and checks that don't trust the programs: slow, since it looks at every event. The
-- position is null until it is given.
create view event_history as
    select case when number <= (select position from sequencer) then number end as position, event_id, type,
        aggregate_type, aggregate_id, sequence, recorded_at,
        coalesce(correlation::text, metadata ->> 'correlation') as correlation,
        coalesce(causation::text, metadata ->> 'causation') as causation, actor, role, metadata, payload
    from (
        select row_number() over (order by era.above_row, event.transaction_id, event.row_id) as number, event_id,
            type.name as type, aggregate_type.name as aggregate_type,
            coalesce(aggregate_key, aggregate_id::text) as aggregate_id, sequence, recorded_at, correlation, causation,
            actor, role, convert_from(metadata, 'UTF8')::jsonb as metadata, convert_from(payload, 'UTF8')::jsonb as payload
        from event
            join event_name type on type.code = event.type
            join event_name aggregate_type on aggregate_type.code = event.aggregate_type
            join era on era.above_row = (select max(above_row) from era where above_row < event.row_id)) counted;

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
