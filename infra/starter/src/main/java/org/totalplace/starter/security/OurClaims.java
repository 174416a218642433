package org.totalplace.starter.security;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.totalplace.starter.security.IdentitySettings.Claims;

/**
 * Puts what a token says under the names that the platform reads. A claim that bears one of our names and is not the
 * one that was chosen counts for nothing.
 */
final class OurClaims implements Converter<Map<String, Object>, Map<String, Object>> {

    static final String ROLES = "roles";
    static final String AGENCY = "agency";

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");

    private final Map<String, String> ofTheProvider;
    private final MappedJwtClaimSetConverter usual = MappedJwtClaimSetConverter.withDefaults(Map.of());

    OurClaims(Claims claims) {
        this.ofTheProvider = Map.of(ROLES, claims.roles(), AGENCY, claims.agency(), OwnRecord.CLAIM, claims.record());
    }

    @Override
    public Map<String, Object> convert(Map<String, Object> said) {
        Map<String, Object> ours = new HashMap<>(usual.convert(said));
        ofTheProvider.forEach((name, theirs) -> {
            Object value = found(said, theirs);
            if (value == null) {
                ours.remove(name);
            } else {
                ours.put(name, name.equals(ROLES) ? list(value) : value);
            }
        });
        return ours;
    }

    private static @Nullable Object found(Map<String, Object> said, String name) {
        if (said.containsKey(name)) {
            return said.get(name);
        }
        Object value = said;
        for (String part : DOT.split(name)) {
            value = value instanceof Map<?, ?> object ? object.get(part) : null;
        }
        return value;
    }

    private static Object list(Object roles) {
        return roles instanceof String words ? Arrays.asList(BETWEEN_WORDS.split(words.strip())) : roles;
    }
}
