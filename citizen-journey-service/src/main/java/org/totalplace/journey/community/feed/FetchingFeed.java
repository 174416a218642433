package org.totalplace.journey.community.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.journey.community.listing.DirectoryFile;
import org.totalplace.journey.community.listing.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads all pages of a feed of the standard, and each service in full where its list tells less. A service that cannot
 * be fetched stays as it was; a page that cannot, and nothing of the feed is taken.
 */
final class FetchingFeed {

    /** Two hundred thousand services: more is a feed that never ends. */
    private static final int MOST_PAGES = 2_000;

    private static final int A_PAGE = 100;
    private static final int MOST_SERVICES = 20_000;

    /** From the first page to the last service. */
    private static final Duration WITHIN = Duration.ofMinutes(12);

    /** All answers together: they are held until the last one is there. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Function<URI, FeedAnswer> asking;
    private final String url;
    private final InstantSource clock;
    private final Instant end;
    private final Map<String, ObjectNode> services = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long bytes;

    /** @param url below which {@code /services} is */
    FetchingFeed(Function<URI, FeedAnswer> asking, String url, InstantSource clock) {
        this.asking = asking;
        this.clock = clock;
        this.end = clock.instant().plus(WITHIN);
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private FeedAnswer ask(URI address) {
        if (clock.instant().isAfter(end)) {
            return new FeedAnswer.Failed("the feed took longer than " + WITHIN.toMinutes() + " minutes");
        }
        if (bytes > MOST_BYTES) {
            return tooMuch();
        }
        FeedAnswer answer = asking.apply(address);
        if (answer instanceof FeedAnswer.Told told) {
            bytes += told.bytes();
        }
        return bytes > MOST_BYTES ? tooMuch() : answer;
    }

    private static FeedAnswer.Failed tooMuch() {
        return new FeedAnswer.Failed("the feed tells more than " + MOST_BYTES / (1024 * 1024) + " MB");
    }

    DirectoryFile fetch() {
        for (int page = 1; page <= MOST_PAGES; page++) {
            switch (ask(page(page))) {
                case FeedAnswer.Failed(String why) -> {
                    return new DirectoryFile.Unreadable("Page " + page + " could not be fetched: " + why + ".");
                }
                case FeedAnswer.Told(JsonNode told, int length) -> {
                    if (!told.path("contents").isArray()) {
                        return new DirectoryFile.Unreadable("Page " + page
                                + " has no 'contents': expected is a page of Open Referral UK. Check the address; it is"
                                + " the one below which /services is.");
                    }
                    int known = services.size();
                    take(told.path("contents"));
                    boolean empty = told.path("contents").isEmpty();
                    boolean last = isLast(told, page);
                    if (empty ? !last : services.size() == known) {
                        return new DirectoryFile.Unreadable("Page " + page
                                + (empty
                                        ? " is empty though more are to come"
                                        : " tells nothing that was not told before")
                                + ", so the feed is not whole: its pages do not follow each other. Tell who keeps it.");
                    }
                    if (services.size() > MOST_SERVICES) {
                        return new DirectoryFile.Unreadable(
                                "The feed has more than " + MOST_SERVICES + " services, which is the limit.");
                    }
                    if (last) {
                        return whole(told.path("total_items").asInt(0));
                    }
                }
            }
        }
        return new DirectoryFile.Unreadable("The feed has more than " + MOST_PAGES + " pages, or never ends.");
    }

    /** While a feed is read it may change, so that a service comes on two pages. */
    private void take(JsonNode contents) {
        contents.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(service -> {
                    String id = service.path("id").asString("");
                    services.putIfAbsent(id.isEmpty() ? "without an id " + services.size() : id, service);
                });
    }

    /** A feed that tells neither ends with an empty page. */
    private static boolean isLast(JsonNode told, int page) {
        boolean counted = told.path("total_pages").isNumber();
        if (told.path("last_page").asBoolean(false)
                || counted && page >= told.path("total_pages").asInt(0)) {
            return true;
        }
        return !counted && !told.has("last_page") && told.path("contents").isEmpty();
    }

    /** A feed that told fewer services than it says to have is a part: what it did not name stays. */
    private DirectoryFile whole(int said) {
        boolean part = services.size() < said;
        if (part) {
            findings.add(new Finding(
                    Finding.Kind.NOTED,
                    "",
                    "total_items",
                    "The feed says that it has " + said + " services and told " + services.size()
                            + "; nothing is taken off the list. Tell who keeps it."));
        }
        List<ObjectNode> full = services.values().stream().map(this::full).toList();
        return new DirectoryFile.Read("a feed of Open Referral UK", part, false, full, List.of(), findings);
    }

    private ObjectNode full(ObjectNode listed) {
        String id = listed.path("id").asString("");
        if (id.isEmpty() || listed.has("service_at_locations") || listed.has("schedules")) {
            return listed;
        }
        URI address = UriComponentsBuilder.fromUriString(url + "/services/{id}")
                .encode()
                .buildAndExpand(id)
                .toUri();
        return switch (ask(address)) {
            case FeedAnswer.Told(JsonNode told, int length)
            when told instanceof ObjectNode service
                    && service.path("id").asString("").equals(id) -> service;
            case FeedAnswer.Told other -> kept(listed, "its address tells another service");
            case FeedAnswer.Failed(String why) -> kept(listed, why);
        };
    }

    /** Without a name the service is refused, and what is held of it stays. */
    private ObjectNode kept(ObjectNode listed, String why) {
        String id = listed.path("id").asString("");
        findings.add(new Finding(
                Finding.Kind.NOTED, id, "", "It could not be fetched in full, so it stays as it was: " + why + "."));
        ObjectNode bare = listed.deepCopy();
        bare.remove("name");
        return bare;
    }

    private URI page(int number) {
        return UriComponentsBuilder.fromUriString(url + "/services")
                .queryParam("page", number)
                .queryParam("per_page", A_PAGE)
                .build()
                .toUri();
    }
}
