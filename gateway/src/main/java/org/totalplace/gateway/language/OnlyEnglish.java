package org.totalplace.gateway.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The pages whose words do not all stand among the messages yet: shown in English, to readers of Welsh with a note. A
 * test holds the list to the truth; it may only become shorter.
 */
@Component
public final class OnlyEnglish {

    private static final String LIST = "messages/only-english.txt";

    private final Set<String> templates;

    public OnlyEnglish() {
        try {
            this.templates = new ClassPathResource(LIST)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String template) {
        return templates.contains(template);
    }

    public Set<String> templates() {
        return templates;
    }
}
