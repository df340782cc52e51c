-- Lists that were imported: numbers alone, nobody's name.
create table list_import (
    id uuid primary key,
    summit uuid not null,
    -- PEOPLE or ORGANIZATIONS
    kind text not null,
    actor text not null,
    -- where the consent was given that the list doesn't tell of: PAPER, FORM or SPOKEN
    consent_taken text,
    began_at timestamptz not null,
    ended_at timestamptz,
    state text not null,
    rows integer not null,
    added integer not null,
    changed integer not null,
    refused integer not null
);
create index list_import_by_summit on list_import (summit, began_at);
