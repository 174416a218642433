-- Of what was accepted and has no milestone open any more, closing or another milestone is due four weeks after the last
-- of them ended; so it is told by whatever happens from now on.
update suggestion s
set next_due = (
    select max(e.happened_on) + 28
    from suggestion_event e
    where e.suggestion = s.number and e.body ->> 'event' in ('reached', 'dropped'))
where s.stage = 'delivering' and s.next_due is null;

-- A flag whose time was over before anybody read it is told apart from one that was taken up.
alter table need_flag drop constraint need_flag_stage_check;
alter table need_flag add constraint need_flag_stage_check
    check (stage in ('raised', 'taken-up', 'helped', 'dismissed', 'expired', 'lapsed'));
create index need_flag_unread on need_flag (raised_on) where stage = 'raised';

-- Which role did what with a flag and when; no words, nobody whom it is about. Only ever added to.
create table need_flag_step (
    flag         uuid        not null references need_flag on delete cascade,
    seq          integer     not null,
    step         text        not null check (step in ('take-up', 'link', 'unlink', 'helped', 'dismiss', 'expire')),
    role         text        not null,
    organisation text,
    taken_at     timestamptz not null,
    primary key (flag, seq)
);
comment on column need_flag_step.role is 'roles of whoever took the step, or timer; never a name';
comment on column need_flag_step.organisation is 'the agency they speak for, if any';
create index need_flag_step_by_moment on need_flag_step (taken_at, flag, seq);

do $$
declare
    service text := current_database() || '_app';
begin
    execute format('revoke update, delete, truncate on need_flag_step from %I', service);
end
$$;
