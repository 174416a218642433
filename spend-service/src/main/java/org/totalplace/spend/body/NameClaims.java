package org.totalplace.spend.body;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who goes by which normalised name. Names claim in three strengths: the name itself, an alternative, a usual form of
 * either. Of the strongest claims there must be one claimant, or the name is nobody's.
 *
 * @param <T> who claims; equal claimants are one
 */
public final class NameClaims<T> {

    /** How strongly a name is claimed, strongest first. */
    public enum Strength {
        NAME,
        ALIAS,
        FORM;

        /** For people: which of the claimant's names it was. */
        String evidence(String name) {
            return switch (this) {
                case NAME -> "name '" + name + "'";
                case ALIAS -> "alias '" + name + "'";
                case FORM -> "usual form of '" + name + "'";
            };
        }
    }

    private final Map<String, List<Claim<T>>> claims = new HashMap<>();

    /**
     * One claim to a name.
     *
     * @param name as the claimant writes it
     */
    public record Claim<T>(T claimant, Strength strength, String name) {

        /** For people: by which name it is claimed. */
        public String evidence() {
            return strength.evidence(name);
        }
    }

    /** Lets the claimant go by the name, the aliases, and the usual forms of them all. */
    public void claim(T claimant, String name, Collection<String> aliases) {
        put(claimant, Strength.NAME, name);
        aliases.forEach(alias -> put(claimant, Strength.ALIAS, alias));
    }

    private void put(T claimant, Strength strength, String name) {
        String normalised = BodyName.normalised(name);
        if (normalised.isEmpty()) {
            return;
        }
        put(normalised, new Claim<>(claimant, strength, name));
        NameForms.of(normalised).forEach(form -> put(form, new Claim<>(claimant, Strength.FORM, name)));
    }

    private void put(String normalised, Claim<T> claim) {
        List<Claim<T>> others = claims.computeIfAbsent(normalised, key -> new ArrayList<>(1));
        if (others.stream()
                .noneMatch(other -> other.claimant().equals(claim.claimant())
                        && other.strength().compareTo(claim.strength()) <= 0)) {
            others.add(claim);
        }
    }

    /** All claims to a normalised name. */
    public List<Claim<T>> allOf(String normalised) {
        return claims.getOrDefault(normalised, List.of());
    }

    /** The only claim of the strongest to a normalised name. */
    public Optional<Claim<T>> of(String normalised) {
        List<Claim<T>> all = allOf(normalised);
        for (Strength strength : Strength.values()) {
            List<Claim<T>> strong =
                    all.stream().filter(claim -> claim.strength() == strength).toList();
            if (!strong.isEmpty()) {
                return strong.size() == 1 ? Optional.of(strong.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
