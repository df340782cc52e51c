create table summit (
    id uuid primary key,
    title_km text not null,
    title_en text not null,
    zone text not null
);

create table summit_day (
    summit uuid not null,
    number integer not null,
    date date not null,
    venue_km text not null,
    venue_en text not null,
    seats_in_person integer,
    seats_online integer,
    primary key (summit, number)
);
