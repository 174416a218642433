package org.totalplace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.sample.PrintedPayments.Printed;
import org.totalplace.sample.money.Declaration;
import org.totalplace.sample.place.Agency;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.ServiceLine;
import org.totalplace.value.Pence;

class MoneyTests {

    @TempDir
    static Path folder;

    private static WrittenPlace place;

    @BeforeAll
    static void write() throws IOException {
        place = WrittenPlace.of(folder, 10);
    }

    @Test
    void every_file_adds_up_to_its_declared_rows_and_total() throws IOException {
        for (Feed feed : place.feeds("payments")) {
            for (Delivery delivery : feed.deliveries()) {
                List<Printed> printed =
                        PrintedPayments.read(folder, feed.agency().value(), delivery.file());

                assertThat(printed).as(delivery.file()).hasSize((int) delivery.rows());
                assertThat(sum(printed)).as(delivery.file()).isEqualTo(delivery.total());
            }
        }
    }

    @Test
    void control_totals_by_service_are_the_sums_of_the_files_in_force() throws IOException {
        String totals = String.join("\n", place.lines("truth/control-totals.json"));
        for (Agency agency : Northmoor.place().spenders()) {
            Map<String, Pence> services = new HashMap<>();
            for (Delivery delivery : inForce(place.feed(agency.code() + "-payments"))) {
                for (Printed line : PrintedPayments.read(folder, agency.code().value(), delivery.file())) {
                    services.merge(line.service(), line.amount(), Pence::plus);
                }
            }

            assertThat(services.keySet())
                    .containsExactlyInAnyOrderElementsOf(Northmoor.place().servicesOf(agency).stream()
                            .map(ServiceLine::code)
                            .toList());
            services.forEach((service, amount) -> assertThat(totals).contains("\"" + service + "\": " + amount));
        }
    }

    @Test
    void every_listed_transfer_stands_in_its_row_and_names_a_partner_in_one_of_its_spellings() throws IOException {
        Map<String, List<Printed>> files = new HashMap<>();
        for (NamedCsvRecord transfer : place.csv("truth/transfers.csv")) {
            String file = transfer.getField("file");
            if (!files.containsKey(file)) {
                files.put(file, PrintedPayments.read(folder, transfer.getField("agency"), file));
            }
            Printed line = files.get(file).get(Integer.parseInt(transfer.getField("row")) - 1);

            assertThat(line.amount()).isEqualTo(Pence.ofPounds(transfer.getField("amount")));
            assertThat(line.payee()).isEqualTo(transfer.getField("payee"));
            Agency payee = Northmoor.place().agency(transfer.getField("payeeAgency"));
            Set<String> names = new HashSet<>();
            names.add(plain(payee.name()));
            payee.aliases().forEach(alias -> names.add(plain(alias)));
            payee.printed().forEach(name -> names.add(plain(name)));
            Declaration.all().stream()
                    .filter(declared -> declared.payee().equals(payee.code()))
                    .forEach(declared -> names.add(plain(declared.printed())));
            assertThat(names).contains(plain(line.payee()));
        }
    }

    @Test
    void nobody_but_a_listed_transfer_is_printed_with_a_partners_name() throws IOException {
        Set<String> partners = new HashSet<>();
        Northmoor.place().agencies().forEach(agency -> {
            partners.add(plain(agency.name()));
            agency.aliases().forEach(alias -> partners.add(plain(alias)));
            agency.printed().forEach(name -> partners.add(plain(name)));
        });
        long printed = 0;
        for (Feed feed : place.feeds("payments")) {
            for (Delivery delivery : feed.deliveries()) {
                printed += PrintedPayments.read(folder, feed.agency().value(), delivery.file()).stream()
                        .filter(line -> partners.contains(plain(line.payee())))
                        .count();
            }
        }

        Set<String> declared =
                Declaration.all().stream().map(Declaration::printed).collect(Collectors.toUnmodifiableSet());
        long named = place.csv("truth/transfers.csv").stream()
                .filter(transfer -> !declared.contains(transfer.getField("payee")))
                .count();
        assertThat(printed).isEqualTo(named).isPositive();
    }

