package org.totalplace.spend.transfer;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/**
 * Reads what agencies show to have received from each other, and matches it with what was paid. A receipt is a line
 * that names the payer with an amount below zero, or whose words say that it was received. All years are matched
 * together, so that a payment of March is matched with its receipt of April whichever year is asked for.
 */
@Component
public class ReceiptsReading {

    private static final String ENTRIES = """
            with entry as (
                select t.*, t.pence < 0 or t.kind = 'receipt' as received from transfer_line t
                where t.phase = :phase::phase and %s
            ), pair as (
                select distinct e.payer as receiver, e.payee as giver from entry e where e.received
            )
            select g.code as giver, r.code as receiver, e.received, d.delivery, e.row, e.part, e.year, e.paid_on,
                   abs(e.pence) as pence
            from entry e
            join pair p on (e.received and (e.payer, e.payee) = (p.receiver, p.giver))
                        or (not e.received and (e.payer, e.payee) = (p.giver, p.receiver))
            join agency g on g.id = p.giver
            join agency r on r.id = p.receiver
            join posted_delivery d on d.number = e.delivery
            where e.pence <> 0
            order by e.paid_on, d.delivery, e.row, e.part
            """.formatted(inForce("t"));

    private final DatabaseClient database;

    ReceiptsReading(DatabaseClient database) {
        this.database = database;
    }

    /** Who pays whom. */
    public record Pair(String payer, String payee) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int byPayer = payer.compareTo(other.payer);
            return byPayer == 0 ? payee.compareTo(other.payee) : byPayer;
        }
    }

    private record Entry(Pair pair, boolean received, TransferEntry entry) {}

    /** Both books of every pair of which the payee shows receipts, as of a revision. */
    public Mono<Map<Pair, BothBooks>> of(String phase, int revision) {
        return database.sql(ENTRIES)
                .bind("phase", phase)
                .bind("revision", revision)
                .map(ReceiptsReading::entry)
                .all()
                .collectList()
                .map(ReceiptsReading::matched);
    }

    private static Map<Pair, BothBooks> matched(List<Entry> entries) {
        Map<Pair, List<TransferEntry>> payments = new TreeMap<>();
        Map<Pair, List<TransferEntry>> receipts = new TreeMap<>();
        for (Entry entry : entries) {
            (entry.received() ? receipts : payments)
                    .computeIfAbsent(entry.pair(), pair -> new ArrayList<>())
                    .add(entry.entry());
        }
        Map<Pair, BothBooks> books = new TreeMap<>();
        receipts.forEach((pair, received) ->
                books.put(pair, BothBooks.of(payments.getOrDefault(pair, List.of()), received)));
        return books;
    }

    private static Entry entry(Readable row) {
        return new Entry(
                new Pair(
                        Objects.requireNonNull(row.get("giver", String.class)),
                        Objects.requireNonNull(row.get("receiver", String.class))),
                Boolean.TRUE.equals(row.get("received", Boolean.class)),
                new TransferEntry(
                        Objects.requireNonNull(row.get("delivery", UUID.class)),
                        Objects.requireNonNull(row.get("row", Long.class)),
                        Objects.requireNonNull(row.get("part", Integer.class)),
                        Objects.requireNonNull(row.get("year", Integer.class)),
                        Objects.requireNonNull(row.get("paid_on", LocalDate.class)),
                        new Pence(Objects.requireNonNull(row.get("pence", Long.class)))));
    }
}
