package org.totalplace.gateway.page.directory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.JsonNode;

/**
 * A service ready to print.
 *
 * @param closed whether it is not to be had at present
 * @param paragraphs of its description
 * @param times in words
 * @param costs in words
 * @param forWhom in words
 * @param checked how old the information is, in a sentence
 * @param stale whether that is too old
 */
record ServiceShown(
        String id,
        String name,
        @Nullable String provider,
        @Nullable String status,
        boolean closed,
        @Nullable String alert,
        List<String> paragraphs,
        Reach reach,
        List<Place> places,
        List<String> times,
        List<String> costs,
        List<String> forWhom,
        @Nullable String process,
        List<String> needs,
        List<String> languages,
        String checked,
        boolean stale,
        String keeper) {

    private static final int LONGEST_SUMMARY = 240;

    /** How somebody gets in touch. */
    record Reach(
            List<Phone> phones,
            List<String> emails,
            @Nullable String url) {}

    /** @param dial what a telephone is told to dial */
    record Phone(String number, String dial) {}

    /** @param address in one line */
    record Place(String name, String address, List<String> access) {}

    static ServiceShown of(JsonNode service, Words words) {
        JsonNode added = service.path("total_place");
        String status = service.path("status").asString("active");
        return new ServiceShown(
                service.path("id").asString(""),
                service.path("name").asString(""),
                text(service.path("organization"), "name"),
                status.equals("active") ? null : status,
                !status.equals("active"),
                text(service, "alert"),
                paragraphs(service.path("description").asString("")),
                new Reach(phones(service), emails(service), text(service, "url")),
                places(service),
                schedules(service)
                        .map(new ScheduleWords(words)::of)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList(),
                costs(service, words),
                forWhom(service, words),
                text(service, "application_process"),
                texts(service.path("attributes")
                        .valueStream()
                        .map(each -> each.path("taxonomy_term").path("name"))),
                texts(service.path("languages")
                        .valueStream()
                        .map(each -> each.has("name") ? each.path("name") : each.path("code"))),
                checked(added, words),
                added.path("stale").asBoolean(true),
                added.path("source_name").asString(words.say("service.a-directory")));
    }

    /** The first sentences, for a list. */
    public String summary() {
        String first = paragraphs.isEmpty() ? "" : paragraphs.getFirst();
        if (first.length() <= LONGEST_SUMMARY) {
            return first;
        }
        int blank = first.lastIndexOf(' ', LONGEST_SUMMARY);
        return first.substring(0, blank > 0 ? blank : LONGEST_SUMMARY) + " …";
    }

    private static String checked(JsonNode added, Words words) {
        String day = added.path("checked_on").asString("");
        if (day.isEmpty()) {
            return words.say("service.never-checked");
        }
        return words.say(
                "service.checked",
                added.path("checked_basis").asString(""),
                words.day(day),
                added.path("days_since_checked").asLong(0));
    }

    private static List<String> paragraphs(String description) {
        return Stream.of(description.split("\\R\\s*\\R|\\R", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static List<Phone> phones(JsonNode service) {
        return Stream.concat(
                        service.path("phones").valueStream(),
                        service.path("contacts")
                                .valueStream()
                                .flatMap(contact -> contact.path("phones").valueStream()))
                .map(phone ->
                        phone.path("number").asString("").replace("\"", "").strip())
                .filter(number -> !number.isEmpty())
                .distinct()
                .map(number -> new Phone(number, number.replaceAll("[^0-9+]", "")))
                .toList();
    }

    private static List<String> emails(JsonNode service) {
        return texts(Stream.concat(
                Stream.of(service.path("email")),
                service.path("contacts").valueStream().map(contact -> contact.path("email"))));
    }

    private static List<Place> places(JsonNode service) {
        return locations(service)
                .map(location -> new Place(
                        location.path("name").asString(""),
                        address(location.path("addresses").path(0)),
                        texts(location.path("accessibility").valueStream().map(access -> access.path("description")))))
                .distinct()
                .toList();
    }

    private static String address(JsonNode address) {
        return String.join(
                ", ",
                texts(Stream.of("address_1", "address_2", "city", "region", "postal_code")
                        .map(address::path)));
    }

    private static List<String> costs(JsonNode service, Words words) {
        Stream<String> options = service.path("cost_options").valueStream().map(option -> cost(option, words));
        return Stream.concat(options, Stream.of(service.path("fees_description").asString("")))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static String cost(JsonNode option, Words words) {
        String who = option.path("option").asString("");
        if (!option.path("amount").isNumber()) {
            return who;
        }
        BigDecimal given = option.path("amount").decimalValue();
        boolean free = given.signum() == 0;
        String pounds = free ? words.say("service.free") : "£" + given.setScale(2, RoundingMode.HALF_UP);
        String unit = option.path("amount_description").asString("");
        String amount = free || unit.isEmpty() ? pounds : pounds + " " + unit;
        return who.isEmpty() || who.equals("Free") ? amount : who + ": " + amount.toLowerCase(Locale.UK);
    }

    private static List<String> forWhom(JsonNode service, Words words) {
        String least = service.path("minimum_age").asString("");
        String most = service.path("maximum_age").asString("");
        String ages = "";
        if (!least.isEmpty() && !most.isEmpty()) {
            ages = words.say("service.ages", least, most);
        } else if (!least.isEmpty()) {
            ages = words.say("service.age-from", least);
        } else if (!most.isEmpty()) {
            ages = words.say("service.age-to", most);
        }
        return Stream.of(ages, service.path("eligibility_description").asString(""))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> locations(JsonNode service) {
        return service.path("service_at_locations").valueStream().map(at -> at.path("location"));
    }

    private static Stream<JsonNode> schedules(JsonNode service) {
        return Stream.of(
                        service.path("schedules").valueStream(),
                        service.path("service_at_locations")
                                .valueStream()
                                .flatMap(at -> at.path("schedules").valueStream()),
                        locations(service)
                                .flatMap(location -> location.path("schedules").valueStream()))
                .flatMap(all -> all);
    }

    private static List<String> texts(Stream<JsonNode> nodes) {
        return nodes.map(node -> node.asString("").strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.has(member) ? node.path(member).asString("") : null;
    }
}
