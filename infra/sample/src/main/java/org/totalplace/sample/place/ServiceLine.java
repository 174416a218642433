package org.totalplace.sample.place;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * One service of one agency, as its ledger prints it.
 *
 * @param cofog    division and group of the UN's classification of the functions of government
 * @param unit     what one unit of activity is; null when nobody counts it
 * @param yearly   about what the line costs in the year
 * @param unitCost about what one unit costs; null without a unit
 * @param lines    payments to suppliers in the year
 * @param theme    which suppliers and purposes the line has
 */
public record ServiceLine(
        AgencyCode agency,
        String code,
        String name,
        String cofog,
        @Nullable String unit,
        Pence yearly,
        @Nullable Pence unitCost,
        int lines,
        String theme) {

    /**
     * Units of activity of the whole place in the year, or 0 without a unit: far more than the sample's persons
     * take up.
     */
    public long activity() {
        return unitCost == null ? 0 : yearly.value() / unitCost.value();
    }
}
