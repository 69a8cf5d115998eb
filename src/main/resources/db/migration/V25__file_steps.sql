-- What was done to the files of a publication makes no version of its record: steps beside one are counted by place, from 1.
alter table event
  modify action varchar(20) character set ascii not null,
  add column place int not null default 0 after version,
  add column file varchar(255),
  drop primary key,
  add primary key (publication, version, place);
