create type phase as enum ('budget', 'revised', 'outturn', 'payment');

-- The journal: which deliveries count, and when they did.
create table posted_delivery (
    number      integer generated always as identity primary key,
    delivery    uuid     not null unique references delivery,
    feed        text     not null,
    agency      smallint not null references agency,
    phase       phase    not null,
    covers_from date,
    covers_to   date,
    lines       integer  not null,
    pence       bigint   not null,
    since       integer  not null references revision,
    until       integer  references revision,
    ended_by    text     check (ended_by in ('superseded', 'withdrawn'))
);
create index posted_delivery_of_agency on posted_delivery (agency, phase);

create table ledger_line (
    year      smallint not null,
    delivery  integer  not null,
    row       bigint   not null,
    paid_on   date     not null,
    pence     bigint   not null,
    payee     integer,
    service   integer  not null,
    capital   boolean,
    card      boolean  not null,
    purpose   text,
    category  text,
    reference text,
    primary key (delivery, row, year)
) partition by range (year);

-- The run-time role makes no tables: all years of the platform's life are laid out here.
do $$
begin
    for y in 2005..2040 loop
        execute format('create table ledger_line_%s partition of ledger_line for values from (%s) to (%s)', y, y, y + 1);
    end loop;
end
$$;
create table ledger_line_other partition of ledger_line default;

create function ledger_lines_stay() returns trigger language plpgsql as $$
begin
    raise exception 'Ledger lines are never changed or deleted: restate them by a new delivery';
end
$$;
create trigger ledger_lines_stay before update or delete or truncate on ledger_line
    for each statement execute function ledger_lines_stay();

-- Maintained sums of the lines, recomputed in the transaction that touches them.
create table ledger_total (
    year         smallint not null,
    phase        phase    not null,
    agency       smallint not null,
    delivery     integer  not null,
    service      integer  not null,
    function     text     not null,
    month        date     not null,
    capital      boolean,
    payee_agency smallint,
    pence        bigint   not null,
    lines        integer  not null,
    since        integer  not null,
    until        integer
);
create index ledger_total_of_year on ledger_total (year, phase, agency, service);
create index ledger_total_of_delivery on ledger_total (delivery);

-- The same by printed payee; a delivery's rows never change.
create table payee_total (
    year     smallint not null,
    delivery integer  not null,
    payee    integer,
    pence    bigint   not null,
    lines    integer  not null
);
create index payee_total_of_delivery on payee_total (delivery, year);
create index payee_total_of_payee on payee_total (payee);
