package org.totalplace.sample.directory;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.OutputFolder;

/**
 * The directory that Northmoor's county keeps, in the shape of Open Referral UK, and what stages of journeys offer of
 * it. Some entries have not been checked for years, as in real directories.
 *
 * @param source its code
 * @param file below the folder of the sample
 * @param offers by map and stage, as {@code PUT .../stages/{stage}/services} takes them
 */
public record ServiceDirectory(String source, String name, String file, List<Map<String, Object>> offers) {

    private static final List<String> TOWNS =
            List.of("Northmoor", "Thornby", "Elmhithe", "Castle Wray", "Moorby", "Skelder");

    /** Nobody has checked an entry after this day. */
    private static final LocalDate LAST_CHECKED = LocalDate.of(2025, 3, 31);

    private static final int OLDEST_DAYS = 800;

    /** Long, so that a place of a year that is past is not stale altogether. */
    private static final int STALE_AFTER_DAYS = 1_000;

    public ServiceDirectory {
        offers = List.copyOf(offers);
    }

    /** Writes the directory's file; the same seed gives the same bytes. */
    public static ServiceDirectory write(OutputFolder folder, long seed) throws IOException {
        Draw draw = Draw.of(seed, "directory");
        List<Object> services = new ArrayList<>();
        for (Kind kind : Kind.ALL) {
            for (int town = 0; town < kind.towns(); town++) {
                services.add(service(kind, town, draw));
            }
        }
        String file = "directory/services.json";
        folder.write(file, Json.page(Json.object("contents", services)));
        return new ServiceDirectory("northmoor", "Northmoor County Council’s directory", file, allOffers());
    }

    /** As the manifest has it. */
    public Map<String, Object> json() {
        return Json.object(
                "source", source, "name", name, "staleAfterDays", STALE_AFTER_DAYS, "file", file, "offers", offers);
    }

    private static Map<String, Object> service(Kind kind, int town, Draw draw) {
        String place = TOWNS.get(town);
        String id = id(kind.kind() + " " + place);
        LocalDate checked = LAST_CHECKED.minusDays(draw.below(OLDEST_DAYS));
        boolean visits =
                kind.access().contains("Visits at home") || kind.access().isEmpty();
        return Json.object(
                "id",
                id,
                "name",
                kind.towns() == 1 ? kind.name() : kind.name() + ", " + place,
                "description",
                kind.description(),
                "status",
                "active",
                "email",
                kind.kind() + "@" + place.toLowerCase(Locale.ROOT).replace(" ", "") + ".example",
                "url",
                "https://northmoor.example/services/" + id,
                "minimum_age",
                number(kind.least()),
                "maximum_age",
                number(kind.most()),
                "assured_date",
                checked,
                "last_modified",
                checked + "T09:00:00Z",
                "organization",
                organization(kind, place),
                "phones",
                List.of(Json.object("id", id(id + " phone"), "number", "01632 960%03d".formatted(draw.below(1000)))),
                "schedules",
                List.of(schedule(kind, id)),
                "languages",
                kind.language().isEmpty()
                        ? null
                        : List.of(Json.object("id", id(id + " language"), "name", kind.language())),
                "cost_options",
                List.of(cost(kind, id)),
                "attributes",
                List.of(need(kind, id)),
                "service_at_locations",
                visits ? null : List.of(atLocation(kind, id, town, draw)));
    }

    private static Map<String, Object> organization(Kind kind, String place) {
        String name = kind.provider().replace("{town}", place);
        return Json.object("id", id("organization " + name), "name", name, "description", kind.body());
    }

    private static Map<String, Object> schedule(Kind kind, String service) {
        return Json.object(
                "id", id(service + " schedule"),
                "freq", "WEEKLY",
                "byday", kind.times().byday(),
                "opens_at", kind.times().opens(),
                "closes_at", kind.times().closes());
    }

    private static Map<String, Object> cost(Kind kind, String service) {
        boolean free = kind.fee().isEmpty();
        return Json.object(
                "id", id(service + " cost"),
                "option", free ? "Free" : "Everybody",
                "amount", free ? Integer.valueOf(0) : new BigDecimal(kind.fee()));
    }

    private static Map<String, Object> need(Kind kind, String service) {
        return Json.object(
                "id", id(service + " need"),
                "link_entity", "service",
                "taxonomy_term",
                        Json.object("id", kind.need(), "name", kind.needName(), "taxonomy", "northmoor-needs"));
    }

    private static Map<String, Object> atLocation(Kind kind, String service, int town, Draw draw) {
        String place = TOWNS.get(town);
        List<Object> access = new ArrayList<>();
        kind.access().forEach(words -> access.add(Json.object("id", id(service + words), "description", words)));
        Map<String, Object> location = Json.object(
                "id", id(service + " location"),
                "location_type", "physical",
                "name", place + " Community Centre",
                "latitude", BigDecimal.valueOf(54_000 + town * 45L + draw.below(20), 3),
                "longitude", BigDecimal.valueOf(-2_000 - town * 60L - draw.below(20), 3),
                "addresses",
                        List.of(Json.object(
                                "id",
                                id(service + " address"),
                                "address_1",
                                1 + draw.below(80) + " High Street",
                                "city",
                                place,
                                "postal_code",
                                "NM%d %dAB".formatted(town + 1, 1 + draw.below(4)),
                                "country",
                                "GB",
                                "address_type",
                                "physical")),
                "accessibility", access);
        return Json.object("id", id(service + " at"), "location", location);
    }

    /** What helps at each stage, with the service line that pays for it. */
    private static List<Map<String, Object>> allOffers() {
        Map<List<String>, List<Object>> byStage = new LinkedHashMap<>();
        for (Kind kind : Kind.ALL) {
            if (!kind.journey().isEmpty()) {
                byStage.computeIfAbsent(List.of(kind.journey(), kind.stage()), stage -> new ArrayList<>())
                        .addAll(offers(kind));
            }
        }
        return byStage.entrySet().stream()
                .map(stage -> Json.object(
                        "map", stage.getKey().getFirst(),
                        "stage", stage.getKey().getLast(),
                        "offers", stage.getValue()))
                .toList();
    }

    /** By the need, where one kind alone meets it, else service by service. */
    private static List<Map<String, Object>> offers(Kind kind) {
        List<Object> lines = kind.line().isEmpty()
                ? List.of()
                : List.of(Json.object(
                        "agency", kind.line().getFirst(), "service", kind.line().getLast()));
        boolean alone = Kind.ALL.stream()
                        .filter(other -> other.need().equals(kind.need()))
                        .count()
                == 1;
        return alone
                ? List.of(Json.object("term", kind.need(), "lines", lines))
                : TOWNS.subList(0, kind.towns()).stream()
                        .map(town -> Json.object("service", id(kind.kind() + " " + town), "lines", lines))
                        .toList();
    }

    private static @Nullable Integer number(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(("northmoor " + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