    @Test
    void agencies_cost_about_what_such_bodies_cost() {
        assertThat(millions("county")).isBetween(600, 640);
        assertThat(millions("district")).isBetween(98, 106);
        assertThat(millions("nhs-trust")).isBetween(505, 535);
        assertThat(millions("icb")).isBetween(760, 800);
        assertThat(millions("police")).isBetween(125, 135);
        assertThat(millions("fire")).isBetween(26, 30);
        assertThat(millions("probation")).isBetween(13, 15);
        assertThat(millions("housing")).isBetween(57, 63);
    }

    @Test
    void there_are_credits_redactions_and_payments_that_look_the_same() throws IOException {
        List<Printed> county = PrintedPayments.read(
                folder,
                "county",
                place.feed("county-payments").deliveries().getFirst().file());

        assertThat(county).anyMatch(line -> line.amount().value() < 0);
        assertThat(county)
                .filteredOn(line -> line.payee().toLowerCase(Locale.UK).contains("redacted"))
                .hasSizeGreaterThan(1_000);
        assertThat(county).anyMatch(line -> line.payee().equals("Northmoor County Cricket Club"));
        assertThat(Set.copyOf(county)).hasSizeLessThan(county.size());
    }

    @Test
    void partners_show_what_they_received_some_time_after_it_was_paid() throws IOException {
        List<NamedCsvRecord> transfers = place.csv("truth/transfers.csv");
        List<NamedCsvRecord> receipts = transfers.stream()
                .filter(transfer -> transfer.getField("amount").startsWith("-"))
                .toList();

        assertThat(receipts).hasSizeGreaterThan(15);
        assertThat(receipts).extracting(receipt -> receipt.getField("agency")).containsOnly("county", "fire", "icb");
        assertThat(receipts)
                .anySatisfy(receipt -> assertThat(transfers)
                        .extracting(transfer -> "-" + transfer.getField("amount"))
                        .contains(receipt.getField("amount")));
        assertThat(receipts)
                .anySatisfy(receipt -> assertThat(transfers)
                        .extracting(transfer -> "-" + transfer.getField("amount"))
                        .doesNotContain(receipt.getField("amount")));
    }

    @Test
    void one_partner_is_paid_and_tells_nothing_of_its_own_spending() throws IOException {
        assertThat(place.csv("truth/transfers.csv"))
                .filteredOn(transfer -> transfer.getField("status").equals("one-sided"))
                .isNotEmpty()
                .allSatisfy(
                        transfer -> assertThat(transfer.getField("payeeAgency")).isEqualTo("ambulance"));
        assertThat(Northmoor.place().spenders())
                .noneMatch(agency -> agency.code().value().equals("ambulance"));
    }

    private static List<Delivery> inForce(Feed feed) {
        Set<String> restated = new HashSet<>();
        feed.deliveries().stream().filter(Delivery::restates).forEach(delivery -> restated.add(delivery.period()));
        return feed.deliveries().stream()
                .filter(delivery -> delivery.restates() || !restated.contains(delivery.period()))
                .toList();
    }

    private static int millions(String agency) {
        Pence total = Pence.ZERO;
        for (Delivery delivery : inForce(place.feed(agency + "-payments"))) {
            total = total.plus(Objects.requireNonNull(delivery.total()));
        }
        return total.pounds()
                .divideToIntegralValue(BigDecimal.valueOf(1_000_000))
                .intValueExact();
    }

    private static Pence sum(List<Printed> lines) {
        return lines.stream().map(Printed::amount).reduce(Pence.ZERO, Pence::plus);
    }

    /** Without case, bracketed remarks, punctuation and the words for a limited company. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.UK)
                .replaceAll("\\(\\d+\\)|\\(dd only\\)", "")
                .replaceAll("\\b(ltd|limited)\\b", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
