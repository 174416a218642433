package org.totalplace.journey.linkage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.encoding.Encoder;
import org.totalplace.linkage.encoding.EncodingSchema;

/** People whom agencies know under the same references, and the encodings that they send of them. */
final class EncodedPeople {

    static final String HEADER_BESIDE_NAMES =
            "reference,givenName,familyName,dateOfBirth,postcode,encodingSchema,encoding\n";
    static final String HEADER = "reference,encodingSchema,encoding\n";

    private static final String[] GIVEN = {"Ottilie", "Benedict", "Marguerite", "Thaddeus", "Clementine", "Rafferty"};
    private static final String[] FAMILY = {"Hollingworth", "Pemberton", "Okonkwo", "Llewellyn", "Szczepanski", "Varga"
    };

    private final Encoder encoder = new Encoder(
            EncodingSchema.initial(), "drawn by chance, known to agencies".getBytes(StandardCharsets.UTF_8));
    private final List<IdentityRecord> people = new ArrayList<>();

    EncodedPeople(int count) {
        Random random = new Random(20251);
        for (int i = 0; i < count; i++) {
            people.add(new IdentityRecord(
                    "P" + i,
                    "hospice",
                    GIVEN[random.nextInt(GIVEN.length)],
                    FAMILY[random.nextInt(FAMILY.length)],
                    LocalDate.of(1930, 1, 1).plusDays(random.nextInt(25_000)),
                    null,
                    "NM%d %d%c%c"
                            .formatted(
                                    random.nextInt(1, 9),
                                    random.nextInt(1, 9),
                                    'A' + random.nextInt(20),
                                    'A' + random.nextInt(20)),
                    null,
                    null,
                    null));
        }
    }

    String besideNames() {
        return people.stream()
                .map(one -> String.join(
                        ",",
                        one.id(),
                        String.valueOf(one.givenName()),
                        String.valueOf(one.familyName()),
                        String.valueOf(one.dateOfBirth()),
                        String.valueOf(one.postcode()),
                        encoded(one)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Every third one spells the given name without its last letter. */
    String withSlips() {
        return IntStream.range(0, people.size())
                .mapToObj(i -> i % 3 == 0 ? misspelt(people.get(i)) : people.get(i))
                .map(one -> one.id() + "," + encoded(one))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static IdentityRecord misspelt(IdentityRecord one) {
        String given = String.valueOf(one.givenName());
        return new IdentityRecord(
                one.id(),
                one.source(),
                given.substring(0, given.length() - 1),
                one.familyName(),
                one.dateOfBirth(),
                one.sex(),
                one.postcode(),
                one.address(),
                one.nhsNumber(),
                one.uprn());
    }

    private String encoded(IdentityRecord one) {
        return EncodingSchema.initial().version() + "," + encoder.encode(one).toText();
    }
}
