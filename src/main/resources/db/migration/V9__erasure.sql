-- Publications that are to be erased, or were. Of the key of an erased one only a keyed hash is known.
create table erasure (
  publication bigint not null primary key,
  status varchar(10) character set ascii collate ascii_bin not null,
  asked_by varchar(200) not null,
  asked datetime(6) not null,
  reason text,
  decided_by varchar(200),
  decided datetime(6),
  done datetime(6),
  source_key char(64) character set ascii collate ascii_bin,
  claimed_until datetime(6),
  key erasure_status (status)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
