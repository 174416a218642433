-- What a steward has declared about transfers that payees' names do not show. Every condition that is given must hold.
create table declared_transfer (
    id          text     not null,
    payer       smallint not null references agency,
    payee       smallint not null references agency,
    kind        text     not null,
    printed     text,
    purpose     text,
    service     text,
    from_year   smallint not null,
    to_year     smallint not null,
    reason      text     not null,
    declared_by text     not null,
    since       integer  not null references revision,
    until       integer  references revision,
    primary key (id, since),
    check (payer <> payee),
    check (from_year <= to_year),
    check (num_nonnulls(printed, purpose, service) > 0)
);
create unique index declared_transfer_in_force on declared_transfer (id) where until is null;
comment on column declared_transfer.printed is 'words of the printed payee, normalised';
comment on column declared_transfer.purpose is 'words of the purpose or category, in lower case';

-- The lines by which one agency paid another, recomputed from the ledger's lines in the transaction that touches them.
create table transfer_line (
    year     smallint not null,
    delivery integer  not null,
    row      bigint   not null,
    part     smallint not null,
    phase    phase    not null,
    payer    smallint not null,
    payee    smallint not null,
    service  integer  not null,
    printed  integer,
    paid_on  date     not null,
    capital  boolean,
    pence    bigint   not null,
    kind     text     not null,
    rule     text     not null,
    declared text,
    since    integer  not null,
    until    integer
);
comment on column transfer_line.declared is 'the declaration that makes it one; null when the name of the payee does';
create index transfer_line_of_year on transfer_line (year, phase);
create index transfer_line_of_delivery on transfer_line (delivery);
create index transfer_line_of_pair on transfer_line (payer, payee);

insert into transfer_line (year, delivery, row, part, phase, payer, payee, service, printed, paid_on, capital, pence, kind, rule, since, until)
select l.year, l.delivery, l.row, l.part, d.phase, s.agency, r.agency, l.service, l.payee, l.paid_on, l.capital, l.pence, 'payee',
       'named partner', greatest(d.since, r.since), least(d.until, r.until)
from ledger_line l
join posted_delivery d on d.number = l.delivery
join service_line s on s.id = l.service
join payee_resolution r on r.payee = l.payee and r.agency <> s.agency
where (d.until is null or r.since < d.until) and (r.until is null or d.since < r.until);

-- What the payees of a delivery stand as: who is an agency, another public body, redacted, perhaps a public body, somebody else.
create table payee_standing (
    year     smallint not null,
    phase    phase    not null,
    agency   smallint not null,
    delivery integer  not null,
    standing text     not null check (standing in ('agency', 'body', 'redacted', 'possible-body', 'other', 'not-named')),
    pence    bigint   not null,
    since    integer  not null,
    until    integer
);
create index payee_standing_of_year on payee_standing (year, phase);
create index payee_standing_of_delivery on payee_standing (delivery);

insert into payee_standing (year, phase, agency, delivery, standing, pence, since)
select l.year, d.phase, s.agency, l.delivery,
       case when l.payee is null then 'not-named' when n.redacted then 'redacted' when r.agency is not null then 'agency'
            when r.body is not null then 'body' when r.payee is null and n.looks_public then 'possible-body' else 'other' end,
       sum(l.pence), max(greatest(d.since, r.since))
from ledger_line l
join posted_delivery d on d.number = l.delivery and d.until is null
join service_line s on s.id = l.service
left join payee_name n on n.id = l.payee
left join payee_resolution r on r.payee = l.payee and r.until is null
group by 1, 2, 3, 4, 5;
