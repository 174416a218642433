package org.totalplace.gateway.fallback;

import java.util.Locale;

/** What calls of a service have in common: those of one kind neither wait for those of another nor speak for them. */
public enum Kind {
    READ,
    /** Whatever may change something there; a large file takes minutes. */
    WRITE,
    /** Events for as long as somebody watches. */
    STREAM;

    boolean isWriting() {
        return this == WRITE;
    }

    /** As settings, breakers and metrics name it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
