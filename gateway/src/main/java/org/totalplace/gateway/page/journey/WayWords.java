package org.totalplace.gateway.page.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.totalplace.gateway.page.Words;

/** What stages and agencies of ways are called. */
record WayWords(Map<String, String> agencies, Map<String, String> stages, Words words) {

    static WayWords of(MapAnswer map, Map<String, String> agencies, Words words) {
        return new WayWords(
                agencies,
                map.stages().stream()
                        .collect(Collectors.toMap(MapList.Stage::stage, MapList.Stage::name, (one, other) -> one)),
                words);
    }

    String agency(String code) {
        return agencies.getOrDefault(code, code);
    }

    String stage(String code) {
        return stages.getOrDefault(code, Words.plain(code));
    }

    /** {@code assess@county} as {@code Assess (Northmoor County Council)}. */
    List<String> steps(List<String> steps) {
        return steps.stream().map(this::step).toList();
    }

    private String step(String step) {
        return Arrays.stream(step.split(" \\+ ", -1))
                .map(this::simple)
                .reduce((one, other) -> words.say("ways.with", one, other))
                .orElse("");
    }

    private String simple(String step) {
        int at = step.indexOf('@');
        return at < 0 ? stage(step) : stage(step.substring(0, at)) + " (" + agency(step.substring(at + 1)) + ")";
    }

    String expectation(PathwaysAnswer.Expected expected) {
        return words.say(
                "ways.expectation",
                stage(expected.expects()),
                expected.withinDays(),
                stage(expected.stage()),
                expected.agency() == null ? "anybody" : "agency",
                expected.agency() == null ? "" : agency(expected.agency()));
    }

    /** Steps one after another, in a line. */
    String line(List<String> steps) {
        return steps(steps).stream()
                .reduce((one, other) -> words.say("ways.then", one, other))
                .orElse("");
    }
}
