package org.totalplace.sample.money;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.totalplace.sample.place.Json;

/** The style of every agency, each after one that is seen in published files. */
final class PaymentStyles {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final DateTimeFormatter SLASHES = form("dd/MM/yyyy");
    private static final DateTimeFormatter DOTS = form("dd.MM.yyyy");
    private static final DateTimeFormatter NAMED_MONTH = form("dd-MMM-yy");

    private PaymentStyles() {}

    static PaymentStyle of(String agency) {
        return switch (agency) {
            case "county" -> county();
            case "district" -> district();
            case "nhs-trust" -> trust();
            case "icb" -> careBoard();
            case "police" -> police();
            case "fire" -> fire();
            case "probation" -> probation();
            case "benefits" -> benefits();
            default -> throw new IllegalArgumentException("No printed style for " + agency);
        };
    }

    private static PaymentStyle county() {
        return PaymentStyle.of(
                        "Body|Name of Body|Date|Transaction Number|Amount|Supplier Name|Service Area|Division"
                                + "|Expense Type|Capital or Revenue",
                        p -> List.of(
                                "E10009999",
                                "Northmoor County Council",
                                p.date() + " 00:00:00",
                                "CFADDAY" + (37_000_000 + p.number()),
                                Amounts.withFloatNoise(p),
                                p.payee(),
                                p.service().code(),
                                p.service().name(),
                                p.category(),
                                kind(p)))
                .withByteOrderMark();
    }

    private static PaymentStyle district() {
        return PaymentStyle.of(
                        "Service Area|Division|Expenditure Category|Payment Date|Trans No|Net Amount (£)"
                                + "|Revenue/Capital|Supplier",
                        p -> List.of(
                                p.service().code(),
                                p.service().name(),
                                p.category() + " – Thornby",
                                SLASHES.format(p.date()),
                                "%d - 1".formatted(1_036_000 + p.number()),
                                p.amount().toString(),
                                kind(p),
                                p.payee()))
                .in(WINDOWS)
                .endingLinesWith(LineDelimiter.LF)
                .above(Collections.nCopies(40, Collections.nCopies(8, "")));
    }

    private static PaymentStyle trust() {
        return PaymentStyle.of(
                "Department family|Entity|Date of payment|Expense type|Expense area|Directorate|Supplier"
                        + "|Transaction number|amount",
                p -> List.of(
                        "Department of Health and Social Care",
                        "Northmoor Hospitals NHS Foundation Trust",
                        SLASHES.format(p.date()),
                        p.category(),
                        p.service().code(),
                        p.service().name(),
                        p.payee(),
                        "id:" + (13_300_000 + p.number()) + (p.number() % 3 == 0 ? "  " : ""),
                        p.amount().toString()));
    }

    private static PaymentStyle careBoard() {
        return PaymentStyle.of(
                "Department Family|Entity|Date|Expense Type|Expense Area|Programme|Supplier|Transaction Number"
                        + "|AP Amount",
                p -> List.of(
                        "NHS England",
                        "NHS Northmoor Integrated Care Board",
                        SLASHES.format(p.date()),
                        p.category(),
                        p.service().code(),
                        p.service().name(),
                        p.payee(),
                        String.valueOf(4_342_000 + p.number()),
                        Amounts.withBrackets(p.amount())));
    }

    private static PaymentStyle police() {
        return PaymentStyle.of(
                        "* Department|* Function|* Supplier Name|* Payment Date|* Transaction No|* Purpose|* Amount"
                                + "|* Capital/Revenue",
                        p -> List.of(
                                p.service().code(),
                                p.service().name(),
                                p.payee(),
                                DOTS.format(p.date()),
                                "P" + (600_000 + p.number()),
                                p.category(),
                                p.amount().toString(),
                                kind(p)))
                .under(List.of(
                        titled("Northmoor Police and Crime Commissioner", 8),
                        titled("Payments to suppliers, published under the transparency code", 8)));
    }

    private static PaymentStyle fire() {
        return PaymentStyle.of(
                        "Payment Date|Transaction Reference|Supplier|Service|Function|Purpose of Expenditure"
                                + "|Amount Excl VAT|Capital or Revenue",
                        p -> List.of(
                                SLASHES.format(p.date()),
                                (p.number() % 9 == 0 ? "CC" : "") + (21_000 + p.number()),
                                p.payee(),
                                p.service().code(),
                                p.service().name(),
                                p.category(),
                                Amounts.withTrailingMinus(p.amount()),
                                kind(p)))
                .separatedBy(';');
    }

    /** The last row is an unlabelled sum of the file. */
    private static PaymentStyle probation() {
        return PaymentStyle.of(
                        "Entity|Date of Payment|Expense Type|Cost Centre|Directorate|Supplier|Transaction Number"
                                + "|Total Amount",
                        p -> List.of(
                                "Northmoor Probation Service",
                                NAMED_MONTH.format(p.date()),
                                p.category(),
                                p.service().code(),
                                p.service().name(),
                                p.payee(),
                                String.valueOf(880_000 + p.number()),
                                Amounts.withSign(p.amount())))
                .in(WINDOWS)
                .above(List.of(List.of("", "", "", "", "", "", "", PaymentStyle.TOTAL)));
    }

    private static PaymentStyle benefits() {
        return PaymentStyle.of(
                        "Entity|Date|Expense Type|Expense Area|Programme|Supplier|Transaction Number|Amount",
                        p -> List.of(
                                "National Benefits Agency",
                                NAMED_MONTH.format(p.date()),
                                p.category(),
                                p.service().code(),
                                p.service().name(),
                                p.payee(),
                                String.valueOf(5_100_000 + p.number()),
                                Amounts.inWholePounds(p.amount())))
                .in(WINDOWS);
    }

    /** The housing association's object a line. */
    static String housing(Payment p) {
        return Json.line(Json.object(
                "paymentDate", p.date(),
                "transactionReference", "MH-%06d".formatted(p.number()),
                "supplier", p.payee(),
                "service", p.service().code(),
                "programme", p.service().name(),
                "category", p.category(),
                "amount", p.amount(),
                "type", kind(p)));
    }

    private static String kind(Payment payment) {
        return payment.capital() ? "Capital" : "Revenue";
    }

    private static List<String> titled(String title, int cells) {
        List<String> row = new ArrayList<>(Collections.nCopies(cells, ""));
        row.set(0, title);
        return List.copyOf(row);
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
