package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.totalplace.intake.delivery.Spool.Spooled;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;

class SpoolTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path data = Path.of("unset");

    private static Flux<DataBuffer> body(String... chunks) {
        return Flux.fromArray(chunks)
                .map(chunk -> DefaultDataBufferFactory.sharedInstance.wrap(chunk.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> kept() {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_body_is_kept_whole_under_its_id() throws Exception {
        UUID id = UUID.randomUUID();

        Spooled spooled = Objects.requireNonNull(
                new Spool(data).write(id, body("a,b\n", "1,2\n")).block(PATIENCE));

        assertThat(spooled.bytes()).isEqualTo(8);
        assertThat(spooled.sha256()).hasSize(64);
        assertThat(kept()).containsExactly(id.toString());
        assertThat(Files.readString(data.resolve("spool").resolve(id.toString())))
                .isEqualTo("a,b\n1,2\n");
    }

    @Test
    void a_body_that_breaks_off_leaves_nothing() {
        Flux<DataBuffer> broken = body("a,b\n").concatWith(Flux.error(new IOException("Connection reset")));

        assertThatThrownBy(
                        () -> new Spool(data).write(UUID.randomUUID(), broken).block(PATIENCE))
                .hasRootCauseMessage("Connection reset");
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_disk_that_takes_nothing_is_told_and_asked_again_later() throws Exception {
        Spool spool = new Spool(data);
        Files.delete(data.resolve("spool"));

        assertThatThrownBy(() -> spool.write(UUID.randomUUID(), body("a,b\n")).block(PATIENCE))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(problem.detail()).contains("Send it again later");
                });
    }
}
