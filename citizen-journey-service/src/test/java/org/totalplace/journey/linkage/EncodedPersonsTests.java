package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.identity.EncodedRecord;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.encoding.Encoder;
import org.totalplace.linkage.encoding.EncodingSchema;

class EncodedPersonsTests {

    private static final EncodingSchema SHIPPED = EncodingSchema.initial();

    private static EncodedRecord maud(String subject, String agency, String givenName, boolean clear) {
        return maud(SHIPPED, subject, agency, givenName, clear);
    }

    private static EncodedRecord maud(
            EncodingSchema schema, String subject, String agency, String givenName, boolean clear) {
        Encoder encoder = new Encoder(schema, "a key that the agencies share".getBytes(StandardCharsets.UTF_8));
        return new EncodedRecord(
                subject,
                agency,
                schema,
                encoder.encode(new IdentityRecord(
                        subject,
                        agency,
                        givenName,
                        "Ellery",
                        LocalDate.of(1940, 1, 2),
                        "F",
                        "NM1 1AA",
                        "1 Tan Street",
                        null,
                        null)),
                clear);
    }

    private static List<Decisions.Pair> joined(List<EncodedRecord> records, Decisions decisions) {
        return EncodedPersons.of(records, decisions).beside(decisions).joined();
    }

    @Test
    void an_encoded_subject_joins_the_likest_of_other_agencies_in_any_order_of_records() {
        List<EncodedRecord> records = new ArrayList<>(List.of(
                maud("a1", "county", "Maud", true),
                maud("c1", "clinic", "Maude", false),
                maud("d1", "shelter", "Maud", false)));

        List<Decisions.Pair> joined = joined(records, Decisions.none());
        Collections.reverse(records);

        assertThat(joined).hasSize(2).contains(new Decisions.Pair("a1", "d1"));
        assertThat(joined(records, Decisions.none())).isEqualTo(joined);
    }

    @Test
    void encodings_never_join_two_subjects_with_clear_fields_nor_through_a_third() {
        List<EncodedRecord> records = List.of(
                maud("a1", "county", "Maud", true),
                maud("b1", "housing", "Maud", true),
                maud("c1", "clinic", "Maude", false));

        assertThat(joined(records, Decisions.none()))
                .hasSize(1)
                .first()
                .satisfies(pair -> assertThat(pair.toString()).contains("c1"));
    }

    @Test
    void a_person_gets_one_subject_an_agency() {
        List<EncodedRecord> records = List.of(
                maud("a1", "county", "Maud", false),
                maud("c1", "clinic", "Maud", false),
                maud("c2", "clinic", "Mavd", false),
                maud("d1", "shelter", "Mavd", false));

        List<Decisions.Pair> joined = joined(records, Decisions.none());

        assertThat(joined).contains(new Decisions.Pair("a1", "c1"), new Decisions.Pair("c2", "d1"));
        assertThat(joined).hasSize(2);
    }

    @Test
    void how_alike_two_must_be_is_for_their_schema_to_say() {
        EncodingSchema strict = new EncodingSchema("strict", SHIPPED.bits(), SHIPPED.features(), 0.99);

        assertThat(joined(
                        List.of(
                                maud(strict, "a1", "county", "Maud", true),
                                maud(strict, "c1", "clinic", "Maude", false),
                                maud("b1", "housing", "Maud", true),
                                maud("d1", "shelter", "Maude", false)),
                        Decisions.none()))
                .containsExactly(new Decisions.Pair("b1", "d1"));
    }

    @Test
    void who_a_steward_keeps_apart_is_not_joined() {
        Decisions apart = Decisions.of(List.of(), List.of(new Decisions.Pair("a1", "c1")));

        assertThat(joined(List.of(maud("a1", "county", "Maud", true), maud("c1", "clinic", "Maud", false)), apart))
                .isEmpty();
    }
}
