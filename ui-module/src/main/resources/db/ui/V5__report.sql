-- What the report counts, each row with the event that made it.
create table report_organization (
    organization uuid primary key,
    summit uuid not null,
    kind text not null,
    size text not null,
    event uuid not null
);
create index report_organization_by_summit on report_organization (summit);

create table report_person (
    participant uuid primary key,
    summit uuid not null,
    organization uuid,
    gender text not null,
    event uuid not null
);
create index report_person_by_summit on report_person (summit);

create table report_person_day (
    participant uuid not null,
    day integer not null,
    mode text not null,
    primary key (participant, day)
);

create table report_presence (
    participant uuid not null,
    day integer not null,
    mode text not null,
    summit uuid not null,
    event uuid not null,
    primary key (participant, day, mode)
);
create index report_presence_by_summit on report_presence (summit);

-- What is counted by itself: offers, trades proposed and agreed, notes.
create table report_count (
    indicator text not null,
    subject uuid not null,
    summit uuid not null,
    event uuid not null,
    primary key (indicator, subject)
);
create index report_count_by_summit on report_count (summit, indicator);
