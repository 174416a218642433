package org.totalplace.journey.eventlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A log as XES (IEEE 1849): a trace a person, the begin and the end of every time in a stage as events of it. */
record XesText(SharedLog log) {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
            <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
            <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
            <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
            <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
            <global scope="trace"><string key="concept:name" value="unknown"/></global>
            <global scope="event"><string key="concept:name" value="unknown"/>\
            <string key="org:group" value="unknown"/><string key="lifecycle:transition" value="complete"/>\
            <date key="time:timestamp" value="1970-01-01T00:00:00Z"/></global>
            <classifier name="Stage" keys="concept:name"/>
            <classifier name="Stage and agency" keys="concept:name org:group"/>
            """;

    private record Mark(LogCase.Event event, String transition, LocalDate day) {}

    /** In pieces, for a log may be long. */
    Stream<String> pieces() {
        return Stream.of(Stream.of(HEAD + about()), log.cases().stream().map(XesText::trace), Stream.of("</log>\n"))
                .flatMap(part -> part);
    }

    private String about() {
        return string("concept:name", log.map() + " " + log.year())
                + string("dates", log.dates().code())
                + string("personsLeftOut", log.leftOut().shown())
                + "\n";
    }

    private static String trace(LogCase each) {
        List<Mark> marks = new ArrayList<>();
        for (LogCase.Event event : each.events()) {
            marks.add(new Mark(event, "start", event.start()));
            marks.add(new Mark(event, "complete", event.end()));
        }
        // A stable sort: of one day, what began first stands first.
        marks.sort(Comparator.comparing(Mark::day));
        StringBuilder trace = new StringBuilder("<trace>" + string("concept:name", each.id()));
        marks.forEach(mark -> trace.append("<event>")
                .append(string("concept:name", mark.event().stage()))
                .append(string("org:group", mark.event().agency()))
                .append(string("lifecycle:transition", mark.transition()))
                .append("<date key=\"time:timestamp\" value=\"")
                .append(mark.day())
                .append("T00:00:00Z\"/></event>"));
        return trace.append("</trace>\n").toString();
    }

    private static String string(String key, String value) {
        return "<string key=\"" + key + "\" value=\"" + escaped(value) + "\"/>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
