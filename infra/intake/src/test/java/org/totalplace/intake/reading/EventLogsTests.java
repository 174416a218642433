package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;

class EventLogsTests {

    @Nested
    class WhenALogIsXes {

        private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<log xes.version=\"1849.2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">\n"
                + "<global scope=\"event\"><string key=\"concept:name\" value=\"unknown\"/></global>\n"
                + "<string key=\"concept:name\" value=\"of the log\"/>\n";

        private static String event(String name, String day) {
            return "<event><string key=\"concept:name\" value=\"" + name
                    + "\"/><string key=\"org:group\" value=\"CARE\">"
                    + "<string key=\"inner\" value=\"not read\"/></string>"
                    + "<date key=\"time:timestamp\" value=\"" + day + "\"/></event>\n";
        }

        @Test
        void every_event_is_a_row_and_the_trace_says_whom_it_is_about() {
            Sent sent = sent(
                    HEAD + "<trace><string key=\"concept:name\" value=\"P1\"/>"
                            + event("visit &amp; talk", "2025-01-06T09:30:00.000+00:00")
                            + event("call", "2025-07-06T12:00:00Z")
                            + "</trace><trace><string key=\"concept:name\" value=\"P2\"/>"
                            + event("visit", "2025-02-01T00:00:00Z")
                            + "</trace></log>",
                    "log.xes");

            assertThat(sent.facts().container()).isEqualTo("xes");
            assertThat(sent.values("reference")).containsExactly("P1", "P1", "P2");
            assertThat(sent.values("recordId")).containsExactly("P1/1", "P1/2", "P2/1");
            assertThat(sent.values("type")).containsExactly("visit & talk", "call", "visit");
            assertThat(sent.values("service")).containsOnly("CARE");
            assertThat(sent.values("start"))
                    .containsExactly("2025-01-06T09:30", "2025-07-06T13:00", "2025-02-01T00:00");
        }

        @Test
        void an_event_without_a_time_is_a_refused_row_and_the_others_stand() {
            Sent sent = sent(
                    HEAD + "<trace><string key=\"concept:name\" value=\"P1\"/>"
                            + event("visit", "2025-01-06T09:30:00Z")
                            + "<event><string key=\"concept:name\" value=\"visit\"/>"
                            + "<string key=\"org:group\" value=\"CARE\"/></event>"
                            + "</trace></log>",
                    "log.xes");

            assertThat(sent.values("recordId")).containsExactly("P1/1");
            assertThat(sent.refusals()).containsExactly(ProblemType.REQUIRED_VALUE);
        }

        @Test
        void a_broken_log_and_one_that_asks_for_other_files_are_refused() {
            Problem broken = Sent.refusal(Sent.bytes(HEAD + "<trace><event></trace>"), "log.xes", ReadingOptions.NONE);

            assertThat(broken.type()).isEqualTo(ProblemType.FORMAT_ERROR);
            assertThat(broken.message()).contains("not valid XML").contains("event 1");
            String entity = "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                    + HEAD.substring(HEAD.indexOf('\n') + 1) + "<trace><string key=\"concept:name\" value=\"&x;\"/>"
                    + event("visit", "2025-01-06") + "</trace></log>";
            assertThat(Sent.refusal(Sent.bytes(entity), "log.xes", ReadingOptions.NONE)
                            .type())
                    .isEqualTo(ProblemType.FORMAT_ERROR);
        }
    }

    @Nested
    class WhenALogIsOcel {

        private static final String EVENTS = """
                "events":[{"id":"e1","type":"visit","time":"2025-01-06T09:30:00Z",
                "attributes":[{"name":"service","value":"CARE"},{"name":"units","value":2.5}],
                "relationships":[{"objectId":"P1","qualifier":"of"},{"objectId":"T","qualifier":"by"},
                {"objectId":"P2","qualifier":"of"}]},{"id":"e2","type":"call","time":"2025-01-07T10:00:00Z",
                "attributes":[{"name":"service","value":"CARE"}],"relationships":[{"objectId":"P2","qualifier":"of"}]}]
                """;
        private static final String OBJECTS = """
                "objects":[{"id":"P1","type":"person"},{"id":"P2","type":"person","attributes":[]},
                {"id":"T","type":"team"}]
                """;
        private static final String TYPES = """
                "objectTypes":[{"name":"person","attributes":[]}],"eventTypes":[]
                """;

        @Test
        void every_event_is_a_row_about_all_its_persons_wherever_objects_stand() {
            for (String log : new String[] {
                "{" + TYPES + "," + OBJECTS + "," + EVENTS + "}", "{" + EVENTS + "," + TYPES + "," + OBJECTS + "}"
            }) {
                Sent sent = sent(log, "log.jsonocel");

                assertThat(sent.facts().container()).isEqualTo("ocel 2.0 json");
                assertThat(sent.values("recordId")).containsExactly("e1", "e2");
                assertThat(sent.values("reference")).containsExactly("P1;P2", "P2");
                assertThat(sent.values("type")).containsExactly("visit", "call");
                assertThat(sent.values("service")).containsExactly("CARE", "CARE");
                assertThat(sent.values("start")).containsExactly("2025-01-06T09:30", "2025-01-07T10:00");
                assertThat(sent.values("units")).containsExactly("2.5", "null");
            }
        }

        @Test
        void a_log_that_is_cut_short_is_refused_and_says_where() {
            String cut = "{" + TYPES + "," + OBJECTS + "," + EVENTS.substring(0, 60);

            Problem problem = Sent.refusal(Sent.bytes(cut), "log.jsonocel", ReadingOptions.NONE);

            assertThat(problem.type()).isEqualTo(ProblemType.FORMAT_ERROR);
            assertThat(problem.message()).contains("not valid OCEL");
        }
    }

    private static Sent sent(String text, String name) {
        return Sent.of(Sent.bytes(text), name, Layouts.CONTACTS, ReadingOptions.NONE);
    }
}
