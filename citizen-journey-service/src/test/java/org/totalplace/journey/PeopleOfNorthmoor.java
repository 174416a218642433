package org.totalplace.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;

/** A place without people, on real servers; agencies deliver through its door. */
public final class PeopleOfNorthmoor {

    public static final String HEADER =
            "reference,givenName,familyName,dateOfBirth,sex,postcode,address,nhsNumber,uprn,updatedAt\n";

    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Database database;
    private final Pseudonyms pseudonyms = Pseudonyms.ofHex(KEY);
    private WebTestClient client = WebTestClient.bindToServer().build();

    public PeopleOfNorthmoor(String databaseName) {
        this.database = RealServers.postgres().freshDatabase(databaseName);
    }

    public void register(DynamicPropertyRegistry registry) {
        registry.add("totalplace.database", database::name);
        registry.add("TOTALPLACE_DB_HOST", database::host);
        registry.add("TOTALPLACE_DB_PORT", database::port);
        registry.add("TOTALPLACE_DB_PASSWORD", database::password);
        registry.add("TOTALPLACE_KAFKA", () -> RealServers.kafka().bootstrapServers());
        registry.add("TOTALPLACE_ISSUER", () -> TokenIssuer.shared().url());
        registry.add("TOTALPLACE_PSEUDONYM_KEY", () -> KEY);
        registry.add("TOTALPLACE_DATA", () -> folder().toString());
        registry.add("totalplace.linkage.quiet", () -> "300ms");
        registry.add("totalplace.linkage.rest", () -> "0");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("journey-deliveries");
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    public void at(int port) {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }

    /** A request of somebody with this role, for the purpose of safeguarding. */
    public WebTestClient as(String role) {
        return client.mutate()
                .defaultHeader("Authorization", "Bearer " + TokenIssuer.shared().role(role))
                .defaultHeader("X-Purpose", "safeguarding")
                .build();
    }

    public WebTestClient client() {
        return client;
    }

    private WebTestClient agency(String code) {
        return client.mutate()
                .defaultHeader("Authorization", "Bearer " + TokenIssuer.shared().agency(code))
                .build();
    }

    /** Delivers the agency's people and returns how the delivery ended. */
    public String deliver(String agency, String... rows) {
        return deliverFile(agency, HEADER + String.join("\n", rows) + "\n");
    }

    public String deliverFile(String agency, String file) {
        String feed = "/api/v1/journeys/feeds/" + agency + "-people";
        agency(agency)
                .put()
                .uri(feed)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"agency\":\"" + agency + "\",\"kind\":\"people\"}")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        String location = Objects.requireNonNull(agency(agency)
                .post()
                .uri(feed + "/deliveries?name=people.csv")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location"));
        String[] status = {""};
        await(() -> {
            status[0] = status(agency, location);
            return !Set.of("received", "reading").contains(status[0]);
        });
        return status[0];
    }

    private String status(String agency, String location) {
        Map<?, ?> report = Objects.requireNonNull(agency(agency)
                .get()
                .uri(location)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return String.valueOf(report.get("status"));
    }

    /** The person of an agency's reference, or null. */
    public @Nullable String person(String agency, String reference) {
        Map<?, ?> found = as("practitioner")
                .get()
                .uri(uri -> uri.path("/api/v1/people")
                        .queryParam("agency", agency)
                        .queryParam("reference", reference)
                        .build())
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return found == null || found.get("personId") == null ? null : String.valueOf(found.get("personId"));
    }

    public UUID subject(String agency, String reference) {
        return pseudonyms.subject(new AgencyCode(agency), reference).value();
    }

    public void awaitLinked() {
        await(() -> texts("select subject::text from linking_due").isEmpty());
    }

    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("Waited for " + PATIENCE).isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** The first column of a query, as the tables' owner sees it. */
    public List<String> texts(String query) {
        try (Connection connection = owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(String.valueOf(row.getString(1)));
            }
            return texts;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public void run(String statements) {
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
    }

    /** Which subjects are together, whatever their persons are called. */
    public Set<Set<String>> partition() {
        Map<String, Set<String>> persons = new TreeMap<>();
        for (String member : texts("select person || ' ' || subject from person_subject")) {
            String[] words = member.split(" ", 2);
            persons.computeIfAbsent(words[0], person -> new TreeSet<>()).add(words[1]);
        }
        return Set.copyOf(persons.values());
    }

    /** A number with the check digit of the NHS data dictionary; not every nine digits have one. */
    public static String nhsNumber(int from) {
        for (int nine = from; ; nine++) {
            String digits = "%09d".formatted(nine);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (digits.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check != 10) {
                return digits + check;
            }
        }
    }
}
