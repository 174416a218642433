package org.totalplace.intake.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Knows public addresses by the special-purpose registries of RFC 6890 and its updates. */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> six.getScopeId() == 0 && isGlobal(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relays = first == 192 && second == 88 && third == 99;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean documentation =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !shared && !assignments && !relays && !benchmarks && !documentation;
    }

    /**
     * Global unicast is 2000::/3; within it 2001::/23, documentation, 6to4 and the like lead elsewhere. What maps or
     * translates IPv4 addresses (::ffff:0:0/96, 64:ff9b::/96) is outside of it.
     */
    private static boolean isGlobal(byte[] six) {
        int first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        int second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        boolean documentation = first == 0x3fff && second < 0x1000;
        return first >= 0x2000 && first < 0x4000 && first != 0x2002 && !special && !documentation;
    }
}
