package org.totalplace.intake.layout;

import static org.totalplace.intake.layout.Field.optional;
import static org.totalplace.intake.layout.FieldType.AMOUNT;
import static org.totalplace.intake.layout.FieldType.TEXT;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The fields of budgets, revised budgets and outturns, by the headers of councils' budget books and of the ministry's
 * returns. The amounts may stand in several columns.
 */
final class BudgetFields {

    private static final Pattern WORDS = Pattern.compile(",\\s+");

    private BudgetFields() {}

    static List<Field> all() {
        return List.of(
                optional("body", TEXT, words("""
                    ons code, gss code, ons area code, ons geography code, ons la code, area code, geography code,
                    organisation code, official code, body code, body, lad code, local authority code, la code,
                    authority code, council code
                    """)).avoiding("name", "cost"),
                optional("otherBody", TEXT, words("""
                    e code, ecode, mhclg code, dluhc code, clg code, lgf code, la code, local authority code,
                    authority code
                    """)).avoiding("name"),
                optional("bodyName", TEXT, words("""
                    local authority, authority, local authority name, authority name, council, council name,
                    body name, organisation, organisation name, la name, ons name, ons area name, name of authority,
                    name
                    """)).avoiding("code", "class", "type", "service"),
                optional("service", TEXT, words("""
                    service, service area, service name, service description, directorate, service division,
                    department, division, portfolio, programme, programme area, budget heading, budget head,
                    budget area, function, heading, area of spend, area, cost centre name,
                    cost centre description, cost centre, budget line, item, description
                    """)).avoiding("code", "amount", "budget"),
                optional("amount", AMOUNT, words("""
                    amount, value, net current expenditure, net revenue expenditure, net expenditure, net budget,
                    original budget, approved budget, base budget, budget, estimate, revised budget,
                    latest budget, revised estimate, outturn, actual, actuals, forecast outturn, forecast,
                    gross expenditure, total expenditure, expenditure, net cost, total
                    """))
                        .avoiding("code", "type", "holder", "variance", "heading", "area", "head", "line"),
                optional("year", TEXT, "financial year", "fiscal year", "year", "budget year", "accounting year", "fy"),
                optional("phase", TEXT, words("""
                    phase, budget type, type of budget, budget phase, scenario, figure type, type of figure,
                    budget or actual, budget or outturn, status
                    """)),
                optional("category", TEXT, words("""
                    subjective, subjective description, subjective heading, category, account, account description,
                    expenditure type, type of expenditure, expense type, income or expenditure, cost type, line type
                    """)).avoiding("code", "service"),
                optional("purpose", TEXT, "purpose", "narrative", "details", "explanation", "description"),
                optional("capitalOrRevenue", TEXT, words("""
                    capital or revenue, revenue or capital, capital revenue, revenue capital, cap rev, fund type
                    """)));
    }

    private static String[] words(String list) {
        return WORDS.split(list.strip(), -1);
    }
}
