-- It may be interrupted: each statement can be run again.
-- A harvest reads one format in one coding and nothing else: each has a range, and a part of the table, of its own.
-- Those that are harvested most have rows for both codings; of the others only the compressed ones are kept.
alter table dissemination
  add column if not exists coding tinyint not null default 0 comment '0: deflate, 1: identity' after format,
  drop primary key,
  add primary key (format, coding, number)
  partition by hash (format * 2 + coding) partitions 20;
insert ignore into dissemination (format, coding, number, publication, datestamp, deleted, length, crc, payload, plain)
  select d.format, 1, d.number, d.publication, d.datestamp, d.deleted, d.length, d.crc,
    if(d.plain is null, d.payload, ''), d.plain
  from dissemination d join oai_format f on f.id = d.format where f.prefix = 'oai_dc' and d.coding = 0;
update dissemination set plain = null where coding = 0 and plain is not null;
alter table dissemination alter column coding drop default;
