package org.totalplace.gateway.page.why;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.gateway.page.Words;

/**
 * The figure that a reader asks about; it stands in the page's address, so that it can be shared.
 *
 * @param slice the parameters of the figure as spend-service takes them
 * @param figure which of the slice's amounts is meant
 */
record WhyAsked(Map<String, String> slice, Figure figure) {

    private static final List<String> PARAMETERS = List.of(
            "year",
            "phase",
            "agency",
            "function",
            "service",
            "month",
            "kind",
            "payee",
            "payeeAgency",
            "standing",
            "transfer",
            "delivery",
            "place",
            "asOf",
            "version");

    /** The amounts of a slice. */
    enum Figure {
        GROSS("gross"),
        ELIMINATED("eliminated"),
        APPORTIONED("apportioned"),
        NET("net"),
        LEDGER("ledger");

        private final String code;

        Figure(String code) {
            this.code = code;
        }

        String said(Words words) {
            return words.say("why.figure." + code);
        }

        String code() {
            return code;
        }

        static Figure named(@Nullable String code) {
            for (Figure figure : values()) {
                if (figure.code.equals(code)) {
                    return figure;
                }
            }
            return NET;
        }
    }

    static WhyAsked of(MultiValueMap<String, String> query) {
        return of(query.toSingleValueMap(), query.getFirst("figure"));
    }

    static WhyAsked of(Map<String, String> query, @Nullable String figure) {
        Map<String, String> slice = new LinkedHashMap<>();
        for (String name : PARAMETERS) {
            String said = query.getOrDefault(name, "").strip();
            if (!said.isEmpty()) {
                slice.put(name, said);
            }
        }
        return new WhyAsked(slice, Figure.named(figure));
    }

    /** What the address says of a parameter, else nothing. */
    String said(String parameter) {
        return slice.getOrDefault(parameter, "");
    }

    /** The same question at another page of the lineage. */
    public String href(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        slice.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        address.queryParam("figure", figure.code());
        return address.encode().buildAndExpand(slice).toUriString();
    }

    /** The same as of a moment, unless a version or a moment was asked for. */
    WhyAsked at(@Nullable String asOf) {
        if (asOf == null || slice.containsKey("asOf") || slice.containsKey("version")) {
            return this;
        }
        Map<String, String> pinned = new LinkedHashMap<>(slice);
        pinned.put("asOf", asOf);
        return new WhyAsked(pinned, figure);
    }
}
