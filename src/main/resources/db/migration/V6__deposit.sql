-- What was answered to requests that carried an Idempotency-Key, so that the same request gets the same answer.
create table receipt (
  caller varchar(200) not null,
  idempotency_key varchar(255) character set ascii collate ascii_bin not null,
  request char(64) character set ascii not null,
  at datetime(6) not null,
  publication bigint,
  status smallint,
  headers text,
  body longtext,
  primary key (caller, idempotency_key),
  key receipt_at (at),
  key receipt_publication (publication)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Missions list what they have, in the order of the changes.
alter table publication
  add column type varchar(100) collate utf8mb4_bin as (json_value(document, '$.type')) stored,
  add key publication_mission (mission, number),
  add key publication_type (type, number);
