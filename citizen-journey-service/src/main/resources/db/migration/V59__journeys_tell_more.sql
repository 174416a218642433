-- Journeys now tell their first day, runs of stages, age band and cost, and persons their area: all are told of once more.
insert into touched_person (person, touched_at)
select person, now() from person_journeys order by person
    on conflict (person) do nothing;
