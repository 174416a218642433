-- A claim is judged by the definition that was in force when its need was evidenced: values under another one mean something else.
alter table claim add series integer;
update claim c set series = coalesce((
    select m.series from measure_series m where m.code = c.measure and m.since <= c.need_on and c.need_on < m.until), 1);
alter table claim alter series set not null;
comment on column claim.series is 'which definition of the measure; observations under others are not looked at';

alter table claim add said_at timestamptz;
update claim set said_at = made_at;
alter table claim alter said_at set not null;
comment on column claim.said_at is 'since when it says what it says';

-- What a claim said before it was changed. An auditor sees a threshold that was moved once the readings were known.
create table claim_earlier (
    agency          text        not null,
    claim           text        not null,
    revision        integer     not null,
    subject         uuid        not null,
    measure         text        not null,
    series          integer     not null,
    need_on         date        not null,
    need_evidence   text        not null,
    threshold       bigint      not null,
    sustained_days  integer     not null,
    evidence_source text        not null,
    said_at         timestamptz not null,
    said_until      timestamptz not null,
    primary key (agency, claim, revision),
    foreign key (agency, claim) references claim on delete cascade
);
create index claim_earlier_of_subject on claim_earlier (subject);

create function keep_what_a_claim_said() returns trigger language plpgsql as $$
begin
    insert into claim_earlier
    values (old.agency, old.claim,
            1 + (select count(*) from claim_earlier e where e.agency = old.agency and e.claim = old.claim),
            old.subject, old.measure, old.series, old.need_on, old.need_evidence, old.threshold, old.sustained_days,
            old.evidence_source, old.said_at, new.said_at);
    return new;
end
$$;

create trigger claim_keeps_what_it_said before update on claim for each row
    when ((old.subject, old.measure, old.series, old.need_on, old.need_evidence, old.threshold, old.sustained_days,
           old.evidence_source)
        is distinct from
          (new.subject, new.measure, new.series, new.need_on, new.need_evidence, new.threshold, new.sustained_days,
           new.evidence_source))
    execute function keep_what_a_claim_said();
