package org.totalplace.local.launch;

import java.util.function.Supplier;
import org.totalplace.local.process.OwnedProcess;

/**
 * One part of the stack, which can be started any number of times.
 *
 * @param name as people call it
 * @param starting starts it and returns when it is ready
 */
record Part(String name, Supplier<OwnedProcess> starting) {

    OwnedProcess start() {
        return starting.get();
    }
}
