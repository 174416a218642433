package org.totalplace.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.payee.ReadingNamesAnew;

/** The year 2019-20 of an agency whose payees were stored by an earlier edition of the rules that read names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingEditionsIntegrationTests extends RunningSpendService {

    private static final String PAID = "year=2019-20&agency=fe-county&payeeAgency=fe-district";

    @Autowired
    private FollowingEditions editions;

    private String before = "";

    @BeforeAll
    void names_are_stored_as_an_earlier_edition_would_have() throws Exception {
        door().register("fe-county", "Editionshire County Council");
        door().register("fe-district", "Upgradeby District Council");
        door().push(
                        "fe-county",
                        "2019-05",
                        aPaymentsFile()
                                .paying("UPGRADEBY DISTRICT COUNCIL (104417)", "40.00", "02/05/2019", "Waste")
                                .paying("Upgradeby D.C.", "2.00", "02/05/2019", "Waste")
                                .paying("Bins of Upgradeby Ltd", "100.00", "03/05/2019", "Waste")
                                .text());
        change("""
                update payee_name set normalised = 'upgradeby district council 104417', looks_public = false
                where printed = 'UPGRADEBY DISTRICT COUNCIL (104417)';
                delete from payee_resolution r using payee_name p
                where p.id = r.payee and p.printed = 'UPGRADEBY DISTRICT COUNCIL (104417)';
                delete from transfer_line t using payee_name p
                where p.id = t.printed and p.printed = 'UPGRADEBY DISTRICT COUNCIL (104417)';
                update ledger_total t set pence = pence - 4000, lines = lines - 1
                from agency a where a.code = 'fe-district' and t.payee_agency = a.id and t.year = 2019;
                insert into payee_decision (normalised, body, reason, decided_by, since)
                values ('bins of upgradeby ltd', null, 'a company', 'somebody', 1);
                update payee_edition set edition = 'an earlier one';
                """);
        before = door().asked("/api/v1/spend/totals?" + PAID).path("asOf").asString();
    }

    private static void change(String sql) throws Exception {
        try (Connection connection = new LedgerFacts(DATABASE).openTransaction();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    @Test
    void names_are_read_anew_once_as_a_revision() throws Exception {
        LedgerFacts facts = new LedgerFacts(DATABASE);
        assertThat(door().amount(PAID)).isEqualByComparingTo("2.00");

        assertThat(editions.readAnew()).isTrue();

        assertThat(door().amount(PAID)).isEqualByComparingTo("42.00");
        assertThat(door().amount(PAID + "&asOf=" + before)).isEqualByComparingTo("2.00");
        assertThat(facts.number("select count(*) from revision where kind = 'payee-names'"))
                .isEqualTo(1);
        assertThat(facts.number("select count(*) from payee_decision where until is null"
                        + " and normalised = 'bins of upgradeby'"))
                .isEqualTo(1);
        assertThat(facts.differencesOfTransfers()).isZero();
        assertThat(editions.readAnew()).isFalse();
        assertThat(door().asked("/api/v1/spend/revisions?year=2019-20").toString())
                .contains(ReadingNamesAnew.EDITION);
    }
}
