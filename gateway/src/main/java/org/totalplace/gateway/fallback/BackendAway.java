package org.totalplace.gateway.fallback;

import org.totalplace.gateway.Backend;

/** A service that did not answer. */
public final class BackendAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the request got. */
    enum Reach {
        NOT_REACHED,
        CUT_OFF,
        TOO_SLOW
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

    /** What the caller reads: which service, whether anything may have happened, what to do. */
    public String told() {
        String service = capitalised(backend.words());
        if (reach == Reach.NOT_REACHED) {
            return service + " is not answering at the moment. " + (writing ? "Nothing was sent to it. " : "")
                    + "Try again in a minute.";
        }
        if (writing) {
            return service + " stopped answering before it said whether it took what you sent. Look whether it is there"
                    + " before you send it again; a delivery of the same bytes changes nothing.";
        }
        return reach == Reach.TOO_SLOW
                ? service + " took too long to answer. Try again, or ask for less."
                : service + " stopped in the middle of its answer. Try again in a minute.";
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
