package org.totalplace.intake.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Policy;
import org.totalplace.intake.reading.DateOrder;
import org.totalplace.intake.reading.matrix.Stated;
import org.totalplace.intake.schedule.Schedule;
import org.totalplace.value.AgencyCode;

/**
 * One agency's series of one kind of record.
 *
 * @param code unique in the service, lower-case letters, digits and hyphens
 * @param kind for example {@code payments}
 * @param policy what one refused row means for its delivery
 * @param pullUrl where deliveries are fetched from, if the platform pulls them
 * @param mapping field to header: set by hand, or remembered from the last published delivery
 * @param mappingByHand whether the mapping was set by hand
 * @param dateOrder how the agency writes days and months, where it said so
 * @param schedule how often it is delivered, where the agency said so
 * @param stated what the agency said of its amounts
 */
public record Feed(
        String code,
        AgencyCode agency,
        String kind,
        Policy policy,
        @Nullable String pullUrl,
        Map<String, String> mapping,
        boolean mappingByHand,
        @Nullable DateOrder dateOrder,
        @Nullable Schedule schedule,
        Stated stated) {

    public Feed {
        mapping = Map.copyOf(mapping);
    }

    /** The feed with the phase that is said of one delivery, if any is. */
    Feed stating(@Nullable String phase) {
        return phase == null
                ? this
                : new Feed(
                        code,
                        agency,
                        kind,
                        policy,
                        pullUrl,
                        mapping,
                        mappingByHand,
                        dateOrder,
                        schedule,
                        new Stated(phase, stated.unit()));
    }

    /** A feed that says nothing of its amounts. */
    public Feed(
            String code,
            AgencyCode agency,
            String kind,
            Policy policy,
            @Nullable String pullUrl,
            Map<String, String> mapping,
            boolean mappingByHand,
            @Nullable DateOrder dateOrder,
            @Nullable Schedule schedule) {
        this(code, agency, kind, policy, pullUrl, mapping, mappingByHand, dateOrder, schedule, Stated.NOTHING);
    }
}
