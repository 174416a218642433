-- What an export holds, in pieces, so that every replica can hand it out and its reader never holds more than one of them.
create table export_chunk (
    export uuid    not null references export on delete cascade,
    place  integer not null,
    bytes  bytea   not null,
    primary key (export, place)
);

-- Files of before lie in the folder of the replica that wrote them.
update export set status = 'expired', bytes = null where status = 'ready';
