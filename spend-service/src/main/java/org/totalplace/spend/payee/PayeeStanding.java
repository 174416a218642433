package org.totalplace.spend.payee;

import java.util.Locale;

/** What is known of whom a line pays. */
public enum PayeeStanding {
    /** An agency of the place. */
    AGENCY,
    /** An official body that is no agency of the place. */
    BODY,
    /** The body names nobody on purpose. */
    REDACTED,
    /** A name such as public bodies have, that is not resolved: the doubt in the count. */
    POSSIBLE_BODY,
    /** A company, a person, a club: resolved as far as the count needs it. */
    OTHER,
    /** The line has no payee. */
    NOT_NAMED;

    /** SQL that tells the standing of a line l by the name n of its payee and the resolution r of that. */
    public static final String OF_LINE = """
            case when l.payee is null then 'not-named' when n.redacted then 'redacted'
                 when r.agency is not null then 'agency' when r.body is not null then 'body'
                 when r.payee is null and n.looks_public then 'possible-body' else 'other' end""";

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other word */
    public static PayeeStanding ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
