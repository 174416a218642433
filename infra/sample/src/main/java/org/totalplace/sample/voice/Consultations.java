package org.totalplace.sample.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;

/**
 * Two consultations: one of the sample's year that is over, with what came on paper and in meetings, and one that can
 * be answered. The hills answer less than the town, as was planted.
 */
public final class Consultations {

    private static final int ON_PAPER = 180;
    private static final int IN_MEETINGS = 60;
    private static final List<Map<String, Object>> AREAS = List.of(
            area("NM1", "Northmoor town", 62_000), area("NM4", "Thornby", 48_000), area("NM8", "The hills", 35_000));
    private static final List<Map<String, Object>> AGES = List.of(
            area("under-30", "Under 30", 50_000),
            area("30-64", "30 to 64", 65_000),
            area("65-plus", "65 and over", 30_000));
    private static final int[] ANSWERING = {50, 38, 12};
    private static final int[] OF_AGE = {15, 45, 40};

    private Consultations() {}

    /** As the communications team writes them down, with what was entered. */
    public static List<Map<String, Object>> all(long seed) {
        int start = Northmoor.YEAR.start();
        Map<String, Object> buses = consultation(
                "evening-buses",
                "Buses in the evening",
                start + "-06-01",
                start + "-07-31",
                start + "-10-31",
                List.of(
                        question("Would you use a bus after eight in the evening?", "every week", "sometimes", "never"),
                        question("Which matters most?", "later buses", "more buses", "cheaper buses")));
        buses.put("returns", List.of(returns(seed, "print", ON_PAPER), returns(seed, "meeting", IN_MEETINGS)));
        buses.put(
                "result",
                "Two later buses run from the town to the hills for a year on trial. Cheaper fares were asked for most"
                        + " and are beyond what the place decides");
        Map<String, Object> home = consultation(
                "care-at-home",
                "Care at home: what matters to you",
                "2026-09-01",
                "2027-08-31",
                "2027-10-31",
                List.of(question(
                        "What matters most in care at home?", "the same person", "the same time", "being asked")));
        home.put("returns", List.of());
        return List.of(buses, home);
    }

    private static Map<String, Object> consultation(
            String code, String title, String from, String to, String resultsBy, List<Map<String, Object>> questions) {
        return Json.object(
                "code",
                code,
                "title",
                title,
                "about",
                Json.object("kind", "place"),
                "audience",
                "Everybody who lives in the place",
                "answerable",
                "Head of transport and care",
                "from",
                from,
                "to",
                to,
                "resultsBy",
                resultsBy,
                "channels",
                List.of("online", "print", "meeting"),
                "questions",
                questions,
                "population",
                Json.object("source", "Made up with the place", "areas", AREAS, "ageBands", AGES));
    }

    private static Map<String, Object> returns(long seed, String channel, int people) {
        Draw draw = Draw.of(seed, "consultation", channel);
        List<Map<String, Object>> responses = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            responses.add(Json.object(
                    "answers",
                    List.of(1 + draw.weighted(35, 45, 20), 1 + draw.weighted(30, 25, 45)),
                    "area",
                    AREAS.get(draw.weighted(ANSWERING)).get("code"),
                    "ageBand",
                    AGES.get(draw.weighted(OF_AGE)).get("code")));
        }
        return Json.object("channel", channel, "responses", responses);
    }

    private static Map<String, Object> question(String words, String... answers) {
        return Json.object("question", words, "answers", List.of(answers));
    }

    private static Map<String, Object> area(String code, String name, int people) {
        return Json.object("code", code, "name", name, "people", people);
    }
}
