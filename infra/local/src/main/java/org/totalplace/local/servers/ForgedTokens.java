package org.totalplace.local.servers;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens of a steward such as forgers would like to use; no service may take one of them. */
public final class ForgedTokens {

    private static final long AN_HOUR = 3_600;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ForgedTokens() {}

    /** What is wrong with each, to the token; all but one thing is as the issuer would have it. */
    public static Map<String, String> like(TokenIssuer issuer, InstantSource clock) {
        long now = clock.instant().getEpochSecond();
        String iss = "\"iss\":\"" + issuer.url() + "\"";
        String sub = "\"sub\":\"steward\"";
        String aud = "\"aud\":[\"total-place\"]";
        String exp = "\"exp\":" + (now + AN_HOUR);
        String good = claims(iss, sub, aud, exp);
        String[] parts = issuer.signed(good).split("\\.", -1);

        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("signed by another key", new TokenIssuer().signed(good));
        forged.put("of another issuer", issuer.signed(claims("\"iss\":\"http://elsewhere\"", sub, aud, exp)));
        forged.put("of no issuer", issuer.signed(claims(sub, aud, exp)));
        forged.put("for another audience", issuer.signed(claims(iss, sub, "\"aud\":[\"elsewhere\"]", exp)));
        forged.put("for no audience", issuer.signed(claims(iss, sub, exp)));
        forged.put("expired", issuer.signed(claims(iss, sub, aud, "\"exp\":" + (now - AN_HOUR))));
        forged.put("that never expires", issuer.signed(claims(iss, sub, aud)));
        forged.put("not valid yet", issuer.signed(claims(iss, sub, aud, exp, "\"nbf\":" + (now + AN_HOUR))));
        forged.put("of nobody", issuer.signed(claims(iss, aud, exp)));
        forged.put("not signed", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        String otherwise = encoded("{\"alg\":\"HS256\",\"kid\":\"test\"}");
        forged.put("of another algorithm", otherwise + "." + parts[1] + "." + parts[2]);
        forged.put("whose signature is gone", parts[0] + "." + parts[1] + ".");
        forged.put(
                "whose claims were replaced",
                parts[0] + "." + encoded(good.replace("steward", "auditor")) + "." + parts[2]);
        forged.put("that is none", "not.a.token");
        return forged;
    }

    private static String claims(String... members) {
        return "{" + String.join(",", members) + ",\"roles\":[\"steward\"]}";
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
