-- How many persons stand behind what is attributed of a service line, and what the two largest of them bear: without it nobody
-- can say whether the line may be told.
alter table line_cost
    add column persons     bigint not null default 0,
    add column largest_two bigint not null default 0;
alter table line_was
    add column persons     bigint not null default 0,
    add column largest_two bigint not null default 0;

comment on column line_cost.persons is 'known persons who bear a part of what is attributed, or of it by reference costs';
comment on column line_cost.largest_two is 'pence that the two of them bear who bear most, without signs';

with bearer as (
    select k.agency, k.service, c.year, c.person, abs(coalesce(sum(c.pence), sum(c.reference), 0)) as pence
      from person_cost c join contact_kind k on k.id = c.kind
     where c.weight > 0
     group by k.agency, k.service, c.year, c.person
), ranked as (
    select *, row_number() over (partition by agency, service, year order by pence desc) as place from bearer
), borne as (
    select agency, service, year, count(*) as persons, (sum(pence) filter (where place <= 2))::bigint as largest_two
      from ranked group by agency, service, year
)
update line_cost l
   set persons = b.persons, largest_two = b.largest_two
  from borne b where b.agency = l.agency and b.service = l.service and b.year = l.year;

create or replace view line_standing as
select agency, service, year, coalesce(a.name, t.service_name) as name, a.unit, t.pence as ledger,
       case when t.pence is null then 0 else coalesce(c.attributed, 0) end as attributed,
       coalesce(c.activity, a.units * 1000, 0) as activity, coalesce(c.counted, 0) as counted,
       coalesce(c.known, 0) as known, coalesce(a.units * 1000 >= coalesce(c.counted, 0), false) as declared,
       case when t.pence is null then c.reference end as reference,
       case when t.pence is null then c.reference_attributed end as reference_attributed,
       coalesce(c.persons, 0) as persons, coalesce(c.largest_two, 0) as largest_two
  from (select * from service_total where phase = 'payment') t
  full join line_cost c using (agency, service, year)
  full join service_activity a using (agency, service, year);

-- Of what stood before, nobody knows how many they were: it is told as what one person bears.
update line_was set persons = 1 where until is not null and known > 0;
update line_was w
   set persons = s.persons, largest_two = s.largest_two
  from line_standing s
 where w.until is null and s.agency = w.agency and s.service = w.service and s.year = w.year;

-- Which id a subject's person had before it was joined or parted: who looked at it then is found by that id.
create table borne_id (
    subject uuid        not null,
    person  uuid        not null,
    until   timestamptz not null,
    primary key (subject, until)
);

comment on column borne_id.until is 'since the one before it ended, or since the subject was known';

insert into borne_id (subject, person, until)
select former.subject, former.person, former.joined_at
  from joined_person former join person_subject now on now.subject = former.subject
 where now.person <> former.person;
