package org.totalplace.gateway.fallback;

import org.totalplace.gateway.Backend;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;

/** A service that did not answer. */
public final class BackendAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the request got. */
    enum Reach {
        NOT_REACHED,
        CUT_OFF,
        TOO_SLOW,
        /** Not asked: it has as many calls of the kind to answer as it may have. */
        BUSY
    }

    private final Backend backend;
    private final boolean writing;
    private final Reach reach;

    BackendAway(Backend backend, boolean writing, Reach reach, Throwable cause) {
        super(backend.id() + " " + reach, cause);
        this.backend = backend;
        this.writing = writing;
        this.reach = reach;
    }

    /** Whether it counts against the service: a line that breaks during an upload may as well be the caller's. */
    boolean isItsFault() {
        return !(writing && reach == Reach.CUT_OFF);
    }

    /** As programs read it. */
    public String code() {
        return reach == Reach.BUSY ? "service-busy" : "service-away";
    }

    /** What the caller reads: which service, whether anything may have happened, what to do. */
    public String told(Messages messages, Language language) {
        return messages.say(language, "error.away." + key(), messages.say(language, "backend." + backend.id()));
    }

    private String key() {
        if (reach == Reach.BUSY) {
            return "busy";
        }
        if (reach == Reach.NOT_REACHED) {
            return writing ? "not-sent" : "not-reached";
        }
        if (writing) {
            return "not-sure";
        }
        return reach == Reach.TOO_SLOW ? "too-slow" : "cut-off";
    }
}
