package org.totalplace.local.process;

/** A server could not be started or did not become ready. */
public final class ProcessFailure extends PlainFailure {

    public ProcessFailure(String message) {
        super(message);
    }
}
