-- Lists of looks go by the place in the chain, for nothing vouches for the number of a row; and no place is before the first.
alter table usage_record add constraint usage_place_from_one check (seq > 0);
create index usage_of_a_person_in_order on usage_record (person_id, seq desc);
drop index usage_of_a_person;
