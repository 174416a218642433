package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into the search form. */
record SearchForm(String agency, String reference, @Nullable String purpose) {

    /** @param field the id of the field that it is about */
    record Mistake(String field, String words) {}

    static SearchForm empty(@Nullable String purpose) {
        return new SearchForm("", "", purpose);
    }

    static SearchForm of(MultiValueMap<String, String> typed) {
        return new SearchForm(text(typed, "agency"), text(typed, "reference"), typed.getFirst("purpose"));
    }

    /** @param purposeAllowed whether the stated purpose is one that the caller may look for */
    List<Mistake> mistakes(boolean purposeAllowed) {
        List<Mistake> mistakes = new ArrayList<>();
        if (agency.isEmpty()) {
            mistakes.add(new Mistake("agency", "Choose the agency whose reference you have"));
        }
        if (reference.isEmpty()) {
            mistakes.add(new Mistake("reference", "Enter the person’s reference at that agency"));
        }
        if (!purposeAllowed) {
            mistakes.add(new Mistake("purpose", "Say why you look at this person"));
        }
        return List.copyOf(mistakes);
    }

    static List<Mistake> nobody() {
        return List.of(new Mistake(
                "reference", "Nobody is known by this reference at this agency. Check both, or ask the agency"));
    }

    /** The first mistake about a field. */
    static @Nullable String about(List<Mistake> mistakes, String field) {
        return mistakes.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::words)
                .findFirst()
                .orElse(null);
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
