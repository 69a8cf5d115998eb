-- Searches that somebody wants to find again, as the query of their address.
create table saved_search (
  id bigint not null auto_increment primary key,
  owner varchar(64) not null,
  name varchar(100) not null,
  query text not null,
  shared boolean not null,
  key saved_search_owner (owner),
  key saved_search_shared (shared)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
