-- Who harvested what by OAI-PMH and how far they got: a first request and all that followed from its tokens is one row.
create table harvest (
  id bigint not null primary key,
  begun datetime not null,
  seen datetime not null,
  address varchar(64) not null,
  agent varchar(255) not null,
  arguments varchar(1000) not null,
  pages bigint not null,
  records bigint not null,
  errors bigint not null,
  complete boolean not null,
  key harvest_seen (seen)
) engine = InnoDB default character set utf8mb4;
