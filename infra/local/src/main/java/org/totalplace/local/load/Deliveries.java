package org.totalplace.local.load;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The deliveries of one feed, each waited for before the next.
 *
 * @param door to the place
 * @param files that are delivered
 * @param client the agency's
 * @param feed path of the feed
 */
record Deliveries(Door door, SampleFiles files, String client, String feed) {

    private static final Set<String> PENDING = Set.of("received", "reading", "confirmed");
    /** A superseded delivery was in force once: a repeated load meets those that were restated. */
    private static final Set<String> DONE = Set.of("published", "superseded");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Hands in the files in their order and returns how many rows were accepted. */
    long push(JsonNode deliveries) {
        long rows = 0;
        for (JsonNode delivery : deliveries) {
            String file = delivery.get("file").asString();
            String mediaType = delivery.get("mediaType").asString();
            rows += settled(
                    door.post(client, feed + "/deliveries?" + declared(delivery, file), files.file(file), mediaType));
        }
        return rows;
    }

    /** Has the feed pulled and returns how many rows were accepted. */
    long pull() {
        return settled(door.post(client, feed + "/pulls"));
    }

    private static String declared(JsonNode delivery, String file) {
        StringBuilder query = new StringBuilder("name=").append(encoded(file.substring(file.lastIndexOf('/') + 1)));
        if (delivery.hasNonNull("period")) {
            query.append("&period=").append(encoded(delivery.get("period").asString()));
        }
        if (delivery.hasNonNull("rows")) {
            query.append("&rows=").append(delivery.get("rows").asLong());
        }
        if (delivery.hasNonNull("total")) {
            BigDecimal total = delivery.get("total").decimalValue();
            query.append("&total=").append(total.toPlainString());
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private long settled(Optional<String> report) {
        String path = report.orElseThrow(() -> new LoadFailure(feed + " did not say where the delivery's report is."));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode told = door.get(client, path, Map.of());
            String status = told.get("status").asString();
            if (DONE.contains(status)) {
                return told.get("rows").get("accepted").asLong();
            }
            if (status.equals("needs-confirmation")) {
                door.post(client, path + "/confirm");
            } else if (!PENDING.contains(status)) {
                throw new LoadFailure("The delivery " + path + " is " + status + ": " + told);
            }
            Door.pause(Duration.ofMillis(200));
        }
        throw new LoadFailure("The delivery " + path + " was not published within ten minutes.");
    }
}
