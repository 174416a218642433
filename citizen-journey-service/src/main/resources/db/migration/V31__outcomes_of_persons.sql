-- What became of a person in each domain, as outcomes-service last told of it: for comparing ways in outcome.
create table person_outcome (
    person  uuid   primary key,
    version bigint not null,
    domains jsonb  not null
);

comment on column person_outcome.domains is 'social, environmental, economic: better, same, worse or unknown';
