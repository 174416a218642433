package org.totalplace.sample.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.totalplace.sample.outcomes.Measure;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;

class VoicesTests {

    private static final List<Map<String, Object>> VOICES = Voices.all(2009);

    @Test
    void tell_a_year_in_which_some_was_done_some_declined_and_some_never_answered() {
        assertThat(VOICES).hasSizeGreaterThan(20);
        assertThat(VOICES.stream().map(voice -> voice.get("about"))).doesNotHaveDuplicates();
        Set<String> ends = VOICES.stream().map(VoicesTests::end).collect(Collectors.toSet());
        assertThat(ends).contains("close", "publish").hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void happen_in_the_order_of_their_days_within_their_due_days() {
        for (Map<String, Object> voice : VOICES) {
            LocalDate before = (LocalDate) voice.get("toldOn");
            for (Map<String, Object> step : steps(voice)) {
                LocalDate on = (LocalDate) step.get("on");
                assertThat(on).as(voice.toString()).isAfterOrEqualTo(before);
                before = on;
            }
        }
    }

    @Test
    void point_to_agencies_service_lines_and_measures_that_there_are() {
        String all = Json.page(Map.of("voices", VOICES));
        Set<String> measures = Measure.all().stream().map(Measure::code).collect(Collectors.toSet());
        Set<String> lines = Northmoor.place().services().stream()
                .map(line -> "agency=" + line.agency() + "&service=" + line.code())
                .collect(Collectors.toSet());
        for (Map<String, Object> voice : VOICES) {
            for (Map<String, Object> step : steps(voice)) {
                String path = String.valueOf(step.get("path"));
                if (path.contains("measure=")) {
                    assertThat(measures).contains(path.replaceAll(".*measure=([\\w-]+).*", "$1"));
                }
                if (path.contains("&service=")) {
                    assertThat(lines).contains(path.substring(path.indexOf("agency=")));
                }
            }
        }
        assertThat(all).isEqualTo(Json.page(Map.of("voices", Voices.all(2009))));
    }

    @Test
    void stand_beside_surveys_of_two_years() {
        assertThat(Surveyed.all(2009)).hasSize(2);
        assertThat(Json.page(Map.of("surveys", Surveyed.all(2009)))).contains("have-a-voice", "0.654", "England");
    }

    private static String end(Map<String, Object> voice) {
        List<Map<String, Object>> steps = steps(voice);
        return steps.isEmpty() ? "said" : String.valueOf(steps.getLast().get("step"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> voice) {
        return (List<Map<String, Object>>) Objects.requireNonNull(voice.get("steps"));
    }
}
