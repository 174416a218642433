package org.totalplace.contracts;

import java.util.List;
import java.util.Map;

/**
 * Who writes a topic, who reads it, and what its key is.
 *
 * @param to services of the platform; others may read what is public to them
 */
record Described(String from, List<String> to, String key, String words) {

    private static final String SPEND = "spend-service";
    private static final String JOURNEY = "citizen-journey-service";
    private static final String OUTCOMES = "outcomes-service";

    private static final Map<String, Described> BY_TOPIC = Map.of(
            Topics.SERVICE_TOTALS.name(),
            new Described(SPEND, List.of(JOURNEY), "the text agency|service|year|phase", "What a service line cost."),
            Topics.CONTACTS.name(),
            new Described(JOURNEY, List.of(JOURNEY), "the first subject's 16 bytes", "One event a contact."),
            Topics.IDENTITY_LINKS.name(),
            new Described(
                    JOURNEY,
                    List.of(OUTCOMES),
                    "the subject's 16 bytes",
                    "Which subject is held to be which person; no value means that the subject was erased."),
            Topics.PERSON_JOURNEYS.name(),
            new Described(JOURNEY, List.of(OUTCOMES), "the person's 16 bytes", "A person's stages, contacts and cost."),
            Topics.OBSERVATIONS.name(),
            new Described(OUTCOMES, List.of(OUTCOMES), "the subject's 16 bytes", "One event an observation."),
            Topics.PERSON_VIEWS.name(),
            new Described(OUTCOMES, List.of(JOURNEY), "the person's 16 bytes", "The combined view, for anyone."));

    static Described of(Topic<?> topic) {
        Described described = BY_TOPIC.get(topic.name());
        if (described == null) {
            throw new AssertionError("Say in Described who writes and who reads " + topic.name());
        }
        return described;
    }
}
