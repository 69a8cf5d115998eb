-- Where publications were found before they came here: once with the host, once with the path alone.
create table former_address (
  publication bigint not null,
  address varchar(2100) character set utf8mb4 collate utf8mb4_bin not null,
  key former_address_publication (publication),
  key former_address_address (address(200))
) engine = InnoDB;

-- The series that the public text of a publication names. Names that differ in capitals, accents and signs are one.
create table series (
  publication bigint not null,
  slug varchar(250) not null,
  name varchar(1000) not null,
  number varchar(1000) not null,
  -- the first figure of the number
  round bigint,
  key series_publication (publication),
  key series_slug (slug, round)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

insert into former_address (publication, address)
select id, concat(if(whole, host, ''), if(length(path) > 1, trim(trailing '/' from path), path))
from (
  select p.id, w.whole, lower(regexp_substr(substr(j.url, locate('//', j.url)), '^//[^/?#]*')) as host,
    regexp_replace(substr(j.url, locate('//', j.url) + 2), '^[^/?#]*|#.*$', '') as path
  from publication p
  join json_table(p.document, '$.formerUrl[*]' columns (url varchar(2000) path '$')) j
  join (select true as whole union all select false) w
  where locate('//', j.url) > 0
) old
where path not in ('', '/');

insert into series (publication, slug, name, number, round)
select id, slug, name, number, nullif(regexp_substr(number, '[0-9]{1,9}'), '')
from (
  select p.id, left(trim(both '-' from regexp_replace(lower(ifnull(j.name, j.plain)), '[^\\p{L}\\p{N}]+', '-')), 250) as slug,
    ifnull(j.name, j.plain) as name, ifnull(j.number, '') as number
  from publication p
  join json_table(p.document, '$.series[*]' columns (
    plain varchar(1000) path '$', name varchar(1000) path '$.value', number varchar(1000) path '$.number')) j
  where ifnull(j.name, j.plain) is not null
) old
where slug <> '';
