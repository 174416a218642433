package org.totalplace.sample.money;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.totalplace.sample.place.Agency;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.PlaceShare;
import org.totalplace.value.Pence;

/** Adds up what is in force, and counts the place: net = gross of partners - transfers between them + apportioned. */
final class ControlTotals {

    private final Map<Agency, Sums> agencies = new LinkedHashMap<>();

    void add(Agency agency, Delivery delivery, Slice slice) {
        Sums sums = agencies.computeIfAbsent(agency, _ -> new Sums());
        sums.files.add(Json.object(
                "file", delivery.file(),
                "period", delivery.period(),
                "rows", delivery.rows(),
                "total", delivery.total(),
                "inForce", slice.inForce()));
        if (slice.inForce()) {
            slice.payments().forEach(sums::add);
        }
    }

    Map<String, Object> json() {
        Map<String, Object> byFeed = new LinkedHashMap<>();
        Map<String, Object> byAgency = new LinkedHashMap<>();
        agencies.forEach((agency, sums) -> {
            byFeed.put(
                    agency.code() + "-payments",
                    Json.object("rows", sums.rows, "total", sums.total, "files", sums.files));
            byAgency.put(
                    agency.code().value(),
                    Json.object(
                            "lines", sums.rows,
                            "total", sums.total,
                            "eliminated", sums.transferred,
                            "oneSided", sums.oneSided,
                            "apportioned", share(agency, sums.total),
                            "services", sums.services));
        });
        return Json.object("feeds", byFeed, "agencies", byAgency, "wholeArea", wholeArea());
    }

    private Map<String, Object> wholeArea() {
        Pence gross = Pence.ZERO;
        Pence eliminated = Pence.ZERO;
        Pence oneSided = Pence.ZERO;
        Pence apportioned = Pence.ZERO;
        for (Map.Entry<Agency, Sums> entry : agencies.entrySet()) {
            if (entry.getKey().share() == null) {
                gross = gross.plus(entry.getValue().total);
                eliminated = eliminated.plus(entry.getValue().transferred);
                oneSided = oneSided.plus(entry.getValue().oneSided);
            } else {
                apportioned = apportioned.plus(share(entry.getKey(), entry.getValue().total));
            }
        }
        Pence net = gross.minus(eliminated).plus(apportioned);
        return Json.object(
                "gross", gross,
                "eliminated", eliminated,
                "oneSided", oneSided,
                "apportioned", apportioned,
                "net", net);
    }

    /** The place's share of a wider body's total by largest remainder; nothing for a body of the place alone. */
    private static Pence share(Agency agency, Pence total) {
        PlaceShare share = agency.share();
        return share == null ? Pence.ZERO : total.split(share.place(), share.body() - share.place())[0];
    }

    private static final class Sums {
        private final List<Object> files = new ArrayList<>();
        private final Map<String, Pence> services = new TreeMap<>();
        private long rows;
        private Pence total = Pence.ZERO;
        private Pence transferred = Pence.ZERO;
        private Pence oneSided = Pence.ZERO;

        void add(Payment payment) {
            rows++;
            total = total.plus(payment.amount());
            services.merge(payment.service().code(), payment.amount(), Pence::plus);
            if (payment.transferTo() == null) {
                return;
            }
            if (Northmoor.place().isCounted(payment.transferTo())) {
                transferred = transferred.plus(payment.amount());
            } else {
                oneSided = oneSided.plus(payment.amount());
            }
        }
    }
}
