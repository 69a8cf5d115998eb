-- What curators have said of two publications that looked like the same; each pair once, whichever way round.
create table verdict (
  lower_id bigint not null,
  higher_id bigint not null,
  publication bigint not null,
  outcome varchar(12) character set ascii not null,
  actor varchar(200) not null,
  at datetime(6) not null,
  primary key (lower_id, higher_id),
  key verdict_higher (higher_id),
  key verdict_at (at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
