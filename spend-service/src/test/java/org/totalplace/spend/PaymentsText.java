package org.totalplace.spend;

import java.util.ArrayList;
import java.util.List;

/** A payments file as an agency would write it, row by row. */
public final class PaymentsText {

    private final List<String> rows = new ArrayList<>();

    private PaymentsText() {}

    public static PaymentsText aPaymentsFile() {
        return new PaymentsText();
    }

    public PaymentsText paying(String payee, String amount, String date, String service) {
        rows.add("%s,\"%s\",\"%s\",%s,TX%05d,Revenue".formatted(date, payee, amount, service, rows.size() + 1));
        return this;
    }

    public String text() {
        return "Payment Date,Supplier Name,Net Amount,Service Area,Transaction Number,Capital or Revenue\r\n"
                + String.join("\r\n", rows)
                + "\r\n";
    }
}
