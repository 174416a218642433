package org.totalplace.journey.community.listing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks one service and finds out by what it is found. */
public final class ServiceChecks {

    private static final Set<String> STATUSES = Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final int LONGEST_ID = 200;

    /** What is longer no search index of the database holds. */
    private static final int LARGEST = 256 * 1024;

    private final LocalDate today;

    /** @param today dates after it cannot be of the past */
    public ServiceChecks(LocalDate today) {
        this.today = today;
    }

    /** @param where in the file the service stands, for one without an id */
    public Checked check(ObjectNode given, String where) {
        String id = given.path("id").asString("").strip();
        if (id.isEmpty() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            return refused(
                    where,
                    "id",
                    "A service needs an id of at most " + LONGEST_ID
                            + " characters, the same in every file; give it one in the directory.");
        }
        List<Finding> findings = new ArrayList<>();
        ObjectNode service = FieldChecks.sound(given, id, findings);
        if (service.path("name").asString("").isBlank()) {
            return refused(id, "name", "A service needs a name; give it one in the directory.");
        }
        if (service.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return refused(
                    id,
                    "",
                    "It is larger than " + LARGEST / 1024 + " KB, which is the limit; shorten its longest texts in the"
                            + " directory.");
        }
        tooLong(service, id, findings);
        status(service, id, findings);
        ages(service, id, findings);
        points(service, id, findings);
        LocalDate assured = assured(service, id, findings);
        note(service, id, findings);
        return new Checked.Sound(listing(id, service, assured), findings);
    }

    private static Checked refused(String service, String path, String message) {
        return new Checked.Refused(List.of(new Finding(Finding.Kind.REFUSED, service, path, message)));
    }

    /** Ids by which services are found are short. */
    private static void tooLong(ObjectNode service, String id, List<Finding> findings) {
        Stream.concat(
                        Stream.of(service.path("organization")),
                        service.path("attributes").valueStream().map(attribute -> attribute.path("taxonomy_term")))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(holder -> Stream.of("id", "parent_id", "taxonomy", "taxonomy_id")
                        .filter(member -> holder.path(member).asString("").length() > LONGEST_ID)
                        .forEach(member -> {
                            holder.remove(member);
                            findings.add(new Finding(
                                    Finding.Kind.LEFT_OUT,
                                    id,
                                    member,
                                    "It is longer than " + LONGEST_ID + " characters; shorten it in the directory."));
                        }));
    }

