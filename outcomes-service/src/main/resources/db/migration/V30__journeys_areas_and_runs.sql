-- What a journey was like, so that outcomes can be told before and after it, of like persons, and beside its cost.
alter table person_standing
    add begun           date,
    add last_on         date,
    add stages          text[] not null default '{}',
    add stages_begun    date[] not null default '{}',
    add age_band        text,
    add contacts_before integer,
    add pence           bigint;
comment on column person_standing.begun is 'day of the first contact on the map; null where it was not told yet';
comment on column person_standing.last_on is 'day of the latest contact on the map';
comment on column person_standing.stages is 'the stages of the contacts in their order, each run once; stages_begun has the first day of each';
comment on column person_standing.age_band is 'on the first day';
comment on column person_standing.contacts_before is 'with any agency, in the 365 days before the first day';
comment on column person_standing.pence is 'what the contacts on the map cost by the ledger, in all years';

create table person_trait (
    person uuid primary key,
    areas  text[] not null,
    sex    text
);
comment on column person_trait.areas is 'where the person lives, each area inside the one before: postcode area, district, sector';

-- Both are filled by reading the topic again, which keeps the latest state of everybody.
delete from projection_offset where projection = 'outcomes-person-journeys';
