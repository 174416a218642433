package org.totalplace.intake.layout;

import static org.totalplace.intake.layout.Field.optional;
import static org.totalplace.intake.layout.Field.required;
import static org.totalplace.intake.layout.FieldType.AMOUNT;
import static org.totalplace.intake.layout.FieldType.DATE;
import static org.totalplace.intake.layout.FieldType.TEXT;
import static org.totalplace.intake.layout.Layouts.words;

import java.util.List;

/**
 * The fields of payments, with the headers that councils, departments, police, fire and health bodies give them.
 * Headers are compared without capitals, punctuation, plurals and the usual abbreviations, so that {@code Trans. Nos}
 * needs no line of its own; so is an amount's word on whether VAT is in it, which decides between amounts.
 */
final class PaymentFields {

    private PaymentFields() {}

    static List<Field> all() {
        return List.of(
                date(),
                amount(),
                payee(),
                payeeReference(),
                service(),
                purpose(),
                transaction(),
                category(),
                capitalOrRevenue(),
                card());
    }

    private static Field date() {
        return required("date", DATE, words("""
                    payment date, date paid, paid date, date of payment, pay date, paid on, payment made date,
                    invoice payment date, invoice paid date, cheque date, bacs date, payment run date, pay run date, cleared date,
                    clearance date, clearing date, date, transaction date, date of transaction, posting date,
                    posted date, date posted, pstng date, gl date, ledger date, accounting date, expenditure date,
                    spend date, effective date, purchase date, invoice date, date of invoice, tax point date,
                    document date, payment month, month paid, month of payment, month, period, quarter
                    """)).joinedFrom(words("""
                    financial year, fiscal year, year, accounting year, period, accounting period, financial period,
                    fiscal period, period number, month, accounting month, quarter, payment month, month paid,
                    month of payment
                    """)).avoiding(words("""
                    due, received, created, period, range, birth, from, to, start, end, expiry, contract, published,
                    publication, report, extract, upload, run, modified, updated, order, delivery
                    """));
    }

    private static Field amount() {
        return required("amount", AMOUNT, words("""
                    amount net of recoverable vat, net amount, amount net, line amount, invoice line amount, sub amount,
                    distribution amount, invoice distribution amount, invoice line value, line value, item amount,
                    split amount, analysed amount, amount, amount paid, paid amount, payment amount,
                    transaction amount, posted amount, ap amount, amount in local currency, amount in lc, amount spent,
                    amount published, spend amount, expenditure amount, sum of amount, amount sum, value, net value,
                    payment value, transaction value, value of payment, spend value, spend, spending, spent,
                    total spend, cost, net cost, net, paid, payment, expenditure, invoiced, sum, sterling, pounds,
                    net total, total amount, total, final total, total value, total paid, total payment,
                    invoice amount, invoiced amount, invoice value, invoice total, header amount,
                    gross amount, gross value, gross total, analysed gross, gross
                    """)).avoiding(words("""
                    vat, tax, discount, original, foreign, currency, code, number, type, date, cumulative, running,
                    ytd, budget, balance, outstanding, limit, retention, rate, quantity, unit, order, contract,
                    commitment, threshold, pence, id, reference, description, 000, k, m, thousand, million, percentage, variance,
                    recovered, reclaimed, previous
                    """));
    }

    private static Field payee() {
        return optional("payee", TEXT, words("""
                    supplier name, payee name, beneficiary name, supplier, payee, vendor name, vendor, name of payee,
                    name of supplier, name of vendor, creditor name, creditor, merchant name, merchant, beneficiary,
                    supplier beneficiary name, supplier final, supplier name redacted, recipient name, recipient,
                    provider name, provider, contractor name, contractor, trading name, supplier trading name,
                    service provider, name of service provider, service provider name, supplier service provider,
                    company organisation, supplier organisation, supplier name and address, payee name and address,
                    company paid, organisation paid, paid to, to whom paid, retailer, payment to, payment made to, who paid, apar name,
                    customer supplier description, third party name, company name, company, name 1, name
                    """))
                .avoiding(words("""
                    id, number, code, type, postcode, post, reference, classification, vat, category, address, account,
                    body, site, date, amount, file, cost, project, organisation, department, service, directorate,
                    contract, local, sme, vcse, charity, registration, uri, url, group, status, size, sector, reporting,
                    coded, method, terms, division, centre, area, fund, ward, council, publisher, authority
                    """))
                .holding(Content.WORDS)
                .asAwaited();
    }

    private static Field payeeReference() {
        return optional("payeeReference", TEXT, words("""
                    supplier id, supplier number, supplier code, supplier reference, vendor id, vendor number,
                    vendor code, creditor id, creditor number, creditor code, creditor reference, payee reference,
                    payee id, payee number, payee code, apar id, beneficiary id, beneficiary other id,
                    beneficiary reference, coded supplier, customer supplier id, supplier account number, company number,
                    company registration number, comp reg no, charity number
                    """)).avoiding("vat", "postcode", "name", "type");
    }

