-- Before and after a journey only the readings of some days are looked at.
create index observation_of_subject_and_day on observation (subject, observed_at);
drop index observation_of_subject;
