-- The places that staff have given to publications within collections.
create table collection_place (
  collection varchar(100) character set ascii collate ascii_bin not null,
  publication bigint not null,
  place int not null,
  primary key (collection, publication),
  key collection_place_publication (publication)
) engine = InnoDB;
