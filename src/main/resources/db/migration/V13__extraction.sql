-- What is in the contents of files as text, once for each content whoever has it.
create table extraction (
  sha256 char(64) character set ascii collate ascii_bin not null primary key,
  status varchar(12) character set ascii not null,
  -- when it came, so that what somebody waits for goes first
  since datetime(6) not null,
  -- how often it was begun, and until when whoever has begun it may take
  attempts tinyint not null default 0,
  claimed_until datetime(6),
  -- UTF-8, deflated
  text mediumblob,
  -- proposals for the record
  title varchar(500),
  date varchar(10) character set ascii,
  language varchar(10) character set ascii,
  pages int,
  key extraction_status (status, since)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

insert into extraction (sha256, status, since) select sha256, 'WAITING', max(added) from file group by sha256;
