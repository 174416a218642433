package org.totalplace.intake.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Policy;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.DateOrder;
import org.totalplace.intake.reading.matrix.MoneyUnit;
import org.totalplace.intake.reading.matrix.Phases;
import org.totalplace.intake.reading.matrix.Stated;
import org.totalplace.intake.schedule.Schedule;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Registering feeds: what may be said, checked before it is saved. */
final class FeedRegistration {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    /** Where the health of all feeds is asked. */
    private static final String TAKEN = "health";

    private static final int LONGEST_URL = 2_000;

    private final Feeds feeds;
    private final DeliveryReader reader;
    private final List<Fetches> fetches;

    /** @param fetches none where nothing is fetched */
    FeedRegistration(Feeds feeds, DeliveryReader reader, List<Fetches> fetches) {
        this.feeds = feeds;
        this.reader = reader;
        this.fetches = List.copyOf(fetches);
    }

    /** The body of {@code PUT .../feeds/{feed}}; only agency and kind are needed. */
    record Request(
            @Nullable String agency,
            @Nullable String kind,
            @Nullable String policy,
            @Nullable String schedule,
            @Nullable Pull pull,
            @Nullable Map<String, String> mapping,
            @Nullable String dateOrder,
            @Nullable String phase,
            @Nullable String unit) {}

    /** @param url where the platform fetches deliveries from */
    @Schema(name = "PullFrom")
    record Pull(@Nullable String url) {}

    /** A feed as the API shows it. */
    record Shown(
            String feed,
            String agency,
            String kind,
            String policy,
            @Nullable String schedule,
            @Nullable Pull pull,
            Map<String, String> mapping,
            @Nullable String dateOrder,
            @Nullable String phase,
            @Nullable String unit) {

        static Shown of(Feed feed) {
            DateOrder order = feed.dateOrder();
            Schedule schedule = feed.schedule();
            MoneyUnit unit = feed.stated().unit();
            return new Shown(
                    feed.code(),
                    feed.agency().value(),
                    feed.kind(),
                    feed.policy().code(),
                    schedule == null ? null : schedule.text(),
                    feed.pullUrl() == null ? null : new Pull(feed.pullUrl()),
                    feed.mapping(),
                    order == null ? null : order.code(),
                    feed.stated().phase(),
                    unit == null ? null : unit.code());
        }
    }

    Mono<Shown> register(String code, Request request, Caller caller) {
        return Mono.fromSupplier(() -> checked(code, request))
                .doOnNext(feed -> caller.requireAgency(feed.agency()))
                .flatMap(this::withGoodAddress)
                .flatMap(feeds::save)
                .map(Shown::of);
    }

    /** Looks the address's host up, which blocks. */
    private Mono<Feed> withGoodAddress(Feed feed) {
        String url = feed.pullUrl();
        if (url == null) {
            return Mono.just(feed);
        }
        return Mono.fromCallable(() -> {
                    for (Fetches fetching : fetches) {
                        fetching.objection(url).ifPresent(why -> {
                            throw Problem.badInput(
                                    "pull.url", "bad-address", "This address cannot be pulled from: " + why + ".");
                        });
                    }
                    return feed;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Feed checked(String code, Request request) {
        if (!CODE.matcher(code).matches() || code.equals(TAKEN)) {
            throw Problem.badInput(
                    "feed",
                    "invalid-code",
                    "A feed code is 1 to 80 lower-case letters, digits and hyphens, and not the word '" + TAKEN
                            + "'; it was '" + code + "'.");
        }
        Receiving receiving = reader.receivings().get(Objects.requireNonNullElse(request.kind(), ""));
        if (receiving == null) {
            String kinds = String.join(", ", new TreeSet<>(reader.receivings().keySet()));
            throw Problem.badInput(
                    "kind",
                    "unknown-kind",
                    "This service takes feeds of the kind " + kinds + ", not '" + request.kind() + "'.");
        }
        return new Feed(
                code,
                agency(Objects.requireNonNullElse(request.agency(), "")),
                receiving.layout().kind(),
                Objects.requireNonNullElse(
                        said("policy", request.policy(), Policy::ofCode),
                        receiving.layout().defaultPolicy()),
                url(request.pull()),
                mapping(request.mapping(), receiving.layout()),
                request.mapping() != null && !request.mapping().isEmpty(),
                said("dateOrder", request.dateOrder(), DateOrder::ofCode),
                said("schedule", request.schedule(), Schedule::parse),
                new Stated(
                        said("phase", request.phase(), Phases::ofCode),
                        said("unit", request.unit(), MoneyUnit::ofCode)));
    }

    private static @Nullable String url(@Nullable Pull pull) {
        String url = pull == null ? null : pull.url();
        if (url != null && (url.isBlank() || url.length() > LONGEST_URL || hasControls(url))) {
            throw Problem.badInput(
                    "pull.url",
                    "bad-address",
                    "An address has 1 to " + LONGEST_URL + " characters, none of which is a control character.");
        }
        return url;
    }

    private static Map<String, String> mapping(@Nullable Map<String, String> said, RecordLayout layout) {
        Map<String, String> mapping = said == null ? Map.of() : said;
        mapping.forEach((field, header) -> {
            if (layout.fields().stream().noneMatch(known -> known.name().equals(field))) {
                throw Problem.badInput(
                        "mapping." + field.replaceAll("\\p{Cntrl}", ""),
                        "unknown-field",
                        "A record of " + layout.kind() + " has no such field; it has "
                                + String.join(
                                        ", ",
                                        layout.fields().stream()
                                                .map(known -> known.name())
                                                .toList())
                                + ".");
            }
            if (header == null || header.isBlank() || header.indexOf('\0') >= 0) {
                throw Problem.badInput(
                        "mapping." + field, "invalid-header", "Name the header of the column for '" + field + "'.");
            }
        });
        return mapping;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static AgencyCode agency(String code) {
        return Objects.requireNonNull(said("agency", code, AgencyCode::new));
    }

    private static <T> @Nullable T said(String path, @Nullable String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException invalid) {
            throw Problem.badInput(path, "invalid-value", Objects.toString(invalid.getMessage()));
        }
    }
}
