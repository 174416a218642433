-- What comparisons of views with facts found, whichever replica made them.
create table parity_run (
    compared_at      timestamptz primary key,
    persons          bigint not null,
    missing          bigint not null,
    different        bigint not null,
    healed           bigint not null,
    sampled          bigint not null,
    judged_otherwise bigint not null
);
