package org.totalplace.spend.feed;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses the platform fetches from: public ones only, so that no feed makes it look into the networks around
 * it.
 */
final class PullAddress {

    private final Set<String> allowed;

    /** @param allowed hosts with ports that are fetched from in any case */
    PullAddress(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Why the address is not fetched from, in words; empty if it is. The platform keeps a successful look-up for 30
     * seconds and connects within 5, so the address that is checked here is the one that is connected to.
     */
    Optional<String> objection(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.of("'" + address + "' is not an address that starts with https:// or http://");
        }
        if (address.getUserInfo() != null) {
            return Optional.of("an address with a password in it is not fetched");
        }
        if (allowed.contains(host + ":" + port(address, scheme))) {
            return Optional.empty();
        }
        try {
            for (InetAddress resolved : InetAddress.getAllByName(host)) {
                if (!isPublic(resolved)) {
                    return Optional.of("'" + host + "' is in a private network; only public addresses are fetched");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("no host is called '" + host + "'");
        }
    }

    private static int port(URI address, String scheme) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return scheme.equals("https") ? 443 : 80;
    }

    /** By the special-purpose registries of RFC 6890 and its updates. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            // Global unicast is 2000::/3; within it 2001::/23, documentation, 6to4 and the like lead elsewhere.
            case Inet6Address six -> isGlobal(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean documentation =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !shared && !assignments && !benchmarks && !documentation;
    }

    private static boolean isGlobal(byte[] six) {
        int first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        int second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        return first >= 0x2000 && first < 0x4000 && first != 0x2002 && !special;
    }
}
