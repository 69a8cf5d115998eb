-- Who is signed in to the console: of the key that a browser holds, only the SHA-256.
create table session (
  hash char(64) character set ascii collate ascii_bin not null primary key,
  account varchar(64) not null,
  begun datetime(3) not null,
  seen datetime(3) not null,
  key session_account (account),
  key session_begun (begun)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
