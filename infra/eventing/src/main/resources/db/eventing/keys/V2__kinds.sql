-- A person may have several keys: <person> is the person's own, <person>/<kind> that of one kind of data. Compared by
-- their bytes, so that those of one person stand together in the index and are found by it.
alter table subject_key alter column subject type text collate "C";
