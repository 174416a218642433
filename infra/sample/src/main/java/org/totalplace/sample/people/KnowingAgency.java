package org.totalplace.sample.people;

import org.totalplace.value.AgencyCode;

/** The four agencies that hold people; each has references of its own form. */
public enum KnowingAgency {
    COUNTY("county", 7_654_321, "N%07d"),
    NHS_TRUST("nhs-trust", 3_141_593, "T%08d"),
    HOUSING("housing", 5_550_123, "MH-%07d"),
    PROBATION("probation", 1_234_577, "X%07d");

    /** A prime, so that multiples of it modulo ten million run through all of them. */
    private static final long STEP = 6_700_417;

    private static final long FORMS = 10_000_000;

    private final AgencyCode code;
    private final long offset;
    private final String form;

    KnowingAgency(String code, long offset, String form) {
        this.code = new AgencyCode(code);
        this.offset = offset;
        this.form = form;
    }

    public AgencyCode code() {
        return code;
    }

    /**
     * The agency's own reference for a number: different numbers below ten million have different references,
     * in no visible order.
     */
    public String reference(long number) {
        return form.formatted((number * STEP + offset) % FORMS);
    }
}
