package org.totalplace.linkage.encoding;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What agencies agree on before they encode: two encodings can be compared only when the version, and so everything in
 * here, is the same.
 *
 * @param version names the agreement; part of every key, so that encodings of two versions have nothing in common
 * @param bits of an encoding, a multiple of 64
 * @param features what is encoded
 * @param threshold least likeness of two encodings of one person, above 0 and up to 1: how alike strangers are depends
 *     on everything else in here, so it is measured on labelled pairs for each schema
 */
public record EncodingSchema(String version, int bits, List<Feature> features, double threshold) {

    /** What is left out is nought, and refused in our own words. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public EncodingSchema {
        if (version.isBlank() || bits < 64 || bits % 64 != 0 || features.isEmpty()) {
            throw new IllegalArgumentException("A schema has a version, a multiple of 64 bits and at least one feature,"
                    + " got '" + version + "', " + bits + " and " + features + ".");
        }
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The schema '" + version + "' has a threshold above 0 and up to 1, the"
                    + " least likeness of two encodings of one person, got " + threshold
                    + ". Measure it on pairs of which you know who is who.");
        }
        features = List.copyOf(features);
    }

    /** What of a record is encoded. */
    public enum Part {
        GIVEN_NAME,
        FAMILY_NAME,
        DATE_OF_BIRTH,
        SEX,
        POSTCODE,
        ADDRESS,
        NHS_NUMBER
    }

    /**
     * How one part is encoded.
     *
     * @param letters in a token: 2 for pairs of neighbouring letters
     * @param placed whether a token counts only at its place, as digits of a date do
     * @param bitsEach bits that each token sets: its weight beside the other parts
     */
    public record Feature(Part part, int letters, boolean placed, int bitsEach) {

        public Feature {
            if (letters < 1 || bitsEach < 1) {
                throw new IllegalArgumentException("A feature has tokens of at least one letter and one bit, got "
                        + letters + " and " + bitsEach + ".");
            }
        }
    }

    /** What serves records of people in the United Kingdom: half of 1,024 bits are set; strangers begin below 0.62. */
    public static EncodingSchema initial() {
        return new EncodingSchema(
                "people-1",
                1024,
                List.of(
                        new Feature(Part.GIVEN_NAME, 2, false, 14),
                        new Feature(Part.FAMILY_NAME, 2, false, 14),
                        new Feature(Part.DATE_OF_BIRTH, 1, true, 16),
                        new Feature(Part.SEX, 1, false, 8),
                        new Feature(Part.POSTCODE, 1, true, 10),
                        new Feature(Part.ADDRESS, 2, false, 5),
                        new Feature(Part.NHS_NUMBER, 1, true, 12)),
                0.62);
    }

    /** The schema as JSON text, to be agreed on. */
    public String toJson() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** Reads what {@link #toJson()} wrote. */
    public static EncodingSchema fromJson(String json) {
        try {
            return MAPPER.readValue(json, EncodingSchema.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("This is no encoding schema: " + unreadable.getOriginalMessage());
        }
    }
}
