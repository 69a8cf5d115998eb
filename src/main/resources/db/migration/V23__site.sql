-- What staff write for public pages, and what they wrote before.
create table site_edition (
  page varchar(300) not null,
  version int not null,
  en mediumtext not null,
  es mediumtext not null,
  fr mediumtext not null,
  pt mediumtext not null,
  -- paths of what the page features, one a line
  features text not null,
  author varchar(100) not null,
  at datetime(6) not null,
  primary key (page, version)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Pictures of publications, as JPEG in two sizes; without a digest none could be made.
create table cover (
  publication bigint not null primary key,
  -- of the content that it was made of
  source char(64) character set ascii collate ascii_bin not null,
  -- whether a person chose it; otherwise it is the first page of a document
  chosen boolean not null,
  digest char(24) character set ascii collate ascii_bin not null,
  large mediumblob not null,
  large_width int not null,
  large_height int not null,
  small mediumblob not null,
  small_width int not null,
  small_height int not null,
  alt_en text not null,
  alt_es text not null,
  alt_fr text not null,
  alt_pt text not null,
  credit varchar(500) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
