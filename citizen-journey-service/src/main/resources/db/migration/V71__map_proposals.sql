-- Changes of maps that residents and practitioners propose, in words for everybody; a steward takes one as the draft, or declines
-- it with a reason.
create table map_proposal (
    id          uuid        primary key,
    map         text        not null,
    words       text        not null,
    definition  jsonb       not null,
    based_on    integer     not null,
    proposed_by text        not null check (proposed_by in ('resident', 'practitioner', 'agency', 'steward')),
    proposed_on date        not null,
    stage       text        not null check (stage in ('open', 'taken', 'declined')),
    reason      text,
    decided_on  date,
    check ((stage = 'open') = (reason is null)),
    check ((stage = 'open') = (decided_on is null))
);
create index map_proposal_of_map on map_proposal (map, proposed_on desc, id);
comment on column map_proposal.proposed_by is 'in which role; never who';
comment on column map_proposal.based_on is 'the version in force when it was proposed';
