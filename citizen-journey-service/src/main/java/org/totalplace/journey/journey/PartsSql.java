package org.totalplace.journey.journey;

/**
 * How pennies fall on parts by weight, as SQL; its twin is {@code Pence.split}. Each part has the whole pennies of its
 * share, those left over go to the largest remainders, of equal ones to the first by map and stage, so that the parts
 * add up. Without any weight the first part has it all.
 */
public final class PartsSql {

    private static final String SPLIT = """
            summed as (
                select *, sum(weight) over parts as total, count(*) over parts as parts
                  from whole
                window parts as (partition by %1$s)
            ), floored as (
                select *, case when parts = 1 then pence
                               when total > 0 then div(pence * weight, total) - case when mod(pence * weight, total) < 0 then 1 else 0 end
                               else 0 end as lowest
                  from summed
            ), turned as (
                select *, pence - sum(lowest) over parts_of as left_over,
                       row_number() over (partition by %1$s
                                          order by pence * weight - lowest * total desc, map nulls last, stage) as turn
                  from floored
                window parts_of as (partition by %1$s)
            ), split as (
                select *, case when total > 0 or parts = 1 then lowest + case when turn <= left_over then 1 else 0 end
                               when turn = 1 then pence
                               else 0 end as part
                  from turned
            )
            """;

    private PartsSql() {}

    /**
     * Common table expressions, the last of which is {@code split}: the rows of {@code whole}, which has {@code map,
     * stage, weight, pence} and others, with their {@code part}.
     *
     * @param whole the columns that say of what the parts are; {@code pence} is the same in all rows of one whole
     */
    public static String of(String whole) {
        return SPLIT.formatted(whole);
    }
}
