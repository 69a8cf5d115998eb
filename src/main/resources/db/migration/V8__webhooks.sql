-- Who is told of steps in the life of publications; a node that serves one has it until leased_until.
create table webhook (
  id bigint not null auto_increment primary key,
  mission varchar(100) character set ascii collate ascii_bin,
  url varchar(2000) not null,
  events varchar(500) character set ascii collate ascii_bin not null,
  active boolean not null,
  secret varchar(1000) character set ascii collate ascii_bin not null,
  created datetime(6) not null,
  created_by varchar(200) not null,
  leased_until datetime(6) not null,
  key webhook_mission (mission)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The queue and the log of what they are told; the columns of the publication are null for a ping.
create table webhook_delivery (
  id bigint not null auto_increment primary key,
  webhook bigint not null,
  publication bigint,
  version int,
  state varchar(12) character set ascii,
  action varchar(20) character set ascii collate ascii_bin,
  mission varchar(100) character set ascii collate ascii_bin,
  actor varchar(200),
  on_behalf_of varchar(100),
  at datetime(6),
  status varchar(10) character set ascii collate ascii_bin not null,
  attempts int not null,
  since datetime(6) not null,
  next_attempt datetime(6),
  last_attempt datetime(6),
  last_status smallint,
  last_error varchar(500),
  key webhook_delivery_due (webhook, status, next_attempt),
  key webhook_delivery_order (webhook, publication, status, id),
  key webhook_delivery_log (webhook, id),
  key webhook_delivery_since (since)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
