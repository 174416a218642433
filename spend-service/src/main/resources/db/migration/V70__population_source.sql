-- A figure per head says whose count of people it divides by, and of when.
alter table place_definition add column population_source text;
alter table place_definition add column population_year text;