    private static void status(ObjectNode service, String id, List<Finding> findings) {
        String given =
                service.path("status").asString("").toLowerCase(Locale.ROOT).strip();
        if (given.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.NOTED, id, "status", "It has no status and is taken as active; say which it has."));
        } else if (!STATUSES.contains(given)) {
            findings.add(new Finding(
                    Finding.Kind.LEFT_OUT,
                    id,
                    "status",
                    "'" + given + "' is none of " + STATUSES.stream().sorted().toList()
                            + "; the service is not shown as active until it is corrected."));
        }
        service.put("status", given.isEmpty() ? "active" : STATUSES.contains(given) ? given : "inactive");
    }

    private static void ages(ObjectNode service, String id, List<Finding> findings) {
        BigDecimal least = number(service, "minimum_age");
        BigDecimal most = number(service, "maximum_age");
        if (least != null && most != null && least.compareTo(most) > 0) {
            findings.add(new Finding(
                    Finding.Kind.LEFT_OUT,
                    id,
                    "minimum_age",
                    "The ages " + least + " to " + most + " are nobody's; both are left out. Correct them."));
            service.remove(List.of("minimum_age", "maximum_age"));
        }
    }

    /** Half a point is none. */
    private static void points(ObjectNode service, String id, List<Finding> findings) {
        locations(service).forEach(location -> {
            if (location.has("latitude") != location.has("longitude") && location instanceof ObjectNode half) {
                half.remove(List.of("latitude", "longitude"));
                findings.add(new Finding(
                        Finding.Kind.LEFT_OUT,
                        id,
                        "location.latitude",
                        "The location '" + half.path("name").asString("without a name")
                                + "' has no point that can be read, so it is not found by nearness; give both"
                                + " figures."));
            }
        });
    }

    private @Nullable LocalDate assured(ObjectNode service, String id, List<Finding> findings) {
        LocalDate assured =
                Cells.date(service.path("assured_date").asString("")).orElse(null);
        if (assured != null && assured.isAfter(today)) {
            findings.add(new Finding(
                    Finding.Kind.LEFT_OUT,
                    id,
                    "assured_date",
                    "Nobody can have checked it on " + assured + ", which is to come; correct the date."));
            service.remove("assured_date");
            return null;
        }
        return assured;
    }

    private void note(ObjectNode service, String id, List<Finding> findings) {
        if (service.path("organization").path("name").asString("").isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.NOTED, id, "organization", "It does not say who provides it; name the organization."));
        }
        if (!service.has("assured_date")) {
            findings.add(new Finding(
                    Finding.Kind.NOTED,
                    id,
                    "assured_date",
                    "It does not say when somebody last checked it; check it and give the date."));
        }
        schedules(service).forEach(schedule -> noteSchedule(schedule, id, findings));
        addresses(service)
                .map(address -> address.path("postal_code").asString(""))
                .filter(code -> !code.isEmpty() && UkPostcode.districtOf(code).isEmpty())
                .distinct()
                .forEach(code -> findings.add(new Finding(
                        Finding.Kind.NOTED,
                        id,
                        "addresses.postal_code",
                        "'" + code + "' is no postcode of the United Kingdom; it is shown, and not found by it.")));
    }

    private void noteSchedule(JsonNode schedule, String id, List<Finding> findings) {
        List<Opening> openings = Openings.of(schedule);
        boolean over = !openings.isEmpty()
                && openings.stream()
                        .allMatch(open -> open.until() != null && open.until().isBefore(today));
        if (over) {
            findings.add(new Finding(
                    Finding.Kind.NOTED,
                    id,
                    "schedules",
                    "A schedule ended on " + openings.getFirst().until()
                            + "; it counts as closed. Give the present times."));
        } else if (openings.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.NOTED,
                    id,
                    "schedules",
                    "A schedule names no day of the week, so it is not found by day; add byday, as MO,TU."));
        }
    }

    private static Listing listing(String id, ObjectNode service, @Nullable LocalDate assured) {
        List<Term> terms = terms(service);
        JsonNode organization = service.path("organization");
        String words = Stream.concat(
                        Stream.of(
                                        service.path("alternate_name"),
                                        service.path("description"),
                                        service.path("eligibility_description"),
                                        organization.path("name"))
                                .map(node -> node.asString("")),
                        terms.stream().map(Term::name))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new Listing(
                id,
                service,
                service.path("name").asString("").strip(),
                service.path("status").asString(""),
                organization.has("id") ? organization.path("id").asString("") : null,
                words,
                locations(service)
                        .flatMap(location -> location.path("accessibility").valueStream())
                        .flatMap(access -> Stream.of(access.path("description"), access.path("details")))
                        .map(node -> node.asString(""))
                        .collect(Collectors.joining(" ")),
                languages(service),
                terms,
                locations(service).map(ServiceChecks::place).distinct().toList(),
                schedules(service)
                        .flatMap(schedule -> Openings.of(schedule).stream())
                        .distinct()
                        .toList(),
                number(service, "minimum_age"),
                number(service, "maximum_age"),
                assured,
                Cells.moment(service.path("last_modified").asString("")).orElse(null));
    }

    private static List<Term> terms(ObjectNode service) {
        return service.path("attributes")
                .valueStream()
                .map(attribute -> attribute.path("taxonomy_term"))
                .filter(term -> term.has("id") && term.has("name"))
                .map(term -> new Term(
                        term.path("id").asString(""),
                        term.path("name").asString(""),
                        text(term, "description"),
                        text(term, "parent_id"),
                        term.has("taxonomy") ? text(term, "taxonomy") : text(term, "taxonomy_id"),
                        text(term, "term_uri")))
                .distinct()
                .toList();
    }

    private static List<String> languages(ObjectNode service) {
        Stream<JsonNode> spoken = Stream.of(
                        Stream.of((JsonNode) service),
                        locations(service),
                        service.path("phones").valueStream())
                .flatMap(all -> all)
                .flatMap(holder -> holder.path("languages").valueStream());
        return spoken.flatMap(language -> Stream.of(language.path("code"), language.path("name")))
                .map(node -> node.asString("").strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_ID)
                .distinct()
                .toList();
    }

    private static Place place(JsonNode location) {
        String district = location.path("addresses")
                .valueStream()
                .flatMap(address ->
                        UkPostcode.districtOf(address.path("postal_code").asString("")).stream())
                .findFirst()
                .orElse(null);
        return new Place(district, number(location, "latitude"), number(location, "longitude"));
    }

    private static Stream<JsonNode> locations(ObjectNode service) {
        return service.path("service_at_locations")
                .valueStream()
                .map(at -> at.path("location"))
                .filter(JsonNode::isObject);
    }

    private static Stream<JsonNode> addresses(ObjectNode service) {
        return locations(service).flatMap(location -> location.path("addresses").valueStream());
    }

    private static Stream<JsonNode> schedules(ObjectNode service) {
        return Stream.of(
                        service.path("schedules").valueStream(),
                        service.path("service_at_locations")
                                .valueStream()
                                .flatMap(at -> at.path("schedules").valueStream()),
                        locations(service)
                                .flatMap(location -> location.path("schedules").valueStream()))
                .flatMap(all -> all);
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.has(member) ? node.path(member).asString("") : null;
    }

    private static @Nullable BigDecimal number(JsonNode node, String member) {
        return node.path(member).isNumber() ? node.path(member).decimalValue() : null;
    }
}
