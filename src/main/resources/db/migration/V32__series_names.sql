-- What staff call a page, in the four languages, where it has no label of its own: a series. Empty where they call it nothing.
alter table site_edition
  add column name_en varchar(250) not null default '',
  add column name_es varchar(250) not null default '',
  add column name_fr varchar(250) not null default '',
  add column name_pt varchar(250) not null default '';
