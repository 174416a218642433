package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of a log in XES (IEEE 1849). Columns are the keys of an event's attributes, those of its trace with
 * {@code case:} before them, and {@code event:id}: the name of the trace and the place of the event in it. Attributes
 * of attributes are not read.
 */
final class XesRecords implements Records {

    private static final Set<String> ATTRIBUTES = Set.of("string", "date", "int", "float", "boolean", "id");
    private static final String NAME = "case:concept:name";
    private static final int DEPTH_IN_TRACE = 3;
    private static final int DEPTH_IN_EVENT = 4;
    private static final int DEEPEST = 64;

    private final Reader text;
    private final XMLStreamReader xml;
    private final LogColumns columns;
    private final Map<String, String> ofTrace = new LinkedHashMap<>();
    private final Map<String, String> ofEvent = new LinkedHashMap<>();
    private int depth;
    private long number;
    private long inTrace;

    XesRecords(Reader text, LogColumns columns) throws IOException {
        this.text = text;
        this.columns = columns;
        XMLInputFactory factory = XMLInputFactory.newInstance();
        // Neither entities nor anything from elsewhere belongs into a log.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.xml = factory.createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        try {
            while (xml.hasNext()) {
                int token = xml.next();
                if (token == XMLStreamConstants.START_ELEMENT) {
                    begin(xml.getLocalName());
                } else if (token == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    if ("event".equals(xml.getLocalName())) {
                        return record();
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void begin(String element) throws Unreadable {
        depth++;
        if (depth > DEEPEST) {
            throw new Unreadable(
                    Unreadable.Reason.FORMAT,
                    "The log nests elements more than " + DEEPEST + " deep, which is the limit.");
        }
        if ("trace".equals(element)) {
            ofTrace.clear();
            inTrace = 0;
        } else if ("event".equals(element)) {
            ofEvent.clear();
            number++;
            inTrace++;
        } else if (ATTRIBUTES.contains(element)) {
            take();
        }
    }

    private void take() throws Unreadable {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        if (key == null || value == null) {
            return;
        }
        if (depth == DEPTH_IN_EVENT) {
            columns.put(ofEvent, key, value, number);
        } else if (depth == DEPTH_IN_TRACE && inTrace == 0) {
            columns.put(ofTrace, "case:" + key, value, number);
        }
    }

    private SourceRecord record() throws Unreadable {
        Map<String, String> event = new LinkedHashMap<>(ofTrace);
        event.putAll(ofEvent);
        event.put("event:id", ofTrace.getOrDefault(NAME, "") + "/" + inTrace);
        return columns.record(event, number);
    }

    private Unreadable broken(XMLStreamException cause) {
        int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNumber();
        return new Unreadable(
                Unreadable.Reason.FORMAT,
                "The log is not valid XML (near line " + line + ", event " + Math.max(number, 1)
                        + "). Export it again as XES.");
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            text.close();
        }
    }
}
