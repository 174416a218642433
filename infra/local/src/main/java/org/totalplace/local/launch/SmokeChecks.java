package org.totalplace.local.launch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.totalplace.local.load.Door;
import org.totalplace.local.load.SampleFiles;
import org.totalplace.local.process.PlainFailure;
import tools.jackson.databind.JsonNode;

/** A few questions to the running stack whose right answers are known. */
final class SmokeChecks {

    private final Door door;
    private final Optional<SampleFiles> sample;
    private final Progress progress;

    SmokeChecks(Door door, Optional<SampleFiles> sample, Progress progress) {
        this.door = door;
        this.sample = sample;
        this.progress = progress;
    }

    /** Asks all of them and says whether every answer was right. */
    boolean pass() {
        boolean page = check("the first page answers", () -> expect(200, door.statusOf("/")));
        List<Boolean> others = sample.map(files -> List.of(
                        check("the place's money is counted to the penny", () -> wholeArea(files)),
                        check("a person is seen across agencies", () -> person(files))))
                .orElse(List.of());
        return page && !others.contains(false);
    }

    private boolean check(String what, Question question) {
        try {
            progress.say("ok      " + what + ": " + question.ask());
            return true;
        } catch (PlainFailure wrong) {
            progress.say("FAILED  " + what + ": " + wrong.getMessage());
            return false;
        }
    }

    private static String expect(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new LaunchFailure("%s was expected and %s found".formatted(expected, found));
        }
        return String.valueOf(found);
    }

    private String wholeArea(SampleFiles files) {
        String year = files.manifest().get("place").get("year").asString();
        JsonNode answer = door.get("analyst", "/api/v1/spend/whole-area?phase=payment&year=" + year, Map.of());
        BigDecimal net = answer.get("net").decimalValue();
        return expect(files.trueNet().setScale(2), net.setScale(2)) + " pounds net";
    }

    private String person(SampleFiles files) {
        SampleFiles.Example example = files.example().orElseThrow();
        Map<String, String> purpose = Map.of("X-Purpose", "direct-care");
        JsonNode found = door.get(
                "practitioner",
                "/api/v1/people?agency=" + example.agency() + "&reference=" + example.reference(),
                purpose);
        String person = found.get("personId").asString();
        JsonNode view = door.get("practitioner", "/api/v1/people/" + person, purpose);
        if (view.get("measures").isEmpty()) {
            throw new LaunchFailure("the combined view of person " + person + " has no measures: " + view);
        }
        return "%d measures of person %s".formatted(view.get("measures").size(), person);
    }

    @FunctionalInterface
    private interface Question {
        String ask();
    }
}
