-- Circles of members who help each other, each run by an agency. Members are that agency's subjects: who they are stands in
-- identity_record alone, and erasing somebody there takes the member with all that hangs on them.
create table circle (
    agency text        primary key,
    name   text        not null,
    needs  text[]      not null,
    set_by text        not null,
    set_at timestamptz not null
);
comment on column circle.needs is 'kinds of check without which nobody is introduced as a helper';

create table circle_member (
    member    uuid     primary key,
    circle    text     not null references circle,
    subject   uuid     not null,
    joined_on date     not null,
    left_on   date,
    east      smallint not null,
    north     smallint not null,
    languages text[]   not null,
    unique (circle, subject)
);
create index circle_member_of_subject on circle_member (subject);
create index circle_member_in_order on circle_member (circle, member);
comment on column circle_member.east is 'with north the square kilometre of the National Grid that the member lives in; nothing nearer is kept';

create table circle_help (
    member uuid     primary key references circle_member on delete cascade,
    skills text[]   not null,
    times  text[]   not null,
    reach  smallint not null
);
comment on column circle_help.reach is 'kilometres';

create table circle_check (
    member       uuid        not null references circle_member on delete cascade,
    kind         text        not null,
    valid_from   date        not null,
    valid_until  date        not null,
    withdrawn_on date,
    entered_by   text        not null,
    entered_at   timestamptz not null,
    primary key (member, kind, valid_from)
);
comment on column circle_check.valid_until is 'last day; the partnership says how long it trusts a check';

create table circle_request (
    request   uuid primary key,
    circle    text not null references circle,
    member    uuid not null references circle_member on delete cascade,
    skill     text not null,
    times     text[] not null,
    needed_on date not null,
    stage     text not null check (stage in ('open', 'met', 'withdrawn')),
    asked_on  date not null,
    ended_on  date,
    check ((stage = 'open') = (ended_on is null))
);
create index circle_request_of_member on circle_request (member);
create index circle_request_open on circle_request (circle, needed_on, request) where stage = 'open';

create table circle_introduction (
    introduction uuid primary key,
    request      uuid not null references circle_request on delete cascade,
    helper       uuid not null references circle_member on delete cascade,
    stage        text not null check (stage in ('offered', 'accepted', 'met', 'declined', 'cancelled')),
    offered_on   date not null,
    ended_on     date
);
create unique index circle_introduction_one_at_a_time on circle_introduction (request) where stage in ('offered', 'accepted');
create index circle_introduction_of_request on circle_introduction (request);
create index circle_introduction_of_helper on circle_introduction (helper);

-- Hours outlive those who gave them: what was given to the place stays counted when nobody can say any more by whom.
create table circle_hours (
    hours         uuid        primary key,
    circle        text        not null references circle,
    giver         uuid        references circle_member on delete set null,
    receiver      uuid        references circle_member on delete set null,
    introduction  uuid        references circle_introduction on delete set null,
    given_on      date        not null,
    minutes       integer     not null check (minutes between 5 and 1440),
    entered_by    text        not null,
    entered_at    timestamptz not null,
    taken_back_at timestamptz
);
create index circle_hours_of_giver on circle_hours (giver);
create index circle_hours_of_receiver on circle_hours (receiver);
create index circle_hours_by_day on circle_hours (given_on);
create index circle_hours_of_introduction on circle_hours (introduction);

create table hour_valuation (
    code           text        primary key,
    name           text        not null,
    source         text        not null,
    pence_an_hour  bigint      not null check (pence_an_hour > 0),
    price_year     integer     not null,
    set_by         text        not null,
    set_at         timestamptz not null
);
comment on table hour_valuation is 'what somebody says an hour given is worth; used only where it is asked for by name';
