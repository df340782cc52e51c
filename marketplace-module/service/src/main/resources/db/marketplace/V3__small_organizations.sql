-- Of solutions that serve as many, a matching prefers what serves more small organisations.
alter table enrolment add column small boolean not null default false;
