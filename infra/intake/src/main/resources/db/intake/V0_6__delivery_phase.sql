-- What the sender says of the amounts of one delivery, beside what the feed says of all.
alter table delivery add column phase text;
