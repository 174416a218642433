package org.totalplace.contracts;

/** Bytes on a topic that are no event of it: a reason to set the record aside, never to stop. */
public final class UndecodableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
