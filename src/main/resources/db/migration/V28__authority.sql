-- What staff have made of the terms of vocabularies, over what the files say.
create table term_edit (
  id bigint not null auto_increment primary key,
  authority varchar(20) character set ascii not null,
  code varchar(100) character set ascii collate ascii_bin not null,
  document longtext not null,
  retired boolean not null,
  successor varchar(100) character set ascii collate ascii_bin not null,
  bulk_change bigint not null,
  actor varchar(200) not null,
  at datetime(6) not null,
  number bigint not null,
  unique key term_edit_code (authority, code)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Each server asks it whether there is anything new.
create table term_edit_clock (
  id tinyint not null primary key,
  number bigint not null
) engine = InnoDB;
insert into term_edit_clock (id, number) values (1, 0);
