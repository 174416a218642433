-- What a journey cost is split by largest remainder now, as everywhere else: all persons are told of once more.
insert into touched_person (person, touched_at)
select person, now() from person_journeys order by person
    on conflict (person) do nothing;
