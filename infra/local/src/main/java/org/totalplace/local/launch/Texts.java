package org.totalplace.local.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.totalplace.local.load.SampleFiles;

/** What the launcher tells people, kept as text files. */
final class Texts {

    private Texts() {}

    static String read(String name) {
        try (InputStream text = Texts.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("The text " + name + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String welcome(Stack stack, Optional<SampleFiles.Example> example) {
        String text = example.map(known -> read("welcome.txt")
                        .replace("{agency}", known.agency())
                        .replace("{reference}", known.reference())
                        .replace("{measure}", known.measure()))
                .orElseGet(() -> read("welcome-empty.txt"));
        return text.replace("{gateway}", stack.gateway()).replace("{issuer}", stack.issuer());
    }
}
