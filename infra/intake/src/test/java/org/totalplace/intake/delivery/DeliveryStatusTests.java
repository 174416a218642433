package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeliveryStatusTests {

    /** What may follow what; every pair that is not drawn here is impossible. */
    private static final String DRAWN = """
            received -> reading
            reading -> needs-confirmation, published, refused
            needs-confirmation -> confirmed, withdrawn
            confirmed -> published, refused
            published -> superseded, withdrawn
            refused ->
            superseded ->
            withdrawn ->
            """;

    @Test
    void moves_only_as_drawn() {
        String table = Arrays.stream(DeliveryStatus.values())
                .map(from -> (from.code() + " -> "
                                + Arrays.stream(DeliveryStatus.values())
                                        .filter(from::mayBecome)
                                        .map(DeliveryStatus::code)
                                        .collect(Collectors.joining(", ")))
                        .strip())
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(table).isEqualTo(DRAWN);
    }

    @Test
    void is_read_as_it_is_written() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            assertThat(DeliveryStatus.ofCode(status.code())).isEqualTo(status);
        }
    }
}
