package org.totalplace.intake.layout;

import static org.totalplace.intake.layout.Field.optional;
import static org.totalplace.intake.layout.Field.required;
import static org.totalplace.intake.layout.FieldType.AMOUNT;
import static org.totalplace.intake.layout.FieldType.DATE;
import static org.totalplace.intake.layout.FieldType.NUMBER;
import static org.totalplace.intake.layout.FieldType.TEXT;
import static org.totalplace.intake.layout.FieldType.TIME;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The layouts of the kinds of record that agencies send. The synonyms are the headers that public bodies use; the
 * order says which is meant where a file has several, for example the day of payment before that of the invoice, and
 * the net amount before the gross one.
 */
public final class Layouts {

    private static final Pattern WORDS = Pattern.compile(",\\s+");

    /** Spending of any size, as the Local Government Transparency Code and the Treasury's rules have it published. */
    public static final RecordLayout PAYMENTS = new RecordLayout(
            "payments",
            List.of(
                    paymentDate(),
                    paymentAmount(),
                    payee(),
                    payeeReference(),
                    service(),
                    purpose(),
                    transaction(),
                    category(),
                    optional("capitalOrRevenue", TEXT, words("""
                    capital or revenue, revenue or capital, capital revenue, revenue capital, cap rev,
                    capital or revenue expenditure, spend type, type
                    """)).avoiding("supplier", "creditor", "amount", "code"),
                    optional("card", TEXT, "card transaction", "purchase card", "procurement card", "card")
                            .avoiding("number", "holder", "no", "amount", "date")),
            Policy.ACCEPT_GOOD_ROWS);

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
                    """)).asLenient()),
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
                    attendance id, case id, id
                    """)),
                    required("reference", TEXT, words("""
                    reference, references, person reference, client reference, client id, person id, patient id,
                    customer id, service user id, tenant id, tenant reference
                    """))
                            .avoiding("contact", "record", "event")
                            .asPersonal(),
                    required("service", TEXT, "service", "service code", "service line", "service name", "team"),
                    required("type", TEXT, words("""
                    type, contact type, activity type, event type, activity, kind
                    """)),
                    required("start", TIME, words("""
                    start, started at, start date, start time, contact date, activity date, event date,
                    date from, date of contact, date
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
                    optional("method", TEXT, "method", "how measured", "instrument", "source")),
            Policy.ALL_OR_NOTHING);

    private Layouts() {}

    /** Headers or words in one text, parted by commas, since one a line would fill pages. */
    private static String[] words(String list) {
        return WORDS.split(list.strip(), -1);
    }

    private static Field paymentDate() {
        return required("date", DATE, words("""
                    payment date, date paid, paid date, date of payment, pay date, payment made date, date,
                    transaction date, date of transaction, clearing date, posting date, posted date,
                    date posted, gl date, accounting date, effective date, invoice date, document date
                    """)).avoiding("due", "received", "created", "period", "range", "birth");
    }

    private static Field paymentAmount() {
        return required("amount", AMOUNT, words("""
                    amount net of recoverable vat, net of recoverable vat, amount excluding vat,
                    amount excl vat, amount exc vat, amount ex vat, amount exclusive of vat, amount net of vat,
                    value excluding vat, net amount, amount net, net value, net, amount, amount paid,
                    payment amount, paid amount, transaction amount, line amount, invoice line amount,
                    distribution amount, sum of amount, value, payment value, spend, cost, total amount, total,
                    invoice amount, amount including vat, amount inc vat, gross amount, gross
                    """)).avoiding(words("""
                    vat, irrecoverable, tax, discount, original, currency, code, number, type, date, cumulative,
                    ytd, budget
                    """));
    }

    private static Field payee() {
        return optional("payee", TEXT, words("""
                    supplier name, payee name, beneficiary name, supplier, payee, vendor name, vendor,
                    creditor name, creditor, merchant name, merchant, beneficiary, supplier final,
                    recipient name, recipient, paid to, company name, company, name of supplier, name
                    """)).avoiding(words("""
                    id, number, no, code, type, postcode, reference, ref, classification, vat, category,
                    address, account, body, site, date, amount, file, cost, project, organisation, department,
                    service, directorate, contract
                    """));
    }

    private static Field payeeReference() {
        return optional("payeeReference", TEXT, words("""
                    supplier id, supplier number, supplier no, supplier code, supplier reference, supplier ref,
                    vendor id, vendor number, vendor no, vendor code, creditor id, creditor number,
                    creditor code, payee reference, payee id, payee number, beneficiary id,
                    beneficiary other id, company number, charity number
                    """));
    }

    private static Field service() {
        return optional("service", TEXT, words("""
                    service area, service label, service name, service, expense area, expenses area,
                    expenditure area, organisational unit, organizational unit, service division label,
                    service divison label, service cost centre, cost centre name, cost centre description,
                    cost centre, cost center, directorate, department area, department, department name,
                    division, business unit, portfolio, profit centre
                    """)).avoiding(words("""
                    family, charge, type, supplier, date, amount, category, level
                    """));
    }

    private static Field purpose() {
        return optional("purpose", TEXT, words("""
                    purpose, purpose of expenditure, purpose of spend, purpose of payment, summary of purpose,
                    description, payment description, transaction description, invoice description,
                    line description, po line description, item description, narrative, expense type,
                    expenses type, detailed expenditure type, expenditure category, expense description,
                    account description, account detail, subjective description, details, expenditure type, text
                    """)).avoiding("supplier", "code", "cost", "number");
    }

    private static Field transaction() {
        return optional("transaction", TEXT, words("""
                    transaction number, transaction no, transaction reference, transaction ref, transaction id,
                    trans no, trans number, trans ref, transaction, internal reference, our reference,
                    payment reference, payment number, payment ref, document number, document no, doc no,
                    voucher number, voucher, invoice number, invoice no, invoice reference, invoice ref,
                    reference number, reference no, ref no, reference, ref, id
                    """)).avoiding(words("""
                    supplier, vendor, creditor, payee, vat, date, amount, type, card
                    """));
    }

    private static Field category() {
        return optional("category", TEXT, words("""
                    subjective, subjective code, subjective detail, expense code, expenditure code,
                    detailed expenditure code, account code, nominal code, gl code, general ledger code,
                    cipfa code, cipfa detail code, proclass code, procurement category, merchant category code,
                    merchant category, category internal name, category, spend category, expenditure category,
                    expense type, account detail, expenditure type
                    """)).avoiding("supplier", "cost", "centre");
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
