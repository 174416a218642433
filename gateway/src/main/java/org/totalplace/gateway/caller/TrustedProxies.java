package org.totalplace.gateway.caller;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Believes what a proxy says of the caller's address, host and scheme only when the proxy is one of those named; from
 * anybody else such headers are thrown away, and no service ever sees them. Each proxy adds on the right whom it heard:
 * the caller is the last one that is no proxy of ours, and what stands left of it anybody may have written. Proxies
 * speak by {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}, each proxy adding to all that it
 * uses; nothing else that calls itself forwarded is believed.
 */
@Component("forwardedHeaderTransformer")
class TrustedProxies extends ForwardedHeaderTransformer {

    private static final String FOR = "X-Forwarded-For";
    private static final List<String> OF_THE_SAME_HOP =
            List.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");

    /** Proxies would pass them on unread; a prefix would even change which path is asked for. */
    private static final List<String> NEVER_BELIEVED = List.of("Forwarded", "X-Forwarded-Prefix", "X-Forwarded-Ssl");

    private final List<IpSubnetFilterRule> trusted;
    private final ForwardedHeaderTransformer removing = new ForwardedHeaderTransformer();

    /** @param networks as {@code 10.0.0.0/8}; none by default */
    TrustedProxies(@Value("${totalplace.trusted-proxies:}") List<String> networks) {
        this.trusted = networks.stream()
                .filter(network -> !network.isBlank())
                .map(TrustedProxies::rule)
                .toList();
        this.removing.setRemoveOnly(true);
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        return isTrusted(request.getRemoteAddress()) ? super.apply(nearest(request)) : removing.apply(request);
    }

    private ServerHttpRequest nearest(ServerHttpRequest request) {
        List<String> hops = values(request.getHeaders(), FOR).stream()
                .map(TrustedProxies::address)
                .toList();
        int ours = (int) hops.reversed().stream().takeWhile(this::isOurs).count();
        return request.mutate()
                .headers(headers -> {
                    NEVER_BELIEVED.forEach(headers::remove);
                    choose(headers, FOR, hops, ours);
                    OF_THE_SAME_HOP.forEach(name -> choose(headers, name, values(headers, name), ours));
                })
                .build();
    }

    /** What proxies have written one after the other. */
    private static List<String> values(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The value of the proxy to which the caller spoke: so many others of ours have written after it. */
    private static void choose(HttpHeaders headers, String name, List<String> values, int ours) {
        if (values.isEmpty()) {
            headers.remove(name);
        } else {
            headers.set(name, values.get(Math.max(0, values.size() - 1 - ours)));
        }
    }

    /** Without a port, and without the brackets of an IPv6 address. */
    private static String address(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        return hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceFirst(":.*", "") : hop;
    }

    /** What is no address is nobody's that we know; it is never looked up. */
    private boolean isOurs(String address) {
        try {
            return isTrusted(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean isTrusted(@Nullable InetSocketAddress address) {
        return address != null && trusted.stream().anyMatch(rule -> rule.matches(address));
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "totalplace.trusted-proxies names networks as 10.1.0.0/16 or 192.0.2.7/32, not '" + network + "'");
        }
        return new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.ACCEPT);
    }
}
