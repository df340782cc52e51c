-- What retention goes by (decision 0056): written by RetentionFacts alone, which follows registration's own events.
create table retention_summit (
    summit uuid        primary key,
    -- when its time began to run
    since  timestamptz not null
);

-- Ids alone; whose data there still are, the keys tell.
create table retention_person (
    participant uuid primary key,
    summit      uuid not null
);

create index retention_person_of_summit on retention_person (summit);
