-- What a feed's files do not say of their amounts themselves.
alter table feed add column phase text;
alter table feed add column unit text;
