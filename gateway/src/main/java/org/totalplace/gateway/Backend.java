package org.totalplace.gateway;

import java.util.Locale;

/** A service behind the gateway. */
public enum Backend {
    SPEND("spending"),
    JOURNEY("journeys"),
    OUTCOMES("outcomes");

    private final String subject;

    Backend(String subject) {
        this.subject = subject;
    }

    /** As settings, breakers and addresses name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people are told of it, within a sentence. */
    public String words() {
        return "the " + subject + " service";
    }
}
