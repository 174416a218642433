package org.totalplace.acceptance;

import static org.totalplace.acceptance.Trouble.asked;
import static org.totalplace.acceptance.Trouble.published;
import static org.totalplace.acceptance.Trouble.refused;
import static org.totalplace.acceptance.Trouble.utf8;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Troubles beyond those of the first kind: of single cells, of rows that swallow others, of what has to be asked. */
final class OtherTroubles {

    private OtherTroubles() {}

    static Stream<Trouble> ofAmounts() {
        return Stream.of(
                published(
                        "a currency sign alone is missing",
                        "Date,Supplier,Amount\n01/05/2024,A,100.00\n02/05/2024,B,£\n",
                        1,
                        "100.00",
                        "required-value"),
                published(
                        "no-break spaces, a letter l and signs behind",
                        "Date,Supplier,Amount\n01/05/2024,A,\u00A0100.00\u00A0\n02/05/2024,B,l50.00\n02/05/2024,C,5.00-\n",
                        3,
                        "145.00",
                        null),
                published(
                        "a third of a penny",
                        "Date,Supplier,Amount\n01/05/2024,A,100.00\n02/05/2024,B,50.333\n",
                        1,
                        "100.00",
                        "type-error"),
                published(
                        "spend excluding VAT beside gross",
                        "Date,Supplier,Spend (excl VAT),VAT,Gross Amount\n01/05/2024,A,100.00,20.00,120.00\n",
                        1,
                        "100.00",
                        null),
                published(
                        "sub-totals between the rows",
                        "Date,Supplier,Amount\n01/05/2024,A,10.00\n02/05/2024,B,5.00\n,Sub-total,15.00\n"
                                + "03/05/2024,C,4.00\n,Sub-total,4.00\n,Grand total,19.00\n",
                        3,
                        "19.00",
                        "total-row"),
                refused(
                        "a title that speaks of thousands",
                        "may.csv",
                        utf8("\"Payments over £25,000 (£000s)\",,\nDate,Supplier,Amount\n01/05/2024,A,26.50\n"),
                        "incorrect-label"));
    }

    static Stream<Trouble> ofDays() {
        return Stream.of(
                published(
                        "American order",
                        "Date,Supplier,Amount\n05/13/2024,A,1.00\n05/21/2024,B,2.00\n05/02/2024,C,3.00\n",
                        3,
                        "6.00",
                        null),
                published(
                        "days that can be read in two ways",
                        "Date,Supplier,Amount\n05/04/2024,A,1.00\n06/04/2024,B,2.00\n",
                        2,
                        "3.00",
                        "ambiguous-date"),
                published("no column of days", "Supplier,Amount\nA,1.00\nB,2.00\n", 2, "3.00", "missing-label")
                        .about("2024-05"),
                published("days without a year", "Date,Supplier,Amount\n10-May,A,1.00\n", 1, "1.00", "ambiguous-date")
                        .about("2024-05"),
                published(
                                "a month of the period without a row",
                                "Date,Supplier,Amount\n01/05/2024,A,1.00\n",
                                1,
                                "1.00",
                                "partial-return")
                        .about("2024-05/2024-06"),
                asked(
                        "months in figures",
                        "Period,Supplier,Amount\n202405,A,1.00\n202405,B,2.00\n",
                        2,
                        "3.00",
                        "ambiguous-date"));
    }

    static Stream<Trouble> ofLayouts() {
        return Stream.of(
                published(
                        "a quotation mark that is not closed",
                        "Date,Supplier,Amount\n01/05/2024,\"A Ltd,100.00\n02/05/2024,B,200.00\n03/05/2024,\"C\",300.00\n",
                        3,
                        "600.00",
                        "format-error"),
                published(
                        "columns without a header",
                        "Date,,Supplier,Amount\n01/05/2024,x,A,1.00,Capital\n02/05/2024,y,B,2.00,Revenue\n",
                        2,
                        "3.00",
                        "blank-header"),
                published(
                        "lines quoted as a whole",
                        "\"Date,Supplier,Amount\"\n\"01/05/2024,\"\"A, B\"\",1.00\"\n\"02/05/2024,C,2.00\"\n"
                                + "\"03/05/2024,D,3.00\"\n",
                        3,
                        "6.00",
                        "format-error"),
                published(
                        "words that name a person",
                        "Date,Supplier,Description,Amount\n01/05/2024,A Ltd,Taxi for Mr J Smith,1.00\n",
                        1,
                        "1.00",
                        "possible-personal-data"),
                published(
                        "a JSON array",
                        "[{\"date\":\"2024-05-01\",\"payee\":\"A\",\"amount\":1.10},"
                                + "{\"date\":\"2024-05-02\",\"payee\":\"B\",\"amount\":2.20}]",
                        2,
                        "3.30",
                        null),
                asked(
                        "a column of credits without a minus",
                        "Date,Supplier,Amount,Type\n01/05/2024,A,9.00,Invoice\n02/05/2024,B,8.00,Invoice\n"
                                + "03/05/2024,C,1.00,Credit Note\n",
                        3,
                        "18.00",
                        "deviated-value"),
                asked("a title and nothing else", "Payments to suppliers over £500\n", 0, "0.00", "nil-return"),
                refused("a cell past the limit", "may.csv", longCell(), "format-error"),
                refused("more columns than the limit", "may.csv", utf8("x,".repeat(600) + "\n"), "format-error"));
    }

    private static byte[] longCell() {
        return ("Date,Supplier,Amount\n01/05/2024,\"" + "x".repeat(70_000) + "\",1.00\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
