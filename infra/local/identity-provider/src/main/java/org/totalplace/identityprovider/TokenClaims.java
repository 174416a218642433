package org.totalplace.identityprovider;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes into every token what the services decide by: {@code roles}, {@code agency}, the audience, and of a citizen
 * the {@code record} of an agency that the account is tied to. Who that is as a person is for the services to find
 * out: it may change when persons are joined or parted, a record never does.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "total-place";

    private final DemonstrationSettings settings;

    TokenClaims(DemonstrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        if (principal == null) {
            throw new IllegalStateException("A token is asked for nobody");
        }
        DemonstrationIdentity.of(principal.getName()).ifPresent(identity -> {
            context.getClaims().claim("roles", List.of(identity.role()));
            identity.agency().ifPresent(agency -> context.getClaims().claim("agency", agency));
        });
        // An identity token is for the gateway alone and keeps its client as audience.
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
            record(principal.getName(), context);
        }
    }

    /** In access tokens alone: nobody else needs to know. */
    private void record(String name, JwtEncodingContext context) {
        if (name.equals(DemonstrationIdentity.CITIZEN)
                && !settings.citizenReference().isBlank()) {
            Map<String, Object> own =
                    Map.of("agency", settings.citizenAgency(), "reference", settings.citizenReference());
            context.getClaims().claim("record", own);
        }
    }
}
