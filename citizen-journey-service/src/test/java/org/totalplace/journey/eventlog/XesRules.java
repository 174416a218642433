package org.totalplace.journey.eventlog;

import java.io.StringReader;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The rules of XES, written from the facts of IEEE 1849: what a log breaks of them. */
public final class XesRules {

    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final List<String> ORDER = List.of("extension", "global", "classifier", "attribute", "trace");
    private static final Set<String> ATTRIBUTES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");
    private static final Set<String> TRANSITIONS =
            Set.of("schedule", "assign", "start", "suspend", "resume", "complete");

    private final List<String> violations = new ArrayList<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Map<String, Set<String>> globals = new HashMap<>();

    private XesRules() {}

    public static List<String> violations(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element log = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
        XesRules rules = new XesRules();
        rules.log(log);
        return rules.violations;
    }

    private void log(Element log) {
        require("log".equals(log.getLocalName()) && NAMESPACE.equals(log.getNamespaceURI()), "the root is a log");
        require(log.getAttribute("xes.version").matches("\\d+\\.\\d+"), "the version is a decimal number");
        require(log.hasAttribute("xes.features"), "features are declared, be they none");
        int place = 0;
        for (Element child : children(log)) {
            String kind = ATTRIBUTES.contains(child.getLocalName()) ? "attribute" : child.getLocalName();
            int at = ORDER.indexOf(kind);
            require(at >= place, "a log's parts stand in their order: " + kind);
            place = Math.max(place, at);
            part(child, kind);
        }
    }

    private void part(Element part, String kind) {
        switch (kind) {
            case "extension" -> {
                prefixes.add(part.getAttribute("prefix"));
                require(part.getAttribute("uri").endsWith(".xesext"), "an extension has its address");
            }
            case "global" -> {
                Set<String> keys = new HashSet<>();
                children(part).forEach(each -> keys.add(attribute(each)));
                globals.put(part.getAttribute("scope"), keys);
            }
            case "classifier" -> {
                for (String key : part.getAttribute("keys").split(" ")) {
                    require(
                            globals.getOrDefault("event", Set.of()).contains(key),
                            "a classifier's keys are of every event: " + key);
                }
            }
            case "trace" -> trace(part);
            default -> attribute(part);
        }
    }

    private void trace(Element trace) {
        Set<String> keys = new HashSet<>();
        for (Element child : children(trace)) {
            if ("event".equals(child.getLocalName())) {
                Set<String> own = new HashSet<>();
                children(child).forEach(each -> require(own.add(attribute(each)), "a key stands once in an event"));
                holdsGlobals("event", own);
            } else {
                keys.add(attribute(child));
            }
        }
        holdsGlobals("trace", keys);
    }

    private void holdsGlobals(String scope, Set<String> keys) {
        require(
                keys.containsAll(globals.getOrDefault(scope, Set.of())),
                "every " + scope + " has the keys that are declared global, not only " + keys);
    }

    private String attribute(Element attribute) {
        String key = attribute.getAttribute("key");
        String value = attribute.getAttribute("value");
        require(ATTRIBUTES.contains(attribute.getLocalName()), "an attribute has a type: " + attribute.getLocalName());
        require(!key.isEmpty() && attribute.hasAttribute("value"), "an attribute has key and value: " + key);
        int colon = key.indexOf(':');
        require(colon < 0 || prefixes.contains(key.substring(0, colon)), "a prefix is declared: " + key);
        if ("date".equals(attribute.getLocalName())) {
            date(value);
        }
        if ("lifecycle:transition".equals(key)) {
            require(TRANSITIONS.contains(value), "a transition is of the standard model: " + value);
        }
        return key;
    }

    private void date(String value) {
        try {
            OffsetDateTime.parse(value);
        } catch (DateTimeParseException e) {
            violations.add("a date is written as ISO 8601 has it, not " + value);
        }
    }

    private static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private void require(boolean kept, String rule) {
        if (!kept) {
            violations.add(rule);
        }
    }
}
