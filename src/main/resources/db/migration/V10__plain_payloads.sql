-- Those that are harvested most are kept as they are sent, beside the compressed form.
alter table dissemination add column plain mediumblob;
