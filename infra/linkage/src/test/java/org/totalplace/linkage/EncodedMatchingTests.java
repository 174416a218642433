package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.encoding.EncodedMatching;
import org.totalplace.linkage.encoding.Encoder;
import org.totalplace.linkage.encoding.Encoding;
import org.totalplace.linkage.encoding.EncodingSchema;

/** Agencies that send keyed encodings in place of names. */
class EncodedMatchingTests {

    private static final EncodingSchema SCHEMA = EncodingSchema.initial();
    private static final IdentityRecord MAUD = maud("Maud", "Ellery");

    private final Encoder encoder = encoder("a key that both of them know");

    @Test
    void the_sample_of_febrl_is_matched_within_two_points_of_clear_fields() {
        LabelledSets.Labelled labelled = LabelledSets.febrl("febrl4a", "febrl4b");

        EncodedMatching matching = EncodedMatching.by(SCHEMA);
        List<EncodedMatching.Match> matches =
                matching.match(encoded(labelled, "febrl4a"), encoded(labelled, "febrl4b"));

        long right = matches.stream()
                .filter(match -> labelled.truth()
                        .getOrDefault(match.first(), "")
                        .equals(labelled.truth().get(match.second())))
                .count();
        Measures.Score score = new Measures.Score((double) right / matches.size(), right / 5_000.0);
        System.out.printf("febrl4, encoded: F1 %.4f%n", score.f1());
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.9997 - 0.02);
    }

    @Test
    void a_slip_changes_few_bits_and_another_person_many() {
        Encoding maud = encoder.encode(MAUD);

        assertThat(maud.likeness(encoder.encode(MAUD))).isEqualTo(1);
        assertThat(maud.likeness(encoder.encode(maud("Maude", "Ellery")))).isGreaterThan(0.85);
        assertThat(maud.likeness(encoder.encode(new IdentityRecord(
                        "x", "y", "Chidi", "Umeh", LocalDate.of(1999, 9, 9), "M", "NM8 8HH", "3 Low St", null, null))))
                .isLessThan(0.6);
    }

    @Test
    void another_key_or_version_gives_other_bits() {
        EncodingSchema next = new EncodingSchema("people-2", SCHEMA.bits(), SCHEMA.features(), SCHEMA.threshold());
        Encoding ofNext = new Encoder(next, key("a key that both of them know")).encode(MAUD);

        assertThat(encoder.encode(MAUD)
                        .likeness(encoder("some other key that nobody told").encode(MAUD)))
                .isLessThan(0.7);
        assertThat(ofNext.toText()).isNotEqualTo(encoder.encode(MAUD).toText());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofNext.likeness(encoder.encode(MAUD)))
                .withMessageContaining("people-1");
    }

    @Test
    void encodings_and_schemas_travel_as_text() {
        Encoding maud = encoder.encode(MAUD);

        assertThat(Encoding.fromText(maud.toText(), SCHEMA).likeness(maud)).isEqualTo(1);
        assertThat(EncodingSchema.fromJson(SCHEMA.toJson())).isEqualTo(SCHEMA);
        assertThatIllegalArgumentException().isThrownBy(() -> Encoding.fromText("AAAA", SCHEMA));
        assertThatIllegalArgumentException().isThrownBy(() -> EncodingSchema.fromJson("{}x"));
    }

    @Test
    void a_schema_that_does_not_say_how_alike_one_person_is_to_itself_is_refused() {
        String silent = SCHEMA.toJson().replaceAll(",\\s*\"threshold\"[^}]*", "");

        assertThat(silent).doesNotContain("threshold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncodingSchema.fromJson(silent))
                .withMessageContaining("threshold");
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> encoder("short")).withMessageContaining("16");
    }

    @Test
    void each_record_is_matched_once_with_the_likest() {
        Map<String, Encoding> one = Map.of("m", encoder.encode(MAUD));
        Map<String, Encoding> other =
                Map.of("exact", encoder.encode(MAUD), "slip", encoder.encode(maud("Mavd", "Ellery")));

        assertThat(EncodedMatching.by(SCHEMA).match(one, other))
                .extracting(EncodedMatching.Match::second)
                .containsExactly("exact");
        assertThat(EncodedMatching.by(SCHEMA).match(one, Map.of())).isEmpty();
    }

    private Map<String, Encoding> encoded(LabelledSets.Labelled labelled, String source) {
        Map<String, Encoding> encodings = new HashMap<>();
        labelled.records().stream()
                .filter(identity -> identity.source().equals(source))
                .forEach(identity -> encodings.put(identity.id(), encoder.encode(identity)));
        return encodings;
    }

    private static IdentityRecord maud(String given, String family) {
        return new IdentityRecord(
                "m", "county", given, family, LocalDate.of(1940, 1, 2), "F", "NM1 1AA", "1 Tan St", null, null);
    }

    private static Encoder encoder(String key) {
        return new Encoder(SCHEMA, key(key));
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
