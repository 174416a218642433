package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.DeliveryStatus;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.Policy;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.ledger.LedgerFacts;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeOrNothingIntegrationTests extends RunningSpendService {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));

    private final LedgerFacts facts = new LedgerFacts(DATABASE);

    @BeforeAll
    void register() {
        door().register("breaking", "Breaking Council");
    }

    @Test
    void a_posting_that_fails_as_its_last_step_leaves_nothing() throws Exception {
        InstantSource noTime = () -> {
            throw new IllegalStateException("The clock fell off the wall");
        };
        String before = traces();

        assertThatThrownBy(() -> post(noTime, connection -> List.of())).hasMessageContaining("clock");

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void a_posting_whose_connection_is_cut_leaves_nothing() throws Exception {
        String before = traces();

        assertThatThrownBy(() -> post(Clock.systemUTC(), connection -> {
                    facts.number("select pg_terminate_backend(" + backend(connection) + ")::int");
                    return List.of();
                }))
                .isInstanceOf(SQLException.class);

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void a_posting_that_is_only_closed_leaves_nothing() throws Exception {
        String before = traces();

        try (PaymentsPosting posting = PaymentsPosting.open(facts.openTransaction(), delivery(), CLOCK)) {
            assertThat(posting.post(row(2))).isEmpty();
        }

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void a_payee_too_long_to_be_a_name_is_told() throws Exception {
        try (PaymentsPosting posting = PaymentsPosting.open(facts.openTransaction(), delivery(), CLOCK)) {
            assertThat(posting.post(new RowOutcome.Accepted(2, new Row("x".repeat(501)))))
                    .hasValueSatisfying(problem -> assertThat(problem.message()).contains("more than 500 characters"));
        }
    }

    @Test
    void lines_are_never_changed_or_deleted() {
        door().push(
                        "breaking",
                        "2017-04",
                        aPaymentsFile()
                                .paying("A", "5.00", "01/04/2017", "Parks")
                                .text());

        assertThatThrownBy(() -> facts.run("update ledger_line set pence = 0"))
                .hasMessageContaining("never changed or deleted");
        assertThatThrownBy(() -> facts.run("delete from ledger_line")).hasMessageContaining("restate them");
        assertThatThrownBy(() -> facts.run("truncate ledger_line")).isInstanceOf(SQLException.class);
    }

    private void post(InstantSource clock, org.totalplace.intake.delivery.Posting.Closing closing) throws Exception {
        try (PaymentsPosting posting = PaymentsPosting.open(facts.openTransaction(), delivery(), clock)) {
            posting.post(row(2));
            posting.post(row(3));
            posting.publish(closing);
        }
    }

    private static long backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String traces() {
        return facts.number("select count(*) from ledger_line") + " lines, "
                + facts.number("select count(*) from ledger_total") + " totals, "
                + facts.number("select count(*) from payee_name where printed = 'Never Heard Of Ltd'") + " names, "
                + facts.number("select count(*) from posted_delivery") + " deliveries, "
                + facts.number("select count(*) from revision") + " revisions";
    }

    private Delivery delivery() throws SQLException {
        UUID id = UUID.randomUUID();
        facts.run("""
                insert into delivery (id, feed, agency, status, name, bytes, sha256, received_at)
                values ('%s', 'breaking-payments', 'breaking', 'refused', 'a.csv', 1, '%s', now())
                """.formatted(id, id));
        Feed feed = new Feed(
                "breaking-payments",
                new AgencyCode("breaking"),
                "payments",
                Policy.ACCEPT_GOOD_ROWS,
                null,
                Map.of(),
                false,
                null,
                null);
        return new Delivery(
                id,
                1,
                feed,
                DeliveryStatus.READING,
                "a.csv",
                1,
                "0".repeat(64),
                null,
                null,
                null,
                Path.of("nowhere"),
                null);
    }

    private static RowOutcome.Accepted row(long row) {
        return new RowOutcome.Accepted(row, new Row("Never Heard Of Ltd"));
    }

    private record Row(String payee) implements Values {

        @Override
        public @Nullable String text(int field) {
            return field == Layouts.PAYMENTS.indexOf("payee") ? payee : null;
        }

        @Override
        public LocalDate date(int field) {
            return LocalDate.of(2018, 5, 1);
        }

        @Override
        public @Nullable LocalDateTime time(int field) {
            return null;
        }

        @Override
        public Pence amount(int field) {
            return new Pence(100);
        }

        @Override
        public java.math.@Nullable BigDecimal number(int field) {
            return null;
        }

        @Override
        public List<Problem> notes() {
            return List.of();
        }
    }
}
