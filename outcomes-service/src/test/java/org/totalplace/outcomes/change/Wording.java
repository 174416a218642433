package org.totalplace.outcomes.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a text about two groups, or about before and after, may not say. */
final class Wording {

    private static final List<String> CLAIMS = List.of(
            "effect", "impact", "caused", "due to", "thanks to", "because of", "led to", "resulted in", "attributable");

    private Wording() {}

    static void claimsNoCause(String text) {
        assertThat(text).doesNotContainIgnoringCase(CLAIMS.toArray(String[]::new));
    }
}
