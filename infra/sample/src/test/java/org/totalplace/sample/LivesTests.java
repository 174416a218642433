package org.totalplace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.sample.contacts.JourneyMap;
import org.totalplace.sample.outcomes.Measure;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.ServiceLine;

class LivesTests {

    private static final List<String> AGENCIES = List.of("county", "nhs-trust", "probation");

    @TempDir
    static Path folder;

    private static WrittenPlace place;
    private static final Set<String> KNOWN = new HashSet<>();
    private static final Set<String> UNKNOWN = new HashSet<>();
    private static List<NamedCsvRecord> contacts = List.of();

    @BeforeAll
    static void write() throws IOException {
        place = WrittenPlace.of(folder, SamplePlace.DEFAULT_PERSONS);
        place.csv("truth/persons.csv").forEach(row -> KNOWN.add(row.getField("agency") + row.getField("reference")));
        contacts = place.csv("truth/contacts.csv");
        place.csv("truth/contacts-unknown.csv")
                .forEach(row -> UNKNOWN.add(row.getField("agency") + row.getField("references")));
    }

    @Test
    void every_contact_is_with_a_known_person_or_listed_as_unknown() throws IOException {
        assertThat(UNKNOWN).isNotEmpty().doesNotContainAnyElementsOf(KNOWN);
        for (String agency : AGENCIES) {
            for (NamedCsvRecord contact : place.csv("feeds/journeys/" + agency + "-contacts.csv")) {
                String reference = agency + contact.getField(1);
                assertThat(KNOWN.contains(reference) || UNKNOWN.contains(reference))
                        .as(reference)
                        .isTrue();
            }
        }
    }

    @Test
    void record_ids_are_unique_within_an_agency() {
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord contact : contacts) {
            assertThat(seen.add(contact.getField("agency") + contact.getField("recordId")))
                    .isTrue();
        }
    }

    @Test
    void contacts_begin_in_the_year_and_do_not_end_before_they_begin() {
        assertThat(contacts).allSatisfy(contact -> {
            LocalDate start = LocalDate.parse(contact.getField("start"));
            assertThat(start).isBetween(Northmoor.YEAR.firstDay(), Northmoor.YEAR.lastDay());
            if (!contact.getField("end").isEmpty()) {
                assertThat(LocalDate.parse(contact.getField("end"))).isBetween(start, Northmoor.YEAR.lastDay());
            }
        });
    }

    @Test
    void residents_take_up_no_more_than_the_whole_places_activity_of_a_service() {
        Map<String, Long> taken = new HashMap<>();
        contacts.forEach(contact -> taken.merge(
                contact.getField("agency") + "/" + contact.getField("service"),
                Long.valueOf(contact.getField("units")),
                Long::sum));
        Map<String, Long> activity = new HashMap<>();
        for (ServiceLine line : Northmoor.place().services()) {
            activity.put(line.agency() + "/" + line.code(), line.activity());
        }

        taken.forEach((service, units) ->
                assertThat(activity.getOrDefault(service, 0L)).as(service).isGreaterThan(units));
    }

    @Test
    void every_journey_has_rules_for_all_its_stages_and_no_contact_fits_two_rules() {
        Set<String> taken = new HashSet<>();
        for (JourneyMap map : JourneyMap.all()) {
            assertThat(map.rules().stream().map(JourneyMap.Rule::stage).distinct())
                    .containsExactlyInAnyOrderElementsOf(map.stages());
            for (JourneyMap.Rule rule : map.rules()) {
                String contact = rule.agency() + "/" + rule.service() + "/" + rule.type();
                assertThat(taken.add(contact)).as(contact).isTrue();
            }
        }
    }

    @Test
    void some_contacts_are_mapped_to_every_stage_and_some_to_none() {
        Set<String> stages = new HashSet<>();
        contacts.forEach(contact -> stages.add(contact.getField("map") + "/" + contact.getField("stage")));

        assertThat(stages).hasSize(4 * 5 + 1).contains("/");
    }

    @Test
    void the_planted_effects_are_found_again() throws IOException {
        Map<String, double[]> change = new HashMap<>();
        for (NamedCsvRecord row : place.csv("truth/outcomes.csv")) {
            double[] sum =
                    change.computeIfAbsent(row.getField("measure") + row.getField("supported"), _ -> new double[2]);
            sum[0]++;
            sum[1] += Integer.parseInt(row.getField("latest")) - Integer.parseInt(row.getField("baseline"));
        }

        for (Measure measure : Measure.all()) {
            double[] with = Objects.requireNonNull(change.get(measure.code() + "true"));
            double[] without = Objects.requireNonNull(change.get(measure.code() + "false"));
            double effect = with[1] / with[0] - without[1] / without[0];
            assertThat(effect)
                    .as(measure.code())
                    .isCloseTo(measure.effect() / 10.0, within(measure.maximum() * 0.03 + 0.15));
        }
    }

    @Test
    void observations_are_of_known_persons_and_within_their_measures_range() throws IOException {
        Map<String, Measure> measures = new HashMap<>();
        Measure.all().forEach(measure -> measures.put(measure.code(), measure));
        for (NamedCsvRecord row : place.csv("feeds/outcomes/housing-outcomes.csv")) {
            Measure measure = Objects.requireNonNull(measures.get(row.getField("measure")));
            assertThat(KNOWN).contains("housing" + row.getField("reference"));
            assertThat(Integer.parseInt(row.getField("value"))).isBetween(measure.minimum(), measure.maximum());
            assertThat(LocalDate.parse(row.getField("observedAt")))
                    .isBetween(Northmoor.YEAR.firstDay(), Northmoor.YEAR.lastDay());
        }
    }
}
