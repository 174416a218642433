package org.totalplace.journey.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.totalplace.linkage.encoding.EncodingSchema;

/** The schemas of encodings that the partnership has agreed on: the engine's own, and those of files. */
@Component
public class EncodingSchemas {

    private final Map<String, EncodingSchema> known = new TreeMap<>();

    /** @param schemas files, each with one schema as JSON */
    @ConfigurationProperties("totalplace.encodings")
    record Setting(@DefaultValue List<Path> schemas) {}

    EncodingSchemas(Setting setting) {
        EncodingSchema initial = EncodingSchema.initial();
        known.put(initial.version(), initial);
        for (Path file : setting.schemas()) {
            EncodingSchema agreed = read(file);
            if (known.putIfAbsent(agreed.version(), agreed) != null) {
                throw new IllegalArgumentException("Two schemas of encodings have the version " + agreed.version()
                        + "; give " + file + " another.");
            }
        }
    }

    private static EncodingSchema read(Path file) {
        try {
            return EncodingSchema.fromJson(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("totalplace.encodings.schemas names " + file, unreadable);
        }
    }

    Optional<EncodingSchema> find(String version) {
        return Optional.ofNullable(known.get(version));
    }

    /** In their order. */
    String versions() {
        return String.join(", ", known.keySet());
    }
}
