package org.totalplace.intake.layout;

import static org.totalplace.intake.layout.Field.optional;
import static org.totalplace.intake.layout.Field.required;
import static org.totalplace.intake.layout.FieldType.DATE;
import static org.totalplace.intake.layout.FieldType.NUMBER;
import static org.totalplace.intake.layout.FieldType.TEXT;
import static org.totalplace.intake.layout.FieldType.TIME;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The layouts of the kinds of record that agencies send. The synonyms are the headers that public bodies use; the
 * order says which is meant where a file has several, for example the day of payment before that of the invoice.
 */
public final class Layouts {

    private static final Pattern WORDS = Pattern.compile(",\\s+");

    /** Spending of any size, as the Local Government Transparency Code and the Treasury's rules have it published. */
    public static final RecordLayout PAYMENTS =
            new RecordLayout("payments", PaymentFields.all(), Policy.ACCEPT_GOOD_ROWS);

    /** Budgets, revised budgets and outturns, of one body or of many, in one column of amounts or in several. */
    public static final RecordLayout BUDGETS =
            new RecordLayout("budgets", BudgetFields.all(), Policy.ACCEPT_GOOD_ROWS, true);

    /** Persons as an agency knows them. */
    public static final RecordLayout PEOPLE = new RecordLayout(
            "people",
            List.of(
                    required("reference", TEXT, words("""
                    reference, person reference, client reference, person id, client id, patient id,
                    customer id, service user id, tenant id, tenant reference, case reference, hospital number,
                    local patient identifier, record id, rec id, unique id, ref, id
                    """))
                            .avoiding("nhs", "uprn", "address", "property", "agency", "organisation")
                            .asPersonal(),
                    optional("givenName", TEXT, words("""
                    given name, given names, first name, firstname, first names, forename, forenames,
                    christian name
                    """)).asPersonal(),
                    optional("familyName", TEXT, "family name", "surname", "last name", "lastname", "second name")
                            .avoiding("previous", "former", "maiden")
                            .asPersonal(),
                    optional("dateOfBirth", DATE, "date of birth", "dob", "birth date", "birthdate", "d o b", "born")
                            .asPersonal()
                            .asLenient(),
                    optional("sex", TEXT, "sex", "gender", "administrative gender", "sex at birth")
                            .asPersonal(),
                    optional("postcode", TEXT, "postcode", "post code", "postal code", "home postcode", "zip")
                            .avoiding("previous", "school", "gp")
                            .asPersonal(),
                    address(),
                    optional("nhsNumber", TEXT, "nhs number", "nhs no", "nhsnumber", "nhs num", "nhs id")
                            .avoiding("status", "verification")
                            .asPersonal(),
                    optional("uprn", TEXT, "uprn", "unique property reference number", "unique property reference")
                            .asPersonal(),
                    optional("updatedAt", TIME, words("""
                    updated at, updated, last updated, date updated, modified at, last modified, date modified,
                    as at
                    """)).asLenient(),
                    optional("encodingSchema", TEXT, "encoding schema", "encoding version", "schema version"),
                    optional("encoding", TEXT, "encoding", "encoded record", "clk", "bloom filter")
                            .avoiding("schema", "version")
                            .asPersonal()),
            Policy.ALL_OR_NOTHING);

    /**
     * What passed between a service and persons on a day. Several references stand in one cell, parted by
     * semicolons.
     */
    public static final RecordLayout CONTACTS = new RecordLayout(
            "contacts",
            List.of(
                    required("recordId", TEXT, words("""
                    record id, contact id, contact reference, event id, activity id, referral id, spell id,
                    attendance id, case id, ocel id, id
                    """)),
                    required("reference", TEXT, words("""
                    reference, references, person reference, client reference, client id, person id, patient id,
                    customer id, service user id, tenant id, tenant reference, case concept name,
                    ocel object person
                    """))
                            .avoiding("contact", "record", "event")
                            .asPersonal(),
                    required(
                            "service",
                            TEXT,
                            "service",
                            "service code",
                            "service line",
                            "service name",
                            "team",
                            "org group"),
                    required("type", TEXT, words("""
                    type, contact type, activity type, event type, activity, kind, concept name, ocel type
                    """)),
                    required("start", TIME, words("""
                    start, started at, start date, start time, contact date, activity date, event date,
                    date from, date of contact, time timestamp, ocel time, date
                    """)).avoiding("end", "birth", "updated"),
                    optional("end", TIME, "end", "ended at", "end date", "end time", "discharge date", "date to")
                            .avoiding("start", "birth"),
                    optional("units", NUMBER, words("""
                    units, units of activity, quantity, hours, days, number of units
                    """)),
                    optional("outcome", TEXT, "outcome", "contact outcome", "result", "disposal")),
            Policy.ALL_OR_NOTHING);

    /** What was measured of a person on a day. */
    public static final RecordLayout OUTCOMES = new RecordLayout(
            "outcomes",
            List.of(
                    required("recordId", TEXT, "record id", "observation id", "outcome id", "id"),
                    required("reference", TEXT, words("""
                    reference, person reference, client reference, client id, person id, patient id,
                    customer id, service user id, tenant id
                    """))
                            .avoiding("record", "observation")
                            .asPersonal(),
                    required("measure", TEXT, "measure", "measure code", "indicator", "outcome measure", "scale"),
                    required("value", NUMBER, "value", "score", "result", "reading", "observed value")
                            .asPersonal(),
                    required("observedAt", TIME, words("""
                    observed at, observed on, observation date, date observed, measured at, date measured,
                    assessment date, date
                    """)).avoiding("birth", "updated"),
                    optional("observedBy", TEXT, "observed by", "measured by", "assessor", "observer", "practitioner"),
                    optional("method", TEXT, "method", "how measured", "instrument", "source"),
                    optional("deleted", TEXT, "deleted", "is deleted", "withdrawn", "record deleted")),
            Policy.ALL_OR_NOTHING);

    private Layouts() {}

    /** Headers or words in one text, parted by commas, since one a line would fill pages. */
    static String[] words(String list) {
        return WORDS.split(list.strip(), -1);
    }

    private static Field address() {
        return optional("address", TEXT, "address", "full address", "home address", "residential address")
                .avoiding("previous", "email", "ip", "correspondence", "line", "1", "2", "3", "4")
                .joinedFrom(words("""
                    flat, house, house number, house name, building, building name, street number, street,
                    street name, road, address 1, address 2, address 3, address 4, address line 1,
                    address line 2, address line 3, address line 4, addr 1, addr 2, addr 3, suburb, locality,
                    town, city, village, county
                    """))
                .asPersonal();
    }
}
