package org.totalplace.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What headers say: the table {@code headers.csv}, and a few words that say it within any header. */
final class Headers {

    private static final Map<String, Said> TABLE = read();

    /** Words before and after that do not change what a header means. */
    private static final Set<String> BESIDE = Set.of(
            "primary",
            "addr",
            "res",
            "person",
            "patient",
            "client",
            "customer",
            "voter",
            "current",
            "main",
            "c",
            "1",
            "fake",
            "cd",
            "desc",
            "text",
            "value",
            "clean",
            "raw",
            "std",
            "the",
            "l",
            "r",
            "home",
            "usual");

    private static final List<Map.Entry<String, Meaning>> WITHIN = List.of(
            Map.entry("surname", Meaning.FAMILY),
            Map.entry("family name", Meaning.FAMILY),
            Map.entry("last name", Meaning.FAMILY),
            Map.entry("forename", Meaning.GIVEN),
            Map.entry("given name", Meaning.GIVEN),
            Map.entry("first name", Meaning.GIVEN),
            Map.entry("full name", Meaning.FULL_NAME),
            Map.entry("postcode", Meaning.POSTCODE),
            Map.entry("post code", Meaning.POSTCODE),
            Map.entry("postal code", Meaning.POSTCODE),
            Map.entry("zip", Meaning.POSTCODE),
            Map.entry("zipcode", Meaning.POSTCODE),
            Map.entry("email", Meaning.EMAIL),
            Map.entry("e mail", Meaning.EMAIL),
            Map.entry("phone", Meaning.PHONE),
            Map.entry("telephone", Meaning.PHONE),
            Map.entry("mobile", Meaning.PHONE),
            Map.entry("gender", Meaning.SEX),
            Map.entry("sex", Meaning.SEX),
            Map.entry("dob", Meaning.BIRTH),
            Map.entry("date of birth", Meaning.BIRTH),
            Map.entry("birth date", Meaning.BIRTH),
            Map.entry("birthdate", Meaning.BIRTH),
            Map.entry("nhs", Meaning.NHS),
            Map.entry("uprn", Meaning.UPRN),
            Map.entry("passport", Meaning.IDENTIFIER),
            Map.entry("ssn", Meaning.IDENTIFIER),
            Map.entry("national insurance", Meaning.IDENTIFIER));

    /** Whose surname, postcode or telephone it is, when it is not the person's own, or where it was before. */
    private static final Set<String> OF_OTHERS = Set.of(
            "gp",
            "trust",
            "school",
            "practice",
            "practitioner",
            "doctor",
            "hospital",
            "clinic",
            "provider",
            "worker",
            "caseworker",
            "referrer",
            "referral",
            "officer",
            "kin",
            "nok",
            "emergency",
            "parent",
            "guardian",
            "carer",
            "mother",
            "father",
            "spouse",
            "partner",
            "employer",
            "company",
            "previous",
            "former",
            "old",
            "status",
            "verified",
            "valid",
            "flag",
            "consent",
            "lsoa",
            "district",
            "country",
            "count",
            "length",
            "soundex",
            "metaphone",
            "hash",
            "dmeta");

    /** Last words of headers that number records, or name them. */
    private static final Set<String> NUMBERING = Set.of(
            "id", "identifier", "ref", "reference", "number", "no", "nr", "num", "key", "urn", "code", "index", "pk");

    private Headers() {}

    static Optional<Meaning> meaning(String header) {
        return said(header).map(Said::meaning);
    }

    static Optional<Said> said(String header) {
        String plain = plain(header);
        Said whole = TABLE.get(plain);
        if (whole != null) {
            return Optional.of(whole);
        }
        Said stripped = TABLE.get(stripped(plain));
        if (stripped != null) {
            return Optional.of(new Said(stripped.meaning(), stripped.place() + Said.BESIDE));
        }
        List<String> words = List.of(plain.split(" "));
        String spaced = " " + plain + " ";
        return words.stream().anyMatch(OF_OTHERS::contains)
                ? Optional.empty()
                : WITHIN.stream()
                        .filter(entry -> spaced.contains(" " + entry.getKey() + " "))
                        .map(entry -> new Said(entry.getValue(), Said.WITHIN))
                        .findFirst();
    }

    /** Whether a header that means nothing else could head numbers or names of records. */
    static boolean numbers(String header) {
        String plain = plain(header);
        return NUMBERING.contains(plain.substring(plain.lastIndexOf(' ') + 1));
    }

    /** Lower-case words and numbers with single spaces; words run together in capitals are parted. */
    static String plain(String header) {
        return header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d]+", " ")
                .replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ")
                .replaceAll("(?<=name) s(?= |$)", "")
                .strip();
    }

    private static String stripped(String plain) {
        String[] words = plain.split(" ");
        int from = 0;
        int to = words.length;
        while (from < to - 1 && BESIDE.contains(words[from])) {
            from++;
        }
        while (to - 1 > from && BESIDE.contains(words[to - 1])) {
            to--;
        }
        return String.join(" ", List.of(words).subList(from, to));
    }

    private static Map<String, Said> read() {
        Map<String, Said> table = new HashMap<>();
        try (InputStream resource = Headers.class.getResourceAsStream("headers.csv")) {
            if (resource == null) {
                throw new IllegalStateException("The table headers.csv is missing beside " + Headers.class.getName());
            }
            for (String line : new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .toList()) {
                String[] cells = line.split("\\s*,\\s*");
                Meaning meaning = Meaning.of(cells[0])
                        .orElseThrow(() -> new IllegalStateException("headers.csv names no meaning: " + line));
                for (int c = 1; c < cells.length; c++) {
                    table.putIfAbsent(cells[c], new Said(meaning, c));
                }
            }
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