    private static Field service() {
        return optional("service", TEXT, words("""
                    service area, service label, service name, service, service area categorisation, expense area,
                    expense area description, expenditure area, spend area, spending area, organisational unit,
                    organisation unit, service division label, service divison label, service division,
                    service division categorisation, service description, service group, service plan, service board,
                    service delivery area, service head, service detail, sub service area, responsible unit,
                    cost centre name, cost centre description, service cost centre, cost centre narrative,
                    cost centre, costc, cost ctr, directorate, directorate name, directorate description,
                    directorate area, directorate service, directorate where expenditure incurred, department area,
                    department, department name, department description, department service area,
                    department or service where expenditure occurred, department which incurred expenditure,
                    local authority department which incurred expenditure, department where expenditure incurred,
                    department responsible, responsible department, spending department, cardholder department,
                    strategic director area, director area, service unit, business area, budget head, budget heading,
                    committee, programme, scheme, station or department, division, division description, business unit, portfolio, section, team, function, profit centre, objective
                    """)).avoiding(words("""
                    family, charge, type, supplier, date, amount, category, level, code, uri, number, id
                    """)).holding(Content.WORDS_RATHER);
    }

    private static Field purpose() {
        return optional("purpose", TEXT, words("""
                    purpose, purpose of expenditure, purpose of spend, purpose of payment, summary of purpose,
                    summary of purpose of expenditure, summary of expenditure, description of expenditure,
                    description of spend, description, payment description, transaction description,
                    expenditure description, spend description, invoice description, line description,
                    po line description, item description, item text, goods or service, goods service,
                    extended description, sub description, narrative, transaction narrative, narration, reason,
                    reason for payment, expense type, expense description, detailed expenditure type,
                    expenditure category, gl description, account description, account name, account detail,
                    subjective description, subjective name, nominal description, nominal name, payment detail,
                    transaction detail, particulars of payment, particulars, goods services purchased,
                    goods purchased, what was bought, item, detail, expenditure type, type of expenditure, summary,
                    text
                    """))
                .avoiding("supplier", "vendor", "merchant", "mcc", "code", "cost", "number", "uri", "proclass")
                .holding(Content.NARRATIVE);
    }

    private static Field transaction() {
        return optional("transaction", TEXT, words("""
                    transaction number, transaction reference, transaction id, trans no, transaction reference number,
                    transaction, unique reference number, unique id, unique reference, internal reference,
                    our reference, payment reference, payment number, payment transaction number, document number,
                    document reference, system reference, voucher number, voucher, voucher reference,
                    purchase invoice number, invoice transaction number, invoice number, invoice reference,
                    invoice id, cheque number, cheque bacs number, bacs number, reference number, reference, id
                    """)).avoiding(words("""
                    supplier, vendor, creditor, payee, beneficiary, vat, date, amount, type, card, charity, company,
                    order, po, contract, line, cost, centre
                    """));
    }

    private static Field category() {
        return optional("category", TEXT, words("""
                    merchant category, merchant category description, subjective, subjective code, subjective detail, subjective group, expense code, expenditure code,
                    detailed expenditure code, detailed expenditure type, account code, account, nominal code, nominal,
                    gl code, gl account, general ledger code, ledger code, cipfa code, cipfa detail code,
                    cipfa detailed expenditure type, sercop category, sercop expenditure category,
                    sercop detailed category, proclass code, proclass description, proclass label, proclass,
                    procurement classification, procurement category, merchant category code,
                    mcc description, expense category, category internal name, category internal, category, sub category, spend category,
                    spend classification, expenditure category, expenditure group, expense group, expense type,
                    account description, account detail, expenditure type, thomson, commodity
                    """)).avoiding("supplier", "cost", "centre", "uri", "project");
    }

    private static Field capitalOrRevenue() {
        return optional("capitalOrRevenue", TEXT, words("""
                    capital or revenue, revenue or capital, capital revenue, revenue capital, capital and revenue,
                    capital or revenue expenditure, spend capital revenue, capital revenue indicator,
                    capital revenue balance sheet, expenditure type, spend type, type of spend, fund, type
                    """))
                .avoiding("supplier", "creditor", "amount", "code")
                .holding(Content.CAPITAL_OR_REVENUE);
    }

    private static Field card() {
        return optional("card", TEXT, words("""
                    card transaction, purchase card, procurement card, corporate card, purchasing card, gpc, card
                    """))
                .avoiding("number", "holder", "amount", "date", "name", "id")
                .holding(Content.FLAG);
    }
}
