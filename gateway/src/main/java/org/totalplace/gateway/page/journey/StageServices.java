package org.totalplace.gateway.page.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/** What there is at each stage of a map, as citizen-journey-service answers it. */
record StageServices(List<AtStage> results) {

    StageServices {
        results = results == null ? List.of() : List.copyOf(results);
    }

    record AtStage(String name, List<Offer> offers) {

        AtStage {
            offers = offers == null ? List.of() : List.copyOf(offers);
        }

        /** Service lines that pay for what there is, each once: what one paid is for more than one service. */
        public List<Line> lines() {
            return offers.stream()
                    .flatMap(offer -> offer.lines().stream())
                    .distinct()
                    .toList();
        }
    }

    /** @param termName where the offer is a need, and not one service */
    record Offer(@Nullable String termName, long total, List<Service> services, List<Line> lines) {

        Offer {
            services = services == null ? List.of() : List.copyOf(services);
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    record Service(String id, String name, @Nullable String organization, boolean listed) {}

    record Line(
            String agency,
            String service,
            @Nullable String name,
            @Nullable BigDecimal paid) {

        /** The line and what it paid, where the reader may know. */
        public String said(Words words, Map<String, String> names) {
            String line = (name == null ? service : name) + " (" + names.getOrDefault(agency, agency) + ")";
            return paid == null ? line : words.say("offers.paid", line, Money.shown(Pence.ofPounds(paid)));
        }
    }

    /** Whether anybody has said what there is at any stage. */
    public boolean any() {
        return results.stream().anyMatch(stage -> !stage.offers().isEmpty());
    }
}
