-- an erasure forgets every contact of one person
create index contact_of_participant on contact (participant);
