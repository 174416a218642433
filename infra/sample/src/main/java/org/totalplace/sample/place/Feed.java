package org.totalplace.sample.place;

import java.util.List;
import org.totalplace.value.AgencyCode;

/**
 * One agency's series of one kind of record, with its deliveries in the order in which they are to be sent.
 *
 * @param code    {@code <agency>-<kind>}
 * @param service which service takes it: {@code spend}, {@code journeys} or {@code outcomes}
 * @param policy  {@code accept-good-rows} or {@code all-or-nothing}
 * @param how     {@code push} or {@code pull}
 */
public record Feed(
        String code,
        String service,
        AgencyCode agency,
        String kind,
        String policy,
        String how,
        List<Delivery> deliveries) {

    public Feed {
        deliveries = List.copyOf(deliveries);
    }

    public static Feed pushed(
            String service, AgencyCode agency, String kind, String policy, List<Delivery> deliveries) {
        return new Feed(agency + "-" + kind, service, agency, kind, policy, "push", deliveries);
    }
}
