create table balance (
    account text primary key,
    cents   bigint not null,
    credits int    not null
);
create index balance_by_cents on balance (cents);

-- What was credited, in the order in which it was taken in.
create table journal (
    account  text primary key,
    credited text not null
);
