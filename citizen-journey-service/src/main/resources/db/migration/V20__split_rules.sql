-- How the units of a contact with several participants are shared, every version as it was set. The highest is in force.
create table split_rule (
    agency  text        not null,
    service text        not null,
    type    text        not null,
    version integer     not null,
    rule    text        check (rule in ('equal', 'main', 'household')),
    author  text        not null,
    set_at  timestamptz not null,
    primary key (agency, service, type, version)
);

comment on column split_rule.type is 'a type of contact; empty for all of the service line that have no rule of their own';
comment on column split_rule.rule is 'null takes the rule back';

-- The rule of each kind of contact: its own, else its line's, else equal.
create view split_of_kind as
select k.id as kind,
       coalesce((select r.rule from split_rule r
                  where r.agency = k.agency and r.service = k.service and r.type = k.type
                  order by r.version desc limit 1),
                (select r.rule from split_rule r
                  where r.agency = k.agency and r.service = k.service and r.type = ''
                  order by r.version desc limit 1),
                'equal') as rule
  from contact_kind k;

-- One of equal parts of a whole; parts add up to the whole, the first ones carry what is left.
create function equal_part(whole bigint, parts integer, place integer) returns bigint
    language sql immutable parallel safe
    return whole / parts + case when place <= mod(whole, parts) then 1 else 0 end;

-- Where somebody lives, as far as a record tells: the property's number, else postcode and address without punctuation.
create function household(uprn text, postcode text, address text) returns text
    language sql immutable parallel safe
    return coalesce(
        'uprn ' || nullif(regexp_replace(uprn, '\D', '', 'g'), ''),
        nullif(upper(replace(postcode, ' ', '')), '') || ' ' || nullif(regexp_replace(lower(address), '[^a-z0-9]', '', 'g'), ''));

-- Every household of a contact has an equal share, within it every participant. Whose household is not known is one alone.
create function household_share(units bigint, subjects uuid[], place integer) returns bigint
    language sql stable parallel safe
    return (
        with member as (
            select m.place, coalesce(household(r.uprn, r.postcode, r.address), m.subject::text) as home
              from unnest(subjects) with ordinality m (subject, place)
              left join identity_record r on r.subject = m.subject
        ), counted as (
            select member.place, member.home, count(*) over (partition by home) as members, min(member.place) over (partition by home) as first,
                   row_number() over (partition by home order by member.place) as within
              from member
        ), ranked as (
            select *, dense_rank() over (order by first) as home_place from counted
        )
        select equal_part(
                   equal_part(units * 1000, (select max(home_place) from ranked)::integer, mine.home_place::integer),
                   mine.members::integer, mine.within::integer)
          from ranked mine where mine.place = household_share.place);

-- A participant's share in a contact's units, in millionths of a unit; shares add up to the whole under every rule.
create function share_of(rule text, units bigint, subjects uuid[], place integer) returns bigint
    language sql stable parallel safe
    return case
        when rule = 'equal' or cardinality(subjects) = 1 then equal_share(units, cardinality(subjects), place)
        when rule = 'main' then case when place = 1 then units * 1000 else 0 end
        else household_share(units, subjects, place)
    end;

-- Who moves house changes the shares of lines that are split by household.
create function household_changed() returns trigger language plpgsql as $$
begin
    if exists (select from split_of_kind where rule = 'household') then
        insert into costing_due (agency, service, year)
        select distinct k.agency, k.service, c.year
          from moved m
          join participant p on p.subject = m.subject
          join contact c on c.id = p.contact and cardinality(c.subjects) > 1
          join split_of_kind r on r.kind = c.kind and r.rule = 'household'
          join contact_kind k on k.id = c.kind;
    end if;
    return null;
end
$$;

create trigger household_told after insert on identity_record
    referencing new table as moved
    for each statement execute function household_changed();

create trigger household_moved after update on identity_record
    referencing new table as moved
    for each statement execute function household_changed();

create trigger household_left after delete on identity_record
    referencing old table as moved
    for each statement execute function household_changed();
