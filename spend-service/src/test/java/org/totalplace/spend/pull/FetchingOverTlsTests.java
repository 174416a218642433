package org.totalplace.spend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.intake.delivery.Spool;
import org.totalplace.intake.fetch.PullAddress;
import org.totalplace.local.process.FreePorts;
import reactor.netty.http.Http11SslContextSpec;

/** Fetches over TLS from hosts with made-up names, which our own machine is behind. */
class FetchingOverTlsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HOST = "files.example";

    private final int port = FreePorts.any();

    @TempDir
    private Path folder = Path.of("unset");

    private static X509Bundle issuer(String name) throws Exception {
        return new CertificateBuilder()
                .subject("CN=" + name)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    private static CertificateBuilder certificate(String host) {
        return new CertificateBuilder().subject("CN=" + host).addSanDnsName(host);
    }

    /** Fetches from a server that shows this certificate, trusting one issuer. */
    private Fetched fetched(X509Bundle shown, X509Bundle trusted) throws Exception {
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(shown.toKeyManagerFactory().getKeyManagers(), new TrustManager[0], null);
        Http11SslContextSpec tls =
                Http11SslContextSpec.forClient().configure(context -> context.trustManager(trusted.getCertificate()));
        PullAddress addresses =
                new PullAddress(Set.of(HOST + ":" + port), host -> List.of(InetAddress.getByName("127.0.0.1")));
        Fetching fetching = new Fetching(addresses, new Spool(folder), InstantSource.system(), tls);
        try (AgencyWeb agency = AgencyWeb.proving(server, port)) {
            agency.serves("/file.csv", "Date,Amount");
            return Objects.requireNonNull(
                    fetching.fetch("https://" + HOST + ":" + port + "/file.csv", null, UUID.randomUUID())
                            .block(PATIENCE));
        }
    }

    @Test
    void a_host_that_proves_its_name_is_fetched_from_though_its_address_is_pinned() throws Exception {
        X509Bundle issuer = issuer("Trusted");

        Fetched fetched = fetched(certificate(HOST).buildIssuedBy(issuer), issuer);

        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.File.class,
                        file -> assertThat(file.spooled().bytes()).isEqualTo(11));
    }

    @Test
    void a_certificate_of_another_host_is_refused() throws Exception {
        X509Bundle issuer = issuer("Trusted");

        assertRefused(fetched(certificate("other.example").buildIssuedBy(issuer), issuer));
    }

    @Test
    void a_certificate_of_an_unknown_issuer_is_refused() throws Exception {
        assertRefused(fetched(certificate(HOST).buildIssuedBy(issuer("Nobody")), issuer("Trusted")));
    }

    @Test
    void a_certificate_that_has_run_out_is_refused() throws Exception {
        X509Bundle issuer = issuer("Trusted");
        Instant now = InstantSource.system().instant();
        CertificateBuilder expired =
                certificate(HOST).notBefore(now.minus(Duration.ofDays(2))).notAfter(now.minus(Duration.ofDays(1)));

        assertRefused(fetched(expired.buildIssuedBy(issuer), issuer));
    }

    private static void assertRefused(Fetched fetched) {
        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.why())
                                .startsWith("'files.example' does not prove by its certificate that it is that host"));
    }
}
