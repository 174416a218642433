package org.totalplace.spend.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/** Codes of payees in the books of two districts, and official codes of agencies. */
class CodesIntegrationTests extends RunningSpendService {

    @Nested
    class ACodeForTwoBodies {

        @Test
        void is_told_to_the_agency_and_to_the_steward_and_refuses_no_row() {
            door().register("cd-one", "Codeham Borough Council");

            JsonNode report = door().push(
                            "cd-one",
                            "2009-04/2010-03",
                            aPaymentsFile()
                                    .paying("Leeds City Council (90017)", "10.00", "01/05/2009", "Roads")
                                    .paying("Blackpool Council (90017)", "20.00", "02/05/2009", "Roads")
                                    .paying("Bridge Taxis (80001)", "30.00", "02/05/2009", "Roads")
                                    .text());

            assertThat(report.path("rows").path("accepted").asInt()).isEqualTo(3);
            assertThat(report.path("problems").toString())
                    .contains("deviated-value", "The payee code 90017 stands for different bodies")
                    .doesNotContain("80001");
            JsonNode codes = SpendDoor.expect(200, door().get("steward", "/api/v1/spend/payees/codes"))
                    .json();
            assertThat(codes.path("results").toString())
                    .contains("\"agency\":\"cd-one\",\"code\":\"90017\"")
                    .doesNotContain("80001");
            assertThat(door().get("analyst", "/api/v1/spend/payees/codes").status())
                    .isEqualTo(403);
        }

        @Test
        void is_told_when_only_another_delivery_shows_it() {
            door().register("cd-two", "Codewich Borough Council");
            door().push(
                            "cd-two",
                            "2009-04",
                            aPaymentsFile()
                                    .paying("Leeds City Council (90018)", "10.00", "01/04/2009", "Roads")
                                    .text());

            JsonNode report = door().push(
                            "cd-two",
                            "2009-05",
                            aPaymentsFile()
                                    .paying("Blackpool Council (90018)", "20.00", "02/05/2009", "Roads")
                                    .text());

            assertThat(report.path("problems").toString()).contains("'Leeds City Council (90018)'");
        }
    }

    @Nested
    class AnOfficialCode {

        @Test
        void is_found_by_the_name_and_shown() {
            JsonNode shown = registered("cd-kent", "{\"name\": \"KENT COUNTY COUNCIL\", \"kind\": \"county\"}");

            assertThat(shown.path("officialCode").asString()).isEqualTo("E10000016");
        }

        @Test
        void may_be_given_in_any_scheme_and_must_fit_the_kind() {
            JsonNode shown = registered(
                    "cd-essex", "{\"name\": \"The County\", \"kind\": \"county\", \"officialCode\": \"E1521\"}");

            assertThat(shown.path("officialCode").asString()).isEqualTo("E10000012");
            assertThat(refusal("{\"name\": \"Fire\", \"kind\": \"fire\", \"officialCode\": \"E1521\"}")
                            .path("errors")
                            .path(0)
                            .path("code")
                            .asString())
                    .isEqualTo("other-kind");
            assertThat(refusal("{\"name\": \"Fire\", \"kind\": \"fire\", \"officialCode\": \"E99999999\"}")
                            .path("errors")
                            .path(0)
                            .path("code")
                            .asString())
                    .isEqualTo("unknown-body");
        }

        @Test
        void belongs_to_one_agency() {
            registered("cd-devon", "{\"name\": \"Devon County Council\", \"kind\": \"county\"}");
            String second = "{\"name\": \"D\", \"kind\": \"county\", \"officialCode\": \"E10000008\"}";

            assertThat(door().put("steward", "/api/v1/spend/agencies/cd-devon-too", second)
                            .status())
                    .isEqualTo(409);
        }

        private JsonNode registered(String agency, String body) {
            return SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/" + agency, body))
                    .json();
        }

        private JsonNode refusal(String body) {
            return SpendDoor.expect(400, door().put("steward", "/api/v1/spend/agencies/cd-refused", body))
                    .json();
        }
    }
}
