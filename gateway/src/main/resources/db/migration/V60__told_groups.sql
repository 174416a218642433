-- Of which groups of persons a caller was told: no later answer may leave a few of them over.
create table told_group (
    caller  text        not null,
    figures text        not null,
    members text        not null,
    persons bigint      not null,
    told_at timestamptz not null,
    primary key (caller, figures, members)
);

create index told_group_by_age on told_group (caller, told_at);

comment on column told_group.figures is 'what was told, and of whom it could be told at all; groups of other figures are not compared';
comment on column told_group.members is 'what marks the members, in the order of names';
