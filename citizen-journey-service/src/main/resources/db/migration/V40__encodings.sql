-- Keyed encodings of the whole record, from agencies that send them in place of names or beside them.
alter table identity_record
    add column encoding_schema text,
    add column encoding        text,
    add check ((encoding_schema is null) = (encoding is null));
create index identity_record_encoded on identity_record (subject) where encoding is not null;

comment on column identity_record.encoding is 'bits in Base64 under a key that only the agencies have; compared within one schema';

-- Links that encodings alone tell of; their model begins so.
create index person_link_encoded on person_link (subject_a) where model like 'encodings %';
