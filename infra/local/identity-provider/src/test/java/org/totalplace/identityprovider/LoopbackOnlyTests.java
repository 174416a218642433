package org.totalplace.identityprovider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class LoopbackOnlyTests {

    @Test
    void starts_on_the_loopback_interface() {
        assertThatCode(() -> start(InetAddress.getLoopbackAddress(), false)).doesNotThrowAnyException();
    }

    @Test
    void refuses_every_address_at_once() {
        assertThatThrownBy(() -> start(null, false)).hasMessageContaining("set server.address to 127.0.0.1");
    }

    @Test
    void refuses_an_address_that_others_reach() {
        assertThatThrownBy(() -> start(InetAddress.getByName("192.0.2.1"), false))
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void obeys_whoever_means_it() {
        assertThatCode(() -> start(null, true)).doesNotThrowAnyException();
    }

    private static void start(@Nullable InetAddress address, boolean beyondLoopback) {
        ServerProperties server = new ServerProperties();
        server.setAddress(address);
        new LoopbackOnly(
                server, new DemonstrationSettings(null, 8080, "demo", "demo-gateway", "county", "", beyondLoopback));
    }
}
