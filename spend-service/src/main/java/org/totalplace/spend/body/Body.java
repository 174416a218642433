package org.totalplace.spend.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public body as official lists know it.
 *
 * @param code its first code: of the Government Statistical Service where it has one, else of the NHS Organisation Data
 * Service, of the ministry's outturn returns, or the last part of its address on GOV.UK
 * @param kind for example {@code county}, {@code police} or {@code department}
 * @param otherCodes the same body's codes in other schemes, and former ones
 * @param names alternative and former names, without the official one
 * @param from its first day, where the sources tell
 * @param until the first day on which it is no more; null while it lasts
 * @param successors codes of the bodies that followed it
 */
public record Body(
        String code,
        String name,
        String kind,
        Set<String> otherCodes,
        List<String> names,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> successors) {

    private static final Set<String> COUNCILS =
            Set.of("council", "county", "district", "unitary", "metropolitan-district", "london-borough");
    private static final Set<String> HEALTH = Set.of("nhs-trust", "icb", "ccg");

    public Body {
        if (code.isBlank() || name.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("A body needs a code, a name and a kind: " + code + ", " + name);
        }
        otherCodes = Set.copyOf(otherCodes);
        names = List.copyOf(names);
        successors = List.copyOf(successors);
    }

    public boolean existsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /**
     * Whether an agency that calls itself of that kind can be this body: a council is no fire authority. Kinds that the
     * official lists do not use can be anything.
     */
    public boolean canBe(String agencyKind) {
        if (COUNCILS.contains(agencyKind)) {
            return COUNCILS.contains(kind)
                    && (agencyKind.equals(kind)
                            || agencyKind.equals("council")
                            || kind.equals("council")
                            || bothOneTier(agencyKind));
        }
        if (HEALTH.contains(agencyKind) || agencyKind.equals("police") || agencyKind.equals("fire")) {
            return agencyKind.equals(kind);
        }
        return true;
    }

    private boolean bothOneTier(String agencyKind) {
        return !agencyKind.equals("county")
                && !agencyKind.equals("district")
                && !kind.equals("county")
                && !kind.equals("district");
    }
}
