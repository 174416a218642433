package org.totalplace.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullAddressTests {

    private static final Names NAMES = host -> switch (host) {
        case "council.example" -> List.of(InetAddress.getByName("151.101.1.69"));
        case "inside.example" -> List.of(InetAddress.getByName("10.0.0.5"));
        case "half-inside.example" ->
            List.of(InetAddress.getByName("151.101.1.69"), InetAddress.getByName("169.254.169.254"));
        case "nowhere.example" -> throw new UnknownHostException("Name or service not known");
        default -> List.of(InetAddress.getAllByName(host));
    };

    private final PullAddress addresses = new PullAddress(Set.of("localhost:8090"), NAMES);

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
                "192.88.99.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1",
                "3fff::1"
            })
    void does_not_look_into_networks_around_it(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "151.101.1.69", "100.128.0.1", "172.32.0.1", "2a04:4e42::81"})
    void fetches_from_public_addresses(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void fetches_from_what_is_allowed_by_host_and_port() {
        assertThat(addresses.objection("http://localhost:8090/feeds/a.csv")).isEmpty();
        assertThat(addresses.objection("http://localhost:8091/feeds/a.csv"))
                .hasValueSatisfying(why -> assertThat(why).contains("private network"));
    }

    @Test
    void fetches_from_a_host_that_is_public_in_all_its_addresses() {
        assertThat(addresses.objection("https://council.example/spend.csv")).isEmpty();
        assertThat(addresses.objection("https://inside.example/spend.csv")).isPresent();
        assertThat(addresses.objection("https://half-inside.example/spend.csv")).isPresent();
    }

    @Test
    void says_plainly_that_a_host_is_unknown() {
        assertThat(addresses.objection("https://nowhere.example/spend.csv"))
                .hasValue("no host is called 'nowhere.example'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/a.csv",
                "/feeds/a.csv",
                "http://name:secret@127.0.0.1/a",
                "http://council.example@10.0.0.1/",
                "not an address",
                "http://",
                "http:///a.csv",
                "javascript:alert(1)"
            })
    void refuses_what_is_no_web_address(String address) {
        assertThat(addresses.objection(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://010.0.0.1/",
                "http://127.1/",
                "http://8.8.2056/",
                "http://127.0.0.1./",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[2a04:4e42::81%251]/",
                "http://127.0.0.1/",
                "http://256.256.256.256/"
            })
    void is_not_fooled_by_spellings(String address) {
        assertThat(addresses.objection(address)).isPresent();
    }

    @Test
    void takes_ports_from_the_scheme() {
        assertThat(PullAddress.port(URI.create("https://council.example/"))).isEqualTo(443);
        assertThat(PullAddress.port(URI.create("http://council.example/"))).isEqualTo(80);
        assertThat(PullAddress.port(URI.create("http://council.example:81/"))).isEqualTo(81);
    }
}
