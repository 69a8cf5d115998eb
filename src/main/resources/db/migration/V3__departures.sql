-- Departures are looked for by datestamp too: a record may have changed again since it left a set.
alter table departure add key departure_datestamp (datestamp, number);
-- A reason for each of many fields.
alter table event modify field_reasons mediumtext;
