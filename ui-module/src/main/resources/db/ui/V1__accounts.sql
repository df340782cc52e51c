-- Who may sign in. Nothing of this is folded from facts, so a rebuild leaves it alone.
create table account (
    id uuid primary key,
    sign_in_name text not null unique,
    password_hash text not null,
    roles text[] not null,
    created_at timestamptz not null default now()
);

-- Failed tries to sign in, counted by digests of names and addresses.
create table sign_in_failure (
    subject text primary key,
    failures integer not null,
    last_at timestamptz not null,
    not_before timestamptz not null
);
