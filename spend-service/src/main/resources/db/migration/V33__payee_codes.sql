-- Which code an agency's books give to a payee, delivery by delivery: one code for two bodies is somebody's mistake.
create table payee_code (
    agency   smallint not null,
    code     text     not null,
    payee    integer  not null references payee_name,
    delivery integer  not null references posted_delivery,
    row      bigint   not null,
    lines    integer  not null,
    primary key (agency, code, payee, delivery)
);
comment on column payee_code.row is 'the first row of the delivery that has the code and the name';
