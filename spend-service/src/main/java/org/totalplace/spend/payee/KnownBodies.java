package org.totalplace.spend.payee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;

/**
 * The names that the place's agencies go by. A payee is resolved by an equal normalised name only: a similar one is not
 * the same body, and a name that two agencies claim is neither's.
 */
public final class KnownBodies {

    private final Map<String, List<Resolution>> claims = new HashMap<>();

    /**
     * Which agency a name means.
     *
     * @param evidence for people: which of the agency's names it was
     */
    public record Resolution(AgencyCode agency, String evidence) {}

    public KnownBodies(List<Agency> agencies) {
        for (Agency agency : agencies) {
            claim(agency, agency.name(), "name");
            agency.aliases().forEach(alias -> claim(agency, alias, "alias"));
        }
    }

    private void claim(Agency agency, String name, String by) {
        String normalised = PayeeName.normalised(name);
        if (normalised.isEmpty() || Redaction.isOne(name)) {
            return;
        }
        List<Resolution> claiming = claims.computeIfAbsent(normalised, key -> new ArrayList<>());
        if (claiming.stream().noneMatch(other -> other.agency().equals(agency.code()))) {
            claiming.add(new Resolution(agency.code(), by + " '" + name + "'"));
        }
    }

    /** The body that the name means, if it is known beyond doubt. */
    public Optional<Resolution> resolve(PayeeName name) {
        List<Resolution> claiming = claims.getOrDefault(name.normalised(), List.of());
        return name.redacted() || claiming.size() != 1 ? Optional.empty() : Optional.of(claiming.getFirst());
    }

    /** The normalised names that mean this agency, with their evidence. */
    public Map<String, String> namesOf(AgencyCode agency) {
        Map<String, String> names = new TreeMap<>();
        claims.forEach((name, claiming) -> {
            if (claiming.size() == 1 && claiming.getFirst().agency().equals(agency)) {
                names.put(name, claiming.getFirst().evidence());
            }
        });
        return names;
    }

    /** Names of this agency that another one claims too, in words. */
    public List<String> contested(AgencyCode agency) {
        return claims.values().stream()
                .filter(claiming -> claiming.size() > 1
                        && claiming.stream().anyMatch(claim -> claim.agency().equals(agency)))
                .map(claiming -> claiming.stream()
                        .sorted(Comparator.comparing(Resolution::agency))
                        .map(claim -> claim.agency() + " by its " + claim.evidence())
                        .reduce((one, other) -> one + " and " + other)
                        .orElse(""))
                .sorted()
                .toList();
    }
}
