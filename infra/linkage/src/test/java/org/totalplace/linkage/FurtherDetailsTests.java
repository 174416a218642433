package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.linkage.cleaning.Contacts;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

class FurtherDetailsTests {

    private static final LocalDate BORN = LocalDate.of(1984, 7, 3);

    @Test
    void a_shared_number_joins_two_whose_homes_differ() {
        Linked linked = linked(details("AB-123456-C", null), details("ab 123456 c", null));

        assertThat(linked.clusters()).hasSize(1);
        assertThat(linked.links().getFirst().evidence().weight(Field.IDENTIFIER))
                .isGreaterThan(10);
    }

    @Test
    void e_mail_addresses_of_one_mailbox_are_close() {
        Linked linked = linked(details("AB123456C", "gwen.m@post.example"), details("AB123456C", "GwenM@mail.example"));

        assertThat(linked.links().getFirst().levels())
                .containsEntry(Field.EMAIL, ComparisonLevel.CLOSE)
                .containsEntry(Field.IDENTIFIER, ComparisonLevel.EXACT)
                .containsEntry(Field.PHONE, ComparisonLevel.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"+44 1524 555 0101, 245550101", "'(01524) 5550101', 245550101", "000 000 000, ''", "12345, ''"})
    void a_telephone_number_is_its_national_digits(String printed, String clean) {
        assertThat(Contacts.phone(printed)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"unknown, ''", "AAAA, ''", "0000000, ''", "12, ''", "p 1234 x, p1234x"})
    void what_names_nobody_is_no_identifier(String printed, String clean) {
        assertThat(Contacts.identifier(printed)).isEqualTo(clean);
    }

    @Test
    void a_model_kept_before_these_fields_were_known_can_be_read() {
        String json = LinkageModel.initial().toJson();
        String old = json.substring(0, json.indexOf("\"EMAIL\"")).stripTrailing();
        String rest = json.substring(json.indexOf("\"blocking\""));
        String without = old.substring(0, old.lastIndexOf(',')) + "}," + rest;

        assertThat(LinkageModel.fromJson(without)).isEqualTo(LinkageModel.initial());
    }

    private static FurtherDetails details(@Nullable String identifier, @Nullable String email) {
        return new FurtherDetails(email, null, identifier, null, null, null);
    }

    private static Linked linked(FurtherDetails one, FurtherDetails other) {
        return Linkage.link(
                List.of(gwen("c1", "county", BORN, "NM4 7QA", one), gwen("d1", "district", null, "LS1 2AB", other)),
                LinkageModel.initial(),
                Decisions.none());
    }

    private static IdentityRecord gwen(
            String id, String source, @Nullable LocalDate born, String postcode, FurtherDetails further) {
        return new IdentityRecord(id, source, "Gwen", "Morgan", born, "F", postcode, null, null, null, further);
    }
}
