-- Who may do what: people's accounts, missions' tokens (only the SHA-256 of their texts), quotas, and the trail of it all.
create table account (
  name varchar(64) not null primary key,
  role varchar(20) character set ascii not null,
  mission varchar(100),
  delegations text character set ascii collate ascii_bin not null,
  language char(2) character set ascii not null,
  password varchar(500) character set ascii collate ascii_bin not null,
  disabled boolean not null,
  creator varchar(100) not null,
  created datetime(3) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table mission_token (
  id varchar(20) not null primary key,
  hash char(64) character set ascii collate ascii_bin not null,
  mission varchar(100) not null,
  label varchar(200) not null,
  scopes varchar(100) character set ascii not null,
  delegations text character set ascii collate ascii_bin not null,
  creator varchar(100) not null,
  created datetime(3) not null,
  expires datetime(3),
  used datetime(3),
  revoked datetime(3),
  unique key mission_token_hash (hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table mission_quota (
  mission varchar(100) not null primary key,
  bytes bigint not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table audit_entry (
  number bigint not null auto_increment primary key,
  at datetime(3) not null,
  action varchar(30) character set ascii not null,
  actor varchar(100) not null,
  subject varchar(255) not null,
  address varchar(64) not null,
  detail varchar(1000) not null,
  key audit_entry_at (at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
