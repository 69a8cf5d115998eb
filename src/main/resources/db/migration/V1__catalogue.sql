-- The order of all changes: one row, locked last before commit (see org.acervo.catalog.Disseminations).
create table clock (
  id tinyint not null primary key,
  number bigint not null,
  datestamp datetime not null
) engine = InnoDB;
insert into clock (id, number, datestamp) values (1, 0, utc_timestamp());

-- What the server must remember about itself: identifier, base URL, the key that signs tokens.
create table setting (
  name varchar(64) character set ascii collate ascii_bin not null primary key,
  value text not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create sequence publication_ids start with 1 increment by 1 cache 500 engine = InnoDB;

create table publication (
  id bigint not null primary key,
  version int not null,
  number bigint not null,
  state varchar(12) character set ascii not null,
  mission varchar(100) character set ascii collate ascii_bin,
  source_id varchar(200) collate utf8mb4_bin,
  document longtext not null,
  revision_state varchar(12) character set ascii,
  revision longtext,
  withdrawn_reason text,
  withdrawn_at datetime(6),
  replaced_by varchar(2000),
  import_digest char(64) character set ascii,
  import_version int,
  created datetime(6) not null,
  modified datetime(6) not null,
  published datetime(6),
  unique key publication_source (mission, source_id),
  unique key publication_number (number),
  key publication_source_id (source_id),
  key publication_state (state)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Drafts that were deleted, so that whoever follows the numbers learns of it.
create table removal (
  number bigint not null primary key,
  publication bigint not null
) engine = InnoDB;

create table event (
  publication bigint not null,
  version int not null,
  action varchar(12) character set ascii not null,
  at datetime(6) not null,
  actor varchar(200) not null,
  on_behalf_of varchar(100),
  reason text,
  field_reasons text,
  document_before longtext,
  primary key (publication, version)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table relation (
  source bigint not null,
  position smallint not null,
  type varchar(20) character set ascii not null,
  target varchar(2000) collate utf8mb4_bin not null,
  resolved bigint,
  primary key (source, position),
  key relation_resolved (resolved),
  key relation_target (target(200))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table collection (
  code varchar(100) character set ascii collate ascii_bin not null primary key,
  labels text not null,
  description text not null,
  position int not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What the world has been told, one row per public publication.
create table record (
  publication bigint not null primary key,
  number bigint not null,
  datestamp datetime not null,
  deleted boolean not null,
  sets text character set ascii not null,
  fingerprint bigint not null,
  unique key record_number (number),
  key record_datestamp (datestamp, number),
  key record_fingerprint (fingerprint, publication)
) engine = InnoDB;

create table oai_format (
  id smallint not null auto_increment primary key,
  prefix varchar(60) character set ascii collate ascii_bin not null unique
) engine = InnoDB;

create table oai_set (
  id int not null auto_increment primary key,
  spec varchar(250) character set ascii collate ascii_bin not null unique
) engine = InnoDB;

-- The payloads, each format in the order of the changes: a page of a harvest is one range of this table.
create table dissemination (
  format smallint not null,
  number bigint not null,
  publication bigint not null,
  datestamp datetime not null,
  deleted boolean not null,
  length int not null,
  crc int not null,
  payload mediumblob not null,
  primary key (format, number)
) engine = InnoDB;

create table membership (
  set_id int not null,
  number bigint not null,
  primary key (set_id, number)
) engine = InnoDB;

-- Records that have left a set and live on; listed where set tombstones are on.
create table departure (
  set_id int not null,
  number bigint not null,
  publication bigint not null,
  datestamp datetime not null,
  primary key (set_id, number),
  unique key departure_publication (publication, set_id)
) engine = InnoDB;
