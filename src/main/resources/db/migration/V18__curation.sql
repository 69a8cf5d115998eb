-- Who works on what waits for a decision.
create table claim (
  publication bigint not null primary key,
  holder varchar(200) not null,
  at datetime(6) not null,
  key claim_holder (holder)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The last decision on each publication.
create table decision (
  publication bigint not null primary key,
  action varchar(12) character set ascii not null,
  actor varchar(200) not null,
  at datetime(6) not null,
  key decision_at (at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

alter table publication add key publication_revision_state (revision_state);
