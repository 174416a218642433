package org.totalplace.journey.person;

/**
 * What agencies know of a person, as SQL over the records {@code i} of a person's subjects: of each thing the newest
 * that can be read.
 */
public final class NewestRecord {

    private static final String POSTCODE = "upper(regexp_replace(i.postcode, '\\s', '', 'g'))";

    /** A postcode without its last two letters: {@code NM4 7}. Placeholders and halves of postcodes tell nothing. */
    public static final String SECTOR = """
            (array_agg(regexp_replace(%1$s, '(.)..$', ' \\1') order by i.updated_at desc, i.subject)
                 filter (where %1$s ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$'))[1]""".formatted(POSTCODE);

    public static final String BORN = """
            (array_agg(i.date_of_birth order by i.updated_at desc, i.subject) filter (where i.date_of_birth is not null))[1]""";

    private NewestRecord() {}
}
