package org.totalplace.local.load;

import org.totalplace.local.process.PlainFailure;

/** Why the sample place could not be loaded. */
public final class LoadFailure extends PlainFailure {

    public LoadFailure(String message) {
        super(message);
    }
}
