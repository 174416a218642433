package org.totalplace.gateway.caller;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Believes what a proxy says of the caller's address, host and scheme only when the proxy is one of those named; from
 * anybody else such headers are thrown away, and no service ever sees them.
 */
@Component("forwardedHeaderTransformer")
class TrustedProxies extends ForwardedHeaderTransformer {

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
        return isTrusted(request.getRemoteAddress()) ? super.apply(request) : removing.apply(request);
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
