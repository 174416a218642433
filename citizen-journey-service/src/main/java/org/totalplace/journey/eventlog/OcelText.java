package org.totalplace.journey.eventlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log as OCEL 2.0 JSON: an event for every time in a stage, of the person and by the agency. What was left out stands
 * in an object of the type {@code export}.
 */
record OcelText(SharedLog log, JsonMapper json) {

    private static final String PERSON = "person";
    private static final String AGENCY = "agency";
    private static final String EXPORT = "export";
    private static final List<String> FACTS = List.of("map", "year", "dates", "personsLeftOut");

    /** In pieces, for a log may be long. */
    Stream<String> pieces() {
        return Stream.of(
                        Stream.of("{\"objectTypes\":" + json.writeValueAsString(objectTypes()) + ",\"eventTypes\":"
                                + json.writeValueAsString(eventTypes()) + ",\"objects\":["),
                        listed(objects()),
                        Stream.of("],\"events\":["),
                        listed(log.cases().stream().flatMap(OcelText::events)),
                        Stream.of("]}"))
                .flatMap(part -> part);
    }

    private Stream<String> listed(Stream<Map<String, Object>> elements) {
        boolean[] begun = {false};
        return elements.map(element -> {
            String text = json.writeValueAsString(element);
            String piece = begun[0] ? "," + text : text;
            begun[0] = true;
            return piece;
        });
    }

    private static List<Map<String, Object>> objectTypes() {
        return List.of(
                Map.of("name", PERSON, "attributes", List.of()),
                Map.of("name", AGENCY, "attributes", List.of()),
                Map.of(
                        "name",
                        EXPORT,
                        "attributes",
                        FACTS.stream()
                                .map(name -> Map.of("name", name, "type", "string"))
                                .toList()));
    }

    private List<Map<String, Object>> eventTypes() {
        return stages().stream()
                .<Map<String, Object>>map(
                        stage -> Map.of("name", stage, "attributes", List.of(Map.of("name", "until", "type", "time"))))
                .toList();
    }

    private List<String> stages() {
        return events().map(LogCase.Event::stage).distinct().sorted().toList();
    }

    private Stream<LogCase.Event> events() {
        return log.cases().stream().flatMap(each -> each.events().stream());
    }

    private Stream<Map<String, Object>> objects() {
        Stream<Map<String, Object>> persons = log.cases().stream().map(each -> object(each.id(), PERSON, List.of()));
        Stream<Map<String, Object>> agencies = events().map(LogCase.Event::agency)
                .distinct()
                .sorted()
                .map(agency -> object(agencyId(agency), AGENCY, List.of()));
        List<String> facts =
                List.of(log.map(), log.year(), log.dates().code(), log.leftOut().shown());
        List<Object> attributes = new ArrayList<>();
        IntStream.range(0, FACTS.size())
                .forEach(i -> attributes.add(
                        Map.of("name", FACTS.get(i), "time", "1970-01-01T00:00:00Z", "value", facts.get(i))));
        return Stream.of(persons, agencies, Stream.of(object(EXPORT, EXPORT, attributes)))
                .flatMap(part -> part);
    }

    private static Map<String, Object> object(String id, String type, List<Object> attributes) {
        return Map.of("id", id, "type", type, "attributes", attributes, "relationships", List.of());
    }

    private static Stream<Map<String, Object>> events(LogCase of) {
        return IntStream.range(0, of.events().size())
                .mapToObj(i -> event(of, of.events().get(i), of.id() + "-" + (i + 1)));
    }

    private static Map<String, Object> event(LogCase of, LogCase.Event event, String id) {
        return Map.of(
                "id",
                id,
                "type",
                event.stage(),
                "time",
                time(event.start()),
                "attributes",
                List.of(Map.of("name", "until", "value", time(event.end()))),
                "relationships",
                List.of(
                        Map.of("objectId", of.id(), "qualifier", "of"),
                        Map.of("objectId", agencyId(event.agency()), "qualifier", "by")));
    }

    private static String agencyId(String agency) {
        return "agency-" + agency;
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
