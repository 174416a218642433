-- A tree over every line took about as long to write as the lines. They lie in the order of their deliveries and rows,
-- so the bounds of a few pages at a time say where the rows of a delivery are.
alter table ledger_line drop constraint ledger_line_pkey;
create index ledger_line_of_delivery on ledger_line using brin (delivery, row) with (pages_per_range = 16);

-- How far the rows of a delivery go, so that they can be read stretch by stretch.
alter table posted_delivery add column last_row bigint not null default 0;
update posted_delivery d set last_row = l.last_row
from (select delivery, max(row) as last_row from ledger_line group by delivery) l
where l.delivery = d.number;
alter table posted_delivery alter column last_row drop default;

-- Both are the owner's to do, for whoever has written lines. Neither waits long for a vacuum: what it would do can wait.

-- Tells the planner of lines that have just arrived, from a small sample.
create function know_ledger_lines(years integer[]) returns void language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp set default_statistics_target = 10 set lock_timeout = '1s' as $$
declare
    held text;
begin
    for held in select distinct coalesce(to_regclass('public.ledger_line_' || y), 'public.ledger_line_other'::regclass)::text
                from unnest(years) y order by 1 loop
        execute format('analyze %s (delivery, payee, service)', held);
    end loop;
exception when lock_not_available then
    null;
end
$$;

-- Takes down the bounds of pages that were filled since the last time, and what is in them. Without that the planner does
-- not know that lines lie in order, and reads all of a year.
create function place_ledger_lines() returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set default_statistics_target = 10 set lock_timeout = '1s' as $$
declare
    bounds regclass;
    held   regclass;
begin
    for bounds, held in select i.indexrelid, i.indrelid from pg_inherits h join pg_index i on i.indexrelid = h.inhrelid
                        where h.inhparent = 'public.ledger_line_of_delivery'::regclass order by i.indrelid::regclass::text loop
        if brin_summarize_new_values(bounds) > 0 then
            execute format('analyze %s (delivery, payee, service)', held);
        end if;
    end loop;
exception when lock_not_available then
    null;
end
$$;
