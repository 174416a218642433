-- What was wrong with measures that were shipped; where a partnership has defined one otherwise, its definition stays. No value changes
-- its meaning, so no series begins: ranges become wider, credits go, and a change must be large enough to be one.
update measure_series set maximum = 2000000, smallest_change = 1000
where code = 'travel-carbon-kg' and source = 'Government conversion factors for company reporting' and maximum = 60000 and smallest_change = 0;

update measure_series set source = 'The project''s own question', source_code = null, smallest_change = 1000
where code in ('feels-safe', 'social-contact') and source = 'Adult Social Care Survey' and maximum = 10000 and smallest_change = 0;

update measure_series set source = 'Adult Social Care Outcomes Framework to 2022-23'
where code = 'in-settled-housing' and source = 'Adult Social Care Outcomes Framework 1H';

-- More that can be read of a person. The wordings are the project's own; the two of the survey follow its four answers.
-- ASCOF: Adult Social Care Outcomes Framework. PHOF: Public Health Outcomes Framework.
insert into measure_series (code, series, since, until, name, definition, unit, polarity, domain, source, source_code, minimum,
                            maximum, only_values, rule, smallest_change, band_names, band_starts, minimum_gap_days, sustained_days)
select code, 1, '0001-01-01', '9999-12-31', name, definition, unit, polarity, domain, source, source_code, 0, maximum,
       only_values::bigint[], 'change', smallest_change, band_names::text[], band_starts::bigint[], 0, sustained
from (values
    ('ascof-feels-safe', 'Feels safe (survey answer)',
     'How safe the person feels: 0 not at all, 1 less than adequately, 2 adequately but not as wanted, 3 as safe as wanted',
     'answer 0-3', 'higher', 'social', 'ASCOF 2023-24', '4A', 3000, '{0,1000,2000,3000}', 1000,
     '{not at all,less than adequately,adequately,as wanted}', '{0,1000,2000,3000}', 182),
    ('ascof-social-contact', 'Social contact (survey answer)',
     'How much contact the person has with people they like: 0 little, 1 not enough, 2 adequate, 3 as much as wanted',
     'answer 0-3', 'higher', 'social', 'ASCOF 2023-24', '5A1', 3000, '{0,1000,2000,3000}', 1000,
     '{little,not enough,adequate,as wanted}', '{0,1000,2000,3000}', 182),
    ('direct-payment', 'Direct payment', 'Has part or all of long-term support as a direct payment', 'yes or no (1/0)', 'higher',
     'social', 'ASCOF 2023-24', '3D', 1000, '{0,1000}', 0, '{no,yes}', '{0,1000}', 182),
    ('excess-weight', 'Excess weight', 'An adult whose body mass index is 25 or more', 'yes or no (1/0)', 'lower', 'social',
     'PHOF', 'C16', 1000, '{0,1000}', 0, '{no,yes}', '{0,1000}', 182),
    ('admitted-after-fall', 'Admitted after a fall', 'Admitted to hospital as an emergency after a fall in the 365 days before',
     'yes or no (1/0)', 'lower', 'social', 'PHOF', 'C29', 1000, '{0,1000}', 0, '{no,yes}', '{0,1000}', 182),
    ('treatment-completed', 'Treatment of substance use completed',
     'Completed treatment for alcohol or drugs free of dependence and did not come back to it within six months',
     'yes or no (1/0)', 'higher', 'social', 'PHOF', 'C19', 1000, '{0,1000}', 0, '{no,yes}', '{0,1000}', 0),
    ('time-outdoors', 'Time outdoors', 'Was in open space for exercise or health in the seven days before', 'yes or no (1/0)',
     'higher', 'environmental', 'PHOF', 'B16', 1000, '{0,1000}', 0, '{no,yes}', '{0,1000}', 91)
) as shipped (code, name, definition, unit, polarity, domain, source, source_code, maximum, only_values, smallest_change, band_names,
              band_starts, sustained)
on conflict do nothing;
