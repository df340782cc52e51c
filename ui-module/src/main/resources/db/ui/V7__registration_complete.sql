-- What came with revisions, the waiting list, and registrations that end.
alter table summit
    add column consent_version text not null default '',
    add column consent_km text not null default '',
    add column consent_en text not null default '',
    add column registration_open boolean not null default false,
    add column registration_until timestamptz,
    add column closed boolean not null default false;

-- Whom a day is for: cohorts, and roles of whoever comes whatever their cohort; no cohort means every one.
alter table summit_day
    add column cohorts text[] not null default '{}',
    add column roles text[] not null default '{}';

-- Whom a person comes for, on whichever days.
create table today_person (
    participant uuid primary key,
    summit uuid not null,
    organization uuid,
    -- a second registration of somebody: nothing of it counts, whatever is told of it later
    merged boolean not null default false
);
create index today_person_by_summit on today_person (summit);
insert into today_person (participant, summit, organization)
select distinct on (participant) participant, summit, organization from today_expected;
alter table today_expected drop column organization;

-- A registration that was cancelled or merged counts no more; where the person was still does.
alter table report_person
    add column registered boolean not null default true,
    add column merged boolean not null default false;

-- Whether somebody said so: what a person said stands, whatever a device says later.
alter table today_present
    add column here boolean not null default true,
    add column said boolean;
alter table report_presence
    add column here boolean not null default true,
    add column said boolean;
