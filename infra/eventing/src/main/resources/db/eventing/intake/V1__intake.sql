-- The next record to take, by partition: changes in the transaction of its effects.
create table intake_offset (
    intake      text   not null,
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (intake, topic, partition)
);

-- Which topic of a name the offsets are of: one that was removed and made again has another id.
create table intake_topic (
    intake   text not null,
    topic    text not null,
    topic_id uuid not null,
    primary key (intake, topic)
);

-- The inbox: the last event taken of each subject. What is not above it was taken before; what is more than one
-- above it came out of order.
create table intake_subject (
    intake   text   not null,
    context  text   not null,
    subject  text   not null,
    sequence bigint not null,
    primary key (intake, context, subject)
);

-- Dead letters: a subject's events from the first that could not be taken, in order, until they are retried.
create table parked_event (
    id               bigint generated always as identity primary key,
    intake           text        not null,
    context          text        not null,
    subject          text        not null,
    sequence         bigint      not null,
    type             text        not null,
    topic            text        not null,
    partition        int         not null,
    record_offset    bigint      not null,
    headers          jsonb       not null,
    payload          bytea       not null,
    cause            text        not null,
    attempts         int         not null default 1,
    parked_at        timestamptz not null default now(),
    unique (intake, context, subject, sequence)
);
