package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The events of a log in OCEL 2.0 JSON. Columns are {@code ocel:id}, {@code ocel:type}, {@code ocel:time}, the names of
 * an event's attributes, and {@code ocel:object:} with the type of an object for those that the event is about, parted
 * by semicolons.
 */
final class OcelRecords implements Records {

    private static final Set<String> MEMBERS = Set.of("objectTypes", "eventTypes", "objects", "events");
    private static final String EVENTS = "events";
    private static final int DEEPEST = 16;

    private final JsonParser parser;
    private final LogColumns columns;
    private final Map<String, String> types;
    private final Map<String, String> event = new LinkedHashMap<>();
    private boolean among;
    private long number;

    /** @param types of objects, by their id */
    OcelRecords(Reader text, LogColumns columns, Map<String, String> types, Caps caps) {
        this.parser = parser(text, caps);
        this.columns = columns;
        this.types = types;
    }

    /** Whether JSON is a log, by the first word in it. */
    static boolean isOne(Bytes bytes, String name) throws IOException {
        try (InputStream in = bytes.open();
                JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
            String first = parser.nextToken() == JsonToken.START_OBJECT ? parser.nextName() : null;
            return first != null && MEMBERS.contains(first);
        } catch (JacksonException notEvenJson) {
            return false;
        }
    }

    /** The types of all objects, by their id: they may stand after the events. */
    static Map<String, String> objectTypes(Reader text, Caps caps) throws IOException {
        Map<String, String> types = new HashMap<>();
        try (JsonParser parser = parser(text, caps)) {
            parser.nextToken();
            for (String member = parser.nextName(); member != null; member = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (member.equals("objects") && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        Map<String, String> object = plainMembers(parser);
                        types.put(object.getOrDefault("id", ""), object.getOrDefault("type", ""));
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return types;
        } catch (JacksonException e) {
            throw broken(e, 0);
        }
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        try {
            while (!among) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return null;
                }
                if (token == JsonToken.PROPERTY_NAME) {
                    String member = parser.currentName();
                    among = parser.nextToken() == JsonToken.START_ARRAY && member.equals(EVENTS);
                    if (!among) {
                        parser.skipChildren();
                    }
                }
            }
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                among = false;
                return next();
            }
            number++;
            return event();
        } catch (JacksonException e) {
            throw broken(e, number);
        }
    }

    private SourceRecord event() throws IOException {
        event.clear();
        for (String member = parser.nextName(); member != null; member = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && member.equals("attributes")) {
                elements("name", "value", "");
            } else if (token == JsonToken.START_ARRAY && member.equals("relationships")) {
                elements("objectId", "objectId", "ocel:object:");
            } else if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                columns.put(event, "ocel:" + member, parser.getString(), number);
            } else {
                parser.skipChildren();
            }
        }
        return columns.record(event, number);
    }

    /** @param prefix where it is not empty, the element names an object, whose type is the attribute */
    private void elements(String name, String value, String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> element = plainMembers(parser);
            String of = element.getOrDefault(name, "");
            String attribute = prefix.isEmpty() ? of : prefix + types.getOrDefault(of, "unknown");
            columns.put(event, attribute, element.getOrDefault(value, ""), number);
        }
    }

    private static Map<String, String> plainMembers(JsonParser parser) {
        Map<String, String> members = new HashMap<>();
        for (String member = parser.nextName(); member != null; member = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                members.put(member, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return members;
    }

    private static JsonParser parser(Reader text, Caps caps) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(caps.cellCharacters())
                        .maxNumberLength(100)
                        .maxNameLength(1000)
                        .build())
                .build()
                .createParser(ObjectReadContext.empty(), text);
    }

    private static Unreadable broken(JacksonException cause, long number) {
        String where = cause.getLocation() == null
                ? ""
                : " (line " + cause.getLocation().getLineNr() + ", column "
                        + cause.getLocation().getColumnNr() + ")";
        return new Unreadable(
                Unreadable.Reason.FORMAT,
                "The log is not valid OCEL 2.0 JSON" + where + (number == 0 ? "" : ", at event " + number)
                        + ". Export it again.");
    }

    @Override
    public void close() {
        parser.close();
    }
}
