-- Usage records become a chain: each carries the hash of its own text and of the record before it, so that a record that
-- was changed, removed, put in or moved is noticed. Only the function below adds to it.
alter table usage_record
    add column seq      bigint,
    add column previous text,
    add column hash     text;

-- Where the chain ends. Locked while records are added, so that there is one order.
create table usage_tip (
    one  boolean primary key default true check (one),
    seq  bigint not null,
    hash text   not null
);

insert into usage_tip (seq, hash) values (0, repeat('0', 64));

-- What the gateway has vouched for: so many records, the last with this hash, at this time.
create table usage_head (
    id        bigint generated always as identity primary key,
    seq       bigint      not null,
    hash      text        not null,
    at        timestamptz not null,
    key       text        not null,
    signature text        not null
);

create index usage_head_by_seq on usage_head (seq, id);

-- One line of a record's text: nothing that a value holds can look like another line, and no text like no value.
create function usage_line(name text, value text) returns text
    language sql immutable
    return name || '=' || coalesce(replace(replace(value, '\', '\\'), chr(10), '\n'), '\-') || chr(10);

create function usage_hash(entry usage_record, previous text) returns text
    language sql stable
    return encode(sha256(convert_to(
        usage_line('at', to_char((entry).at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || usage_line('organisation', (entry).organisation)
        || usage_line('caller', (entry).caller)
        || usage_line('role', (entry).role)
        || usage_line('purpose', (entry).purpose)
        || usage_line('what', (entry).what)
        || usage_line('person', (entry).person_id::text)
        || usage_line('trace', (entry).trace_id)
        || usage_line('success', (entry).success::text)
        || usage_line('previous', previous), 'UTF8')), 'hex');

-- What was recorded before there was a chain becomes its beginning.
do $$
declare
    tip usage_tip;
    old usage_record;
begin
    select * into strict tip from usage_tip;
    for old in select * from usage_record order by id loop
        update usage_record
        set seq = tip.seq + 1, previous = tip.hash, hash = usage_hash(old, tip.hash)
        where id = old.id;
        tip.hash := usage_hash(old, tip.hash);
        tip.seq := tip.seq + 1;
    end loop;
    update usage_tip set seq = tip.seq, hash = tip.hash;
end
$$;

alter table usage_record
    alter column seq set not null,
    alter column previous set not null,
    alter column hash set not null;

create unique index usage_in_order on usage_record (seq);

-- Adds records in the order given; runs with its owner's rights, for the service itself may not write here.
create function append_usage(entries jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    tip usage_tip;
    fresh usage_record;
begin
    select * into strict tip from usage_tip for update;
    for fresh in
        select filled.*
        from jsonb_array_elements(entries) with ordinality as given (entry, place)
            cross join lateral jsonb_populate_record(null::usage_record, given.entry) as filled
        order by given.place
    loop
        fresh.previous := tip.hash;
        fresh.hash := usage_hash(fresh, tip.hash);
        insert into usage_record
            (at, organisation, caller, role, purpose, what, person_id, trace_id, success, seq, previous, hash)
        values
            (fresh.at, fresh.organisation, fresh.caller, fresh.role, fresh.purpose, fresh.what, fresh.person_id,
             fresh.trace_id, fresh.success, tip.seq + 1, fresh.previous, fresh.hash);
        tip.seq := tip.seq + 1;
        tip.hash := fresh.hash;
    end loop;
    update usage_tip set seq = tip.seq, hash = tip.hash;
end
$$;

revoke execute on function append_usage(jsonb) from public;

do $$
declare
    service text := current_database() || '_app';
begin
    execute format('revoke insert, update, delete, truncate on usage_record, usage_tip from %I', service);
    execute format('revoke update, delete, truncate on usage_head from %I', service);
    execute format('grant execute on function append_usage(jsonb) to %I', service);
end
$$;

comment on column usage_record.hash is 'SHA-256 of the record''s text and the hash before it, hexadecimal';
comment on column usage_head.key is 'which key signed: the first 16 digits of the SHA-256 of the public key';
