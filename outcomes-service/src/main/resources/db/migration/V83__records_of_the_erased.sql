-- Which records are of somebody who was erased, as numbers that tell neither: a record that a correction moved to such a person is nobody's
-- any more, and what it said of somebody else before does not come back, in whichever order the two arrive.
create table erased_record (
    record  bigint primary key,
    version bigint not null
);
comment on column erased_record.record is 'hash of the agency and its record id';
comment on column erased_record.version is 'nothing up to this version of the record is taken';

create function record_hash(agency text, record_id text) returns bigint language sql immutable as $$
    select hashtextextended(agency || ' ' || record_id, 0)
$$;
