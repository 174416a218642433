package org.totalplace.local.launch;

import org.totalplace.local.process.PlainFailure;

/** Why the stack cannot run. */
public final class LaunchFailure extends PlainFailure {

    public LaunchFailure(String message) {
        super(message);
    }
}
