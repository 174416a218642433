package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/** What was typed into the search form. */
record SearchForm(String agency, String reference, @Nullable String purpose) {

    static SearchForm empty(@Nullable String purpose) {
        return new SearchForm("", "", purpose);
    }

    static SearchForm of(MultiValueMap<String, String> typed) {
        return new SearchForm(text(typed, "agency"), text(typed, "reference"), typed.getFirst("purpose"));
    }

    /** @param purposeAllowed whether the stated purpose is one that the caller may look for */
    List<Mistake> mistakes(boolean purposeAllowed, Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (agency.isEmpty()) {
            mistakes.add(new Mistake("agency", say.say("people.choose-agency")));
        }
        if (reference.isEmpty()) {
            mistakes.add(new Mistake("reference", say.say("people.enter-reference")));
        }
        if (!purposeAllowed) {
            mistakes.add(new Mistake("purpose", say.say("purpose.say")));
        }
        return List.copyOf(mistakes);
    }

    static List<Mistake> nobody(Words say) {
        return List.of(new Mistake("reference", say.say("people.nobody")));
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
