package org.totalplace.intake.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host, blocking. */
@FunctionalInterface
public interface Names {

    /** @return at least one */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** As this machine is set up. */
    static Names ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
