package org.totalplace.intake.delivery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.reading.FileFacts;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.Problem;

/** What the agency is told of a delivery, in the shape of the API. */
final class Reports {

    private static final MathContext SHARE_DIGITS = new MathContext(4);

    private Reports() {}

    /** What is known before it was read. */
    static Map<String, Object> received(Delivery delivery) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", delivery.id());
        report.put("feed", delivery.feed().code());
        report.put("agency", delivery.feed().agency().value());
        report.put("status", delivery.status().code());
        report.put("file", file(delivery, null));
        return report;
    }

    /** @param facts and mapping null when the file could not even be opened */
    static Map<String, Object> read(
            Delivery delivery,
            @Nullable FileFacts facts,
            @Nullable Mapping mapping,
            Accounts accounts,
            @Nullable Period period) {
        Map<String, Object> report = received(delivery);
        report.put("file", file(delivery, facts));
        if (mapping != null) {
            report.put("mapping", mapping.columns());
            report.put(
                    "mappingSource",
                    mapping.source().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            report.put("unmapped", mapping.unmappedHeaders());
        }
        report.put("rows", rows(accounts));
        if (accounts.hasAmounts() || delivery.declaredTotal() != null) {
            report.put("amount", amount(delivery, accounts));
        }
        if (period != null) {
            report.put(
                    "period",
                    Map.of("from", period.from().toString(), "to", period.to().toString()));
        }
        if (!accounts.payees().isNone()) {
            report.put("payees", accounts.payees());
        }
        report.put("problems", problems(accounts));
        return report;
    }

    private static Map<String, Object> file(Delivery delivery, @Nullable FileFacts facts) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", delivery.name());
        file.put("bytes", delivery.bytes());
        file.put("sha256", delivery.sha256());
        if (facts != null) {
            file.put("container", facts.container());
            file.put("encoding", facts.encoding());
            if (facts.dialect() != null) {
                file.put("dialect", facts.dialect());
            }
            file.put("headerRow", facts.headerRow());
            if (!facts.sheets().isEmpty()) {
                file.put("sheets", facts.sheets());
            }
        }
        return file;
    }

    private static Map<String, Object> rows(Accounts accounts) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("read", accounts.read());
        rows.put("accepted", accounts.accepted());
        rows.put("refused", accounts.refused());
        rows.put("blank", accounts.blankRows());
        rows.put("setAside", accounts.setAsideRows());
        return rows;
    }

    private static Map<String, Object> amount(Delivery delivery, Accounts accounts) {
        Map<String, Object> amount = new LinkedHashMap<>();
        amount.put("accepted", accounts.acceptedAmount().pounds());
        amount.put("refused", accounts.refusedAmount().pounds());
        var declared = delivery.declaredTotal();
        if (declared != null) {
            amount.put("declared", declared.pounds());
            amount.put(
                    "difference",
                    accounts.acceptedAmount()
                            .plus(accounts.refusedAmount())
                            .minus(declared)
                            .pounds());
        }
        return amount;
    }

    private static List<Map<String, Object>> problems(Accounts accounts) {
        long read = Math.max(1, accounts.read());
        return accounts.problems().entrySet().stream()
                .map(entry -> {
                    Map<String, Object> group = new LinkedHashMap<>();
                    group.put("type", entry.getKey().code());
                    group.put("count", entry.getValue().count());
                    group.put(
                            "share",
                            BigDecimal.valueOf(entry.getValue().count())
                                    .divide(BigDecimal.valueOf(read), SHARE_DIGITS));
                    group.put(
                            "examples",
                            entry.getValue().examples().stream()
                                    .map(Reports::example)
                                    .toList());
                    return group;
                })
                .toList();
    }

    private static Map<String, Object> example(Problem problem) {
        Map<String, Object> example = new LinkedHashMap<>();
        if (problem.row() != null) {
            example.put("row", problem.row());
        }
        if (problem.column() != null) {
            example.put("column", problem.column());
        }
        if (problem.cell() != null) {
            example.put("cell", problem.cell());
        }
        example.put("message", problem.message());
        return example;
    }
}
