-- What members of local circles say of what they are able to do and to be: their own word, on a scale of the project's own.
-- No scale that needs a licence is among them. Where a partnership has defined one of these codes itself, its own stays.
insert into measure_series (code, series, since, until, name, definition, unit, polarity, domain, source, source_code, minimum,
                            maximum, only_values, rule, smallest_change, band_names, band_starts, minimum_gap_days, sustained_days)
select code, 1, '0001-01-01', '9999-12-31', name, definition, 'score 0-10', 'higher', 'social', 'Total Place capabilities', code,
       0, 10000, '{}'::bigint[], 'change', 1000, '{}'::text[], '{}'::bigint[], 28, 182
from (values
    ('capability-relationships', 'People to count on', 'How far are there people whom you can count on, and who can count on you?'),
    ('capability-health', 'Looking after oneself', 'How far are you able to look after your body and your mind?'),
    ('capability-contribution', 'Having something to give', 'How far are you able to do something that others need?'),
    ('capability-choice', 'Deciding for oneself', 'How far can you decide about what matters in your days?')
) as shipped (code, name, definition)
on conflict do nothing;
