package org.totalplace.starter.disclosure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Says beside an answer which groups of persons it tells of, to the gateway alone: the counts are exact, so that nobody
 * else who asks is told. The gateway shows that it is one by a key that it shares with the services.
 */
public final class ToldGroups {

    /** Names the groups of an answer. */
    public static final String HEADER = "Told-Groups";

    /** By which the gateway asks for them. */
    public static final String KEY_HEADER = "Guard-Key";

    /** What a header may hold; an answer that tells of more says nothing here, and does not go out. */
    public static final int LONGEST = 256 * 1024;

    private static final String NOBODY = "none";
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final byte[] key;

    /** @param key shared with the gateway; where it is empty, nobody is told */
    public ToldGroups(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The answer, with its groups beside it where the gateway asks. */
    public <T> ResponseEntity<T> beside(ServerHttpRequest request, ResponseEntity<T> answer, List<ToldGroup> groups) {
        if (!isGateway(request)) {
            return answer;
        }
        String written = written(groups);
        return written.length() > LONGEST
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(headers -> {
                            headers.putAll(answer.getHeaders());
                            headers.set(HEADER, written);
                        })
                        .body(answer.getBody());
    }

    private boolean isGateway(ServerHttpRequest request) {
        String said = request.getHeaders().getFirst(KEY_HEADER);
        return said != null && key.length > 0 && MessageDigest.isEqual(key, said.getBytes(StandardCharsets.UTF_8));
    }

    /** As the header has it. */
    public static String written(List<ToldGroup> groups) {
        if (groups.isEmpty()) {
            return NOBODY;
        }
        StringBuilder lines = new StringBuilder();
        for (ToldGroup group : groups) {
            lines.append(group.figures())
                    .append('\t')
                    .append(group.marks())
                    .append('\t')
                    .append(group.persons())
                    .append('\n');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException if it cannot be read as what {@link #written} gives */
    public static List<ToldGroup> read(@Nullable String header) {
        if (header == null) {
            throw new IllegalArgumentException("An answer does not say of whom it tells");
        }
        List<ToldGroup> groups = new ArrayList<>();
        for (String line : header.equals(NOBODY) ? List.<String>of() : lines(header)) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("A line of groups has three parts, not " + parts.length);
            }
            groups.add(ToldGroup.read(parts[0], parts[1], Long.parseLong(parts[2])));
        }
        return groups;
    }

    private static List<String> lines(String header) {
        byte[] bytes = Base64.getUrlDecoder().decode(header);
        try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(inflated.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException damaged) {
            throw new IllegalArgumentException("The groups of an answer cannot be read", damaged);
        }
    }
}
