package org.totalplace.spend.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunksTests {

    private static final long SEED = 95;

    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private Chunks chunks(long most) {
        return new Chunks(
                (place, bytes) -> {
                    places.add(place);
                    sizes.add(bytes.length);
                    kept.writeBytes(bytes);
                },
                most);
    }

    @Test
    void pieces_of_one_size_and_a_last_one_are_what_was_written() throws IOException {
        byte[] written = new byte[2 * Chunks.SIZE + 77];
        new Random(SEED).nextBytes(written);
        Chunks chunks = chunks(written.length);

        chunks.write(written[0]);
        chunks.write(written, 1, Chunks.SIZE);
        chunks.write(written, Chunks.SIZE + 1, Chunks.SIZE + 76);
        assertThat(chunks.written()).isEqualTo(written.length);
        chunks.end();

        assertThat(kept.toByteArray()).isEqualTo(written);
        assertThat(places).containsExactly(0, 1, 2);
        assertThat(sizes).containsExactly(Chunks.SIZE, Chunks.SIZE, 77);
    }

    @Test
    void nothing_written_is_no_piece() throws IOException {
        chunks(10).end();

        assertThat(places).isEmpty();
    }

    /** A gigabyte passes through one piece: were more held back, they would not all have been kept by now. */
    @Test
    void however_much_is_written_all_but_one_piece_is_kept_at_once() throws IOException {
        long[] bytes = new long[1];
        Chunks chunks = new Chunks((place, piece) -> bytes[0] += piece.length, Long.MAX_VALUE);
        byte[] batch = new byte[100_000];

        for (int batches = 1; batches <= 10_000; batches++) {
            chunks.write(batch);
            assertThat(bytes[0]).isGreaterThan(batches * 100_000L - Chunks.SIZE - 1);
        }
    }

    @Test
    void more_than_there_may_be_is_refused() throws IOException {
        Chunks chunks = chunks(10);
        chunks.write(new byte[10]);

        assertThatThrownBy(() -> chunks.write(1)).isInstanceOf(Chunks.TooLarge.class);
    }
}
