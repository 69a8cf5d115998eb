-- The files of publications. On a public one, what is proposed for a name stands beside what is kept under it.
create table file (
  publication bigint not null,
  name varchar(240) not null,
  pending boolean not null,
  standing varchar(8) character set ascii not null,
  media_type varchar(127) character set ascii not null,
  size bigint not null,
  sha256 char(64) character set ascii collate ascii_bin not null,
  language varchar(100) character set ascii,
  description varchar(2000),
  position int not null,
  embargo date,
  added datetime(6) not null,
  added_by varchar(200) not null,
  -- where the content lies below the root of the OCFL storage; null while it is only staged
  location varchar(1000),
  -- whether the record that the public was given last counts the file as open
  shown boolean not null,
  -- when the content was read again, and whether it was not what it should be
  checked datetime(6) not null,
  damaged boolean not null default false,
  primary key (publication, name, pending),
  key file_content (sha256),
  key file_opening (shown, embargo),
  key file_checked (checked),
  key file_damaged (damaged)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What is still to be written to OCFL, in the order of the changes.
create table preservation (
  number bigint not null primary key,
  publication bigint not null,
  at datetime(6) not null,
  actor varchar(200) not null,
  reason varchar(50) not null,
  document longtext,
  ends boolean not null,
  key preservation_publication (publication, number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table preservation_file (
  number bigint not null,
  name varchar(255) not null,
  sha256 char(64) character set ascii collate ascii_bin not null,
  primary key (number, name),
  key preservation_file_content (sha256)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
