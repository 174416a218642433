package org.totalplace.journey.personcost;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * A person's cost of one kind of contact in a year, as far as its contacts lie in one stage.
 *
 * @param map null where no rule of a map catches them
 * @param certain what it would be by certain links alone
 */
record PersonLine(
        FinancialYear year,
        String agency,
        String service,
        String type,
        @Nullable String map,
        @Nullable String stage,
        Measured cost,
        Measured certain) {}
