package org.totalplace.starter.security;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What tokens of the identity provider are like.
 *
 * @param keys where its keys are: an address, or a path below the issuer
 * @param audience for whom its tokens must be
 * @param algorithms by which they may be signed, as {@code RS256}; none with a shared secret
 * @param claims where they say what
 */
@ConfigurationProperties("totalplace.identity")
public record IdentitySettings(String keys, String audience, List<String> algorithms, Claims claims) {

    public IdentitySettings {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty() || !algorithms.stream().allMatch(name -> name.matches("(RS|PS|ES)(256|384|512)"))) {
            throw new IllegalArgumentException(
                    "totalplace.identity.algorithms names RS256, PS256, ES256 or the like, not " + algorithms);
        }
    }

    /**
     * The provider's names of claims; a name with dots leads into objects, as {@code realm_access.roles}.
     *
     * @param roles the roles, as a list or as words
     * @param agency code of the agency that a feed client speaks for
     * @param record the record that a citizen's account is tied to ({@link OwnRecord})
     */
    public record Claims(String roles, String agency, String record) {}

    /** Where something of the provider is. */
    public static URI below(String issuer, String place) {
        return URI.create(place.startsWith("/") ? issuer.replaceFirst("/+$", "") + place : place);
    }
}
