package org.totalplace.identityprovider;

import java.net.InetAddress;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Refuses to start where other machines could reach it: everybody knows the demonstration's passwords. */
@Component
class LoopbackOnly {

    LoopbackOnly(ServerProperties server, DemonstrationSettings settings) {
        InetAddress address = server.getAddress();
        boolean reachable = address == null || !address.isLoopbackAddress();
        if (reachable && !settings.beyondLoopback()) {
            throw new IllegalStateException("The identity provider has demonstration passwords that everybody knows"
                    + " and would listen on " + (address == null ? "every address" : address.getHostAddress())
                    + ": set server.address to 127.0.0.1, or totalplace.identity.beyond-loopback=true if you mean it.");
        }
    }
}
