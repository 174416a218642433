package org.totalplace.gateway.page.journey;

import java.util.List;

/** The journey maps as citizen-journey-service lists them. */
record MapList(List<Map> results) {

    record Map(String map, String name, List<Stage> stages) {

        Map {
            stages = stages == null ? List.of() : List.copyOf(stages);
        }

        /** The intended path in one line. */
        public String path() {
            return String.join(" → ", stages.stream().map(Stage::name).toList());
        }
    }

    record Stage(String stage, String name) {}

    MapList {
        results = results == null ? List.of() : List.copyOf(results);
    }
}
