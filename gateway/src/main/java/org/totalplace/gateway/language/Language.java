package org.totalplace.gateway.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A language that pages speak. */
public enum Language {
    ENGLISH("en", "English"),
    WELSH("cy", "Cymraeg");

    /** In an address: so that a page can be handed on in the language in which it was read. */
    public static final String PARAMETER = "lang";

    static final String COOKIE = "language";

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code, "GB");
    }

    public Language other() {
        return this == ENGLISH ? WELSH : ENGLISH;
    }

    /** What the reader chose now, or before, or else what their browser asks for. */
    public static Language of(ServerHttpRequest request) {
        HttpCookie kept = request.getCookies().getFirst(COOKIE);
        return chosen(request)
                .or(() -> called(kept == null ? null : kept.getValue()))
                .or(() -> accepted(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(ENGLISH);
    }

    /** What the address says. */
    static Optional<Language> chosen(ServerHttpRequest request) {
        return called(request.getQueryParams().getFirst(PARAMETER));
    }

    static Optional<Language> called(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    private static Optional<Language> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), bare());
            return Optional.ofNullable(best).flatMap(locale -> called(locale.getLanguage()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Without their country: {@code en-US} is English too. */
    private static List<Locale> bare() {
        return LOCALES.stream().map(locale -> Locale.of(locale.getLanguage())).toList();
    }
}
