-- Which official body an agency is: the body's first code in the register that the service ships.
alter table agency add column official_code text unique;
comment on column agency.official_code is 'GSS, ODS or other first code; null where the agency is no official body';
