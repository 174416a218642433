package org.totalplace.gateway.page.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.json.JsonMapper;

class ServiceShownTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Words WORDS = new Words(new Messages(), Language.ENGLISH);

    @Test
    void a_description_is_cut_at_a_blank_and_where_there_is_none_anyway() {
        assertThat(described("word ".repeat(60)).summary()).endsWith("word …").hasSizeLessThan(243);
        assertThat(described("x".repeat(300)).summary()).isEqualTo("x".repeat(240) + " …");
        assertThat(described("short").summary()).isEqualTo("short");
    }

    @Test
    void an_amount_that_is_no_number_is_not_shown() {
        ServiceShown service = shown("""
                {"id": "s1", "name": "x", "cost_options": [{"option": "Members", "amount": [5]},
                 {"option": "Guests", "amount": 2.5}, {"amount": "dear"}, {"amount": 0}]}
                """);

        assertThat(service.costs()).containsExactly("Members", "Guests: £2.50", "Free");
    }

    private static ServiceShown described(String description) {
        return shown("{\"id\": \"s1\", \"name\": \"x\", \"description\": \"" + description + "\"}");
    }

    private static ServiceShown shown(String json) {
        return ServiceShown.of(JSON.readTree(json), WORDS);
    }
}
