package org.totalplace.gateway.page.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.totalplace.gateway.page.Words;

/** What stages and agencies of ways are called. */
record WayWords(Map<String, String> agencies, Map<String, String> stages) {

    static WayWords of(MapAnswer map, Map<String, String> agencies) {
        return new WayWords(
                agencies,
                map.stages().stream()
                        .collect(Collectors.toMap(MapList.Stage::stage, MapList.Stage::name, (one, other) -> one)));
    }

    String agency(String code) {
        return agencies.getOrDefault(code, code);
    }

    String stage(String code) {
        return stages.getOrDefault(code, plain(code));
    }

    /** {@code assess@county} as {@code Assess (Northmoor County Council)}. */
    List<String> steps(List<String> steps) {
        return steps.stream().map(this::step).toList();
    }

    private String step(String step) {
        return Arrays.stream(step.split(" \\+ ", -1)).map(this::simple).collect(Collectors.joining(" with "));
    }

    private String simple(String step) {
        int at = step.indexOf('@');
        return at < 0 ? stage(step) : stage(step.substring(0, at)) + " (" + agency(step.substring(at + 1)) + ")";
    }

    String expectation(PathwaysAnswer.Expected expected) {
        String by = expected.agency() == null ? "" : " by " + agency(expected.agency());
        return "%s within %d days after %s%s"
                .formatted(stage(expected.expects()), expected.withinDays(), stage(expected.stage()), by);
    }

    static String plain(String code) {
        return Words.plain(code);
    }
}
