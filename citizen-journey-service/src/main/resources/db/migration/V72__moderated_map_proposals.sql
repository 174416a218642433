-- What residents propose is read by a steward before others read its words. So that nobody fills a map with proposals, those of one
-- resident are counted by a keyed mark, which is kept only while the proposal waits.
alter table map_proposal add column passed boolean not null default false;
update map_proposal set passed = true where proposed_by <> 'resident';
alter table map_proposal alter column passed drop default;
alter table map_proposal add column proposer uuid;
alter table map_proposal add check (proposer is null or stage = 'open');
comment on column map_proposal.passed is 'whether everybody reads the words';
comment on column map_proposal.proposer is 'keyed mark of a resident whose proposal waits; null for others, and once it is decided';
