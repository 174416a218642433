package org.totalplace.journey.personcost;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param certainFrom match probability from which a link counts as certain; at the low end of ranges only such
 *     links hold
 */
@ConfigurationProperties("totalplace.costing")
record CostingSettings(@DefaultValue("0.99") double certainFrom) {

    CostingSettings {
        if (!(certainFrom > 0 && certainFrom < 1)) {
            throw new IllegalArgumentException(
                    "totalplace.costing.certain-from is a probability above 0 and below 1, not " + certainFrom);
        }
    }
}
