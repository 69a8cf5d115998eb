-- The formats that every record has so far; one that comes later is offered when it is rendered for all of them.
insert ignore into setting (name, value) values ('oai.formats', 'oai_dc qdc mods marc21');
