-- The last commits of the search indexes of all nodes: an index with another mark followed another database.
create table search_index (
  id char(36) character set ascii collate ascii_bin not null primary key,
  mark char(36) character set ascii collate ascii_bin not null,
  mark_before char(36) character set ascii collate ascii_bin,
  at datetime not null
) engine = InnoDB;
