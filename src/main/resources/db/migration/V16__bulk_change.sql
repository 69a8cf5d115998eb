-- Changes of many publications at once, on ids that were written down before.
create table bulk_change (
  id bigint not null auto_increment primary key,
  owner varchar(200) not null,
  mission varchar(100) character set ascii collate ascii_bin,
  rights varchar(100) character set ascii not null,
  delegations text character set ascii not null,
  kind varchar(10) character set ascii not null,
  element varchar(20) character set ascii,
  given longtext not null,
  replacement longtext not null,
  status varchar(10) character set ascii not null,
  total int not null,
  created datetime(6) not null,
  ended datetime(6),
  claimed_until datetime(6),
  key bulk_change_status (status),
  key bulk_change_owner (owner)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What became of each publication; nothing of what it says.
create table bulk_change_item (
  bulk_change bigint not null,
  publication bigint not null,
  outcome varchar(10) character set ascii not null,
  -- the version that the change has made, and what the rules found
  version int not null default 0,
  findings text character set ascii not null,
  primary key (bulk_change, publication),
  key bulk_change_outcome (bulk_change, outcome, publication)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
