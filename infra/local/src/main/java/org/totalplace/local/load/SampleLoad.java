package org.totalplace.local.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.totalplace.local.process.PlainFailure;
import tools.jackson.databind.JsonNode;

/**
 * Loads the sample place through the gateway, as its steward and its agencies would, and waits until the figures have
 * settled. Interrupted anywhere, it is repeated from the start: what is there already changes nothing.
 */
public final class SampleLoad {

    private static final String STEWARD = "steward";
    private static final String JSON = "application/json";
    /** More at once would only queue at the database of a small machine. */
    private static final int AT_ONCE = 3;

    private final Door door;
    private final SampleFiles files;
    private final String agencies;
    private final Consumer<String> progress;

    /**
     * Loads nothing yet.
     *
     * @param agencies the address from which feeds are pulled
     * @param progress is told, a line at a time, what has been done
     */
    public SampleLoad(Door door, SampleFiles files, String agencies, Consumer<String> progress) {
        this.door = door;
        this.files = files;
        this.agencies = agencies;
        this.progress = progress;
    }

    /** @throws LoadFailure if a request or a delivery is refused, with the answer */
    public void run() {
        JsonNode manifest = files.manifest();
        describe(manifest);
        list(manifest.get("directory"));
        deliver(manifest);
        new VoiceLoad(door, progress).run(manifest);
        new CircleLoad(door, progress).run(manifest.path("circle"));
        new EngagementLoad(door, progress).run(manifest);
        new Settling(door, manifest, files.example().orElseThrow()).await();
        files.markLoaded();
        progress.accept("The sample place is loaded and its figures have settled");
    }

    private void describe(JsonNode manifest) {
        manifest.get("agencies").forEach(agency -> put("/api/v1/spend/agencies/" + text(agency, "code"), agency));
        manifest.get("services").forEach(this::describeService);
        manifest.get("transfers").forEach(transfer -> put("/api/v1/spend/transfers/" + text(transfer, "id"), transfer));
        String year = manifest.get("place").get("year").asString();
        put("/api/v1/journeys/services?year=" + year, manifest.get("services"));
        manifest.get("maps").forEach(map -> put("/api/v1/journeys/maps/" + text(map, "map"), map));
        manifest.get("measures").forEach(measure -> put("/api/v1/outcomes/measures/" + text(measure, "code"), measure));
        progress.accept("%d agencies, %d service lines, %d journey maps and %d measures are registered"
                .formatted(
                        manifest.get("agencies").size(),
                        manifest.get("services").size(),
                        manifest.get("maps").size(),
                        manifest.get("measures").size()));
    }

    /** The directory of services, and what the stages of journeys offer of it. */
    private void list(JsonNode directory) {
        String path = "/api/v1/directory/sources/" + text(directory, "source");
        put(path, directory);
        door.post(STEWARD, path + "/imports?whole=true&name=services.json", files.file(text(directory, "file")), JSON);
        directory
                .get("offers")
                .forEach(stage -> put(
                        "/api/v1/journeys/" + text(stage, "map") + "/stages/" + text(stage, "stage") + "/services",
                        stage));
        progress.accept("The directory of services is listed");
    }

    private void describeService(JsonNode service) {
        put("/api/v1/spend/service-lines/" + text(service, "agency") + "/" + text(service, "service"), service);
    }

    private void put(String path, JsonNode body) {
        door.put(STEWARD, path, body);
    }

    private void deliver(JsonNode manifest) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            manifest.get("feeds")
                    .forEach(feed -> all.add(CompletableFuture.runAsync(() -> deliverFeed(feed), workers)));
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof PlainFailure plain) {
                throw plain;
            }
            throw failed;
        }
    }

    private void deliverFeed(JsonNode feed) {
        String code = text(feed, "feed");
        String path = "/api/v1/" + text(feed, "service") + "/feeds/" + code;
        String client = "agency-" + text(feed, "agency");
        door.put(client, path, registration(feed));
        Deliveries deliveries = new Deliveries(door, files, client, path);
        long rows = text(feed, "how").equals("pull") ? deliveries.pull() : deliveries.push(feed.get("deliveries"));
        progress.accept("%s: %,d rows".formatted(code, rows));
    }

    private Map<String, Object> registration(JsonNode feed) {
        Map<String, Object> all = new HashMap<>();
        for (String field : List.of("agency", "kind", "policy")) {
            all.put(field, text(feed, field));
        }
        if (feed.hasNonNull("pullPath")) {
            all.put("pull", Map.of("url", agencies + "/" + text(feed, "pullPath")));
        }
        return all;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
