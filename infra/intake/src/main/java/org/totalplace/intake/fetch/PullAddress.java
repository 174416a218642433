package org.totalplace.intake.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses the platform fetches from: public ones only, so that no feed makes it look into the networks around
 * it. Asked when a feed is registered, before every request, and of the very address that is then connected to.
 */
public final class PullAddress {

    /** Four numbers without leading zeros. */
    private static final Pattern FOUR_NUMBERS = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    /** What some programs read as four numbers though it is written otherwise: whole, octal or hexadecimal. */
    private static final Pattern DISGUISED = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private final Set<String> allowed;
    private final Names names;

    /** @param allowed hosts with ports that are fetched from in any case */
    public PullAddress(Set<String> allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    /** Why the text is not fetched from, in words without a full stop; empty if it is. Looks the host up. */
    public Optional<String> objection(String text) {
        try {
            return objection(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.of("'" + text + "' is not an address that starts with https:// or http://");
        }
    }

    /** As {@link #objection(String)}. */
    public Optional<String> objection(URI address) {
        Optional<String> spelling = spellingObjection(address);
        if (spelling.isPresent()) {
            return spelling;
        }
        try {
            resolve(address.getHost(), port(address));
            return Optional.empty();
        } catch (UnknownHostException notFetched) {
            return Optional.of(String.valueOf(notFetched.getMessage()));
        }
    }

    private static Optional<String> spellingObjection(URI address) {
        String scheme = scheme(address);
        String host = address.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.of("'" + address + "' is not an address that starts with https:// or http://");
        }
        if (address.getUserInfo() != null) {
            return Optional.of("an address with a password in it is not fetched");
        }
        if (host.contains("%")) {
            return Optional.of("'" + host + "' names an interface of our own machine");
        }
        if (DISGUISED.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches()) {
            return Optional.of("'" + host + "' is no name, and an address is written as four plain numbers");
        }
        return Optional.empty();
    }

    /**
     * The addresses of a host, all of them public unless host and port are on the list of those allowed.
     *
     * @throws UnknownHostException in words, if there is none or one of them is not public
     */
    public List<InetAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> found = lookUp(host);
        if (!allowed.contains(host.toLowerCase(Locale.ROOT) + ":" + port)
                && !found.stream().allMatch(PublicAddress::is)) {
            throw new UnknownHostException("'" + host + "' is in a private network; only public addresses are fetched");
        }
        return found;
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        try {
            return names.of(host);
        } catch (UnknownHostException unknown) {
            UnknownHostException told = new UnknownHostException("no host is called '" + host + "'");
            told.initCause(unknown);
            throw told;
        }
    }

    /** The one that is written, else the scheme's own. */
    public static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return scheme(address).equals("https") ? 443 : 80;
    }

    /** In lower case; empty if there is none. */
    public static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }
}
