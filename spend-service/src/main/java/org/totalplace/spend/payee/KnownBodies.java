package org.totalplace.spend.payee;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.spend.body.BodyName;
import org.totalplace.spend.body.NameClaims;
import org.totalplace.spend.body.NameClaims.Claim;
import org.totalplace.spend.body.NameClaims.Strength;
import org.totalplace.spend.body.NameForms;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;

/**
 * What names mean, by equal normalised names only: a similar one is not the same body, and a name that two bodies claim
 * alike is neither's. A steward's decision goes first, then the names that agencies are registered with, official
 * names, and last the usual forms of each. A pension fund is never the council whose name it bears.
 */
public final class KnownBodies {

    private static final Set<Strength> GIVEN = Set.of(Strength.NAME, Strength.ALIAS);
    private static final String PENSIONS = "local-government-pension-scheme";
    private static final Pattern PENSION_FUND =
            Pattern.compile("(?:.* )?(?:pensions?|superannuation) (?:fund|scheme|account|service)s?(?: .*)?");

    private final NameClaims<AgencyCode> agencies = new NameClaims<>();
    private final Map<String, AgencyCode> byOfficialCode = new HashMap<>();
    private final Map<String, Resolution> decided;
    private final Bodies official;

    public KnownBodies(List<Agency> agencies) {
        this(agencies, Map.of());
    }

    /** @param decided what stewards have decided, by normalised name */
    public KnownBodies(List<Agency> agencies, Map<String, Resolution> decided) {
        this.decided = Map.copyOf(decided);
        this.official = Bodies.official();
        for (Agency agency : agencies) {
            if (!Redaction.isOne(agency.name())) {
                this.agencies.claim(agency.code(), agency.name(), named(agency));
            }
            if (agency.officialCode() != null) {
                byOfficialCode.put(agency.officialCode(), agency.code());
            }
        }
    }

    private static List<String> named(Agency agency) {
        return agency.aliases().stream()
                .filter(alias -> !Redaction.isOne(alias))
                .toList();
    }

    /** What the name means, if it is known beyond doubt. */
    public Optional<Resolution> resolve(PayeeName name) {
        return name.redacted() ? Optional.empty() : resolve(name.normalised());
    }

    private Optional<Resolution> resolve(String normalised) {
        Resolution decision = decided.get(normalised);
        if (decision != null) {
            AgencyCode agency = decision.body() == null ? null : byOfficialCode.get(decision.body());
            return Optional.of(agency == null ? decision : Resolution.of(agency, decision.evidence()));
        }
        List<Claim<AgencyCode>> given = agencies.allOf(normalised).stream()
                .filter(claim -> GIVEN.contains(claim.strength()))
                .toList();
        if (!given.isEmpty()) {
            boolean one = given.stream().map(Claim::claimant).distinct().count() == 1;
            return one
                    ? Optional.of(Resolution.of(
                            given.getFirst().claimant(), given.getFirst().evidence()))
                    : Optional.empty();
        }
        Optional<Claim<Body>> body = official.claimOf(normalised);
        if (body.isPresent() && GIVEN.contains(body.get().strength())) {
            return body.map(this::ofBody);
        }
        if (PENSION_FUND.matcher(normalised).matches()) {
            return Optional.of(Resolution.ofBody(PENSIONS, "a pension fund is none of the bodies that pay into it"));
        }
        Optional<Claim<AgencyCode>> form = agencies.of(normalised);
        return form.isPresent()
                ? form.map(claim -> Resolution.of(claim.claimant(), claim.evidence()))
                : body.map(this::ofBody);
    }

    /** The agency or body that has an official code. */
    Optional<Resolution> ofCode(String code) {
        return official.byCode(code).map(body -> {
            AgencyCode agency = byOfficialCode.get(body.code());
            String evidence = "official code " + code;
            return agency == null ? Resolution.ofBody(body.code(), evidence) : Resolution.of(agency, evidence);
        });
    }

    private Resolution ofBody(Claim<Body> claim) {
        Body body = claim.claimant();
        AgencyCode agency = byOfficialCode.get(body.code());
        String evidence = "official " + claim.evidence() + " (" + body.code() + ")";
        if (agency != null) {
            return Resolution.of(agency, evidence);
        }
        return Resolution.ofBody(body.code(), body.until() == null ? evidence : evidence + " until " + body.until());
    }

    /** The normalised names that an agency claims, alone or not. */
    public static Set<String> claimedBy(Agency agency) {
        Set<String> names = new HashSet<>();
        addForms(names, agency.name());
        agency.aliases().forEach(alias -> addForms(names, alias));
        if (agency.officialCode() != null) {
            Bodies.official().byCode(agency.officialCode()).ifPresent(body -> {
                addForms(names, body.name());
                body.names().forEach(name -> addForms(names, name));
            });
        }
        names.remove("");
        return names;
    }

    private static void addForms(Set<String> names, String name) {
        String normalised = BodyName.normalised(name);
        names.add(normalised);
        names.addAll(NameForms.of(normalised));
    }

    /** Names that this agency and another one were given, in words. */
    public List<String> contested(Agency agency) {
        return claimedBy(agency).stream()
                .map(name -> agencies.allOf(name).stream()
                        .filter(claim -> GIVEN.contains(claim.strength()))
                        .toList())
                .filter(claims -> claims.stream()
                                .anyMatch(claim -> claim.claimant().equals(agency.code()))
                        && claims.stream().map(Claim::claimant).distinct().count() > 1)
                .map(KnownBodies::inWords)
                .sorted()
                .toList();
    }

    private static String inWords(List<Claim<AgencyCode>> claims) {
        return claims.stream()
                .sorted(Comparator.comparing(Claim<AgencyCode>::claimant))
                .map(claim -> claim.claimant() + " by its " + claim.evidence())
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
    }
}
