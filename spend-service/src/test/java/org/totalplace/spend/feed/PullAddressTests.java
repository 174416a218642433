package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullAddressTests {

    private final PullAddress addresses = new PullAddress(Set.of("localhost:8090"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1"
            })
    void does_not_look_into_networks_around_it(String address) throws Exception {
        assertThat(PullAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "151.101.1.69", "100.128.0.1", "172.32.0.1", "2a04:4e42::81"})
    void fetches_from_public_addresses(String address) throws Exception {
        assertThat(PullAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void fetches_from_what_is_allowed_by_host_and_port() {
        assertThat(addresses.objection(URI.create("http://localhost:8090/feeds/a.csv")))
                .isEmpty();
        assertThat(addresses.objection(URI.create("http://localhost:8091/feeds/a.csv")))
                .hasValueSatisfying(why -> assertThat(why).contains("private network"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/a.csv", "/feeds/a.csv", "http://name:secret@127.0.0.1/a"
            })
    void refuses_what_is_no_web_address(String address) {
        assertThat(addresses.objection(URI.create(address))).isPresent();
    }
}
