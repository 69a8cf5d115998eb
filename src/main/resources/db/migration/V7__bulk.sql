-- Deposits by spreadsheet. The caller's mission, rights and delegations are those of the time when it was sent.
create table bulk_job (
  id char(32) character set ascii collate ascii_bin not null primary key,
  owner varchar(200) not null,
  mission varchar(100) character set ascii collate ascii_bin,
  rights varchar(200) character set ascii not null,
  delegations text character set ascii not null,
  sheet varchar(8) character set ascii not null,
  archive boolean not null,
  digest char(64) character set ascii collate ascii_bin not null,
  client_key varchar(255),
  follow_up varchar(12) character set ascii not null,
  dry_run boolean not null,
  language char(2) character set ascii not null,
  state varchar(12) character set ascii not null,
  total int not null,
  created datetime(6) not null,
  started datetime(6),
  ended datetime(6),
  findings mediumtext not null,
  unique key bulk_job_key (owner, client_key),
  key bulk_job_owner (owner, created),
  key bulk_job_state (state, ended)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- A row that is settled; it is written in the transaction that deposits it, so it is here exactly when that is done.
create table bulk_row (
  job char(32) character set ascii collate ascii_bin not null,
  sheet_row int not null,
  result varchar(12) character set ascii not null,
  publication bigint,
  state varchar(12) character set ascii,
  findings mediumtext not null,
  primary key (job, sheet_row),
  key bulk_row_result (job, result)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
