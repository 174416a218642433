package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableSchemaTests {

    @Test
    void a_mapping_is_told_as_a_table_schema_in_the_order_of_the_file() {
        Sent sent = Sent.payments("Supplier;Note;Payment Date;Amount", "A Ltd;x;21/04/2025;1.00");

        JsonNode schema =
                JsonMapper.shared().valueToTree(TableSchema.of(Layouts.PAYMENTS, sent.mapping(), sent.dialect()));

        assertThat(schema.get("$schema").asString()).startsWith("https://datapackage.org/profiles/");
        assertThat(schema.get("fields").findValuesAsString("name"))
                .containsExactly("Supplier", "Payment Date", "Amount");
        assertThat(schema.get("fields").findValuesAsString("type")).containsExactly("string", "date", "number");
        assertThat(schema.get("fields").findValuesAsString("field")).containsExactly("payee", "date", "amount");
        assertThat(schema.at("/fields/1/constraints/required").asBoolean()).isTrue();
        assertThat(schema.get("fieldsMatch").asString()).isEqualTo("subset");
        assertThat(schema.at("/dialect/delimiter").asString()).isEqualTo(";");
        assertThat(schema.at("/dialect/lineTerminator").asString()).isEqualTo("\n");
    }

    @Test
    void what_is_not_delimited_has_no_dialect_and_personal_fields_are_marked() {
        Sent sent = Sent.of(
                Sent.bytes("Client ID,Surname", "c-1,Example"), "people.csv", Layouts.PEOPLE, ReadingOptions.NONE);

        Map<String, Object> schema = TableSchema.of(Layouts.PEOPLE, sent.mapping(), null);

        assertThat(schema).doesNotContainKey("dialect");
        assertThat((List<?>) schema.get("fields"))
                .allSatisfy(
                        field -> assertThat(((Map<?, ?>) field).get("personal")).isEqualTo(true));
    }
}
