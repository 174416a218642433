-- How often a caller was told of new groups: who compared an answer with an older state compares it again.
create table told_caller (
    caller text   primary key,
    times  bigint not null
);

-- What is too old goes by its age, whoever was told.
create index told_group_by_day on told_group (told_at);
