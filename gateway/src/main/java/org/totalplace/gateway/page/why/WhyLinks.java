package org.totalplace.gateway.page.why;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of one page are explained, as of the moment at which it was counted: both say the same.
 *
 * @param asOf the moment that the answer carried; null for now
 */
public record WhyLinks(String year, @Nullable String asOf) {

    public String place(String figure) {
        return href(Map.of(), figure);
    }

    public String agency(String code, String figure) {
        return href(Map.of("agency", code), figure);
    }

    /** @param code of a function; {@code unmapped} for lines whose function nobody knows yet */
    public String function(String code, String figure) {
        return href(Map.of("function", code), figure);
    }

    /** Of an agency's function. */
    public String cell(String agency, String function, String figure) {
        return href(Map.of("agency", agency, "function", function), figure);
    }

    public String transfer(String payer, String payee) {
        return href(Map.of("agency", payer, "payeeAgency", payee, "transfer", "any"), "ledger");
    }

    /** A figure of a phase, which is told before transfers are taken out. */
    public String phase(String agency, String phase) {
        return href(Map.of("agency", agency, "phase", phase), "ledger");
    }

    private String href(Map<String, String> narrowed, String figure) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", year);
        query.putAll(narrowed);
        if (asOf != null) {
            query.put("asOf", asOf);
        }
        return WhyAsked.of(query, figure).href("/place/why");
    }
}
