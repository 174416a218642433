package org.totalplace.spend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescriptionIntegrationTests extends RunningSpendService {

    @Test
    void the_api_is_described_for_analysts_without_a_token() {
        JsonNode description =
                SpendDoor.expect(200, door().get("nobody", "/v3/api-docs")).json();

        JsonNode wholeArea =
                description.path("paths").path("/api/v1/spend/whole-area").path("get");
        JsonNode totals = description.path("paths").path("/api/v1/spend/totals").path("get");
        assertThat(wholeArea.path("summary").asString()).isEqualTo("What the place spends, every pound once");
        assertThat(totals.path("responses").path("200").path("content").propertyNames())
                .contains("text/csv");
        assertThat(totals.path("parameters").valueStream())
                .extracting(parameter -> parameter.path("name").asString())
                .contains("year", "phase", "asOf", "groupBy")
                .doesNotContain("caller", "roles", "request");
    }

    @Test
    void a_refusal_is_a_problem_detail_for_who_asked_for_csv_too() {
        SpendDoor.Answer answer = door().getCsv("analyst", "/api/v1/spend/totals?year=2015-17");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("bad-input");
        assertThat(answer.json().path("traceId").asString()).isNotEmpty();
    }

    @Test
    void whoever_accepts_anything_is_given_json() {
        assertThat(door().get("analyst", "/api/v1/spend/whole-area?year=2010-11")
                        .json()
                        .path("gross")
                        .isNumber())
                .isTrue();
    }
}
