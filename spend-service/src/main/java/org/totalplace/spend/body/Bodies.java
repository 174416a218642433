package org.totalplace.spend.body;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The official bodies, from {@code bodies.csv}: councils of all tiers with the abolished ones, combined authorities,
 * police and crime commissioners, fire, national park and waste authorities, integrated care boards and the groups
 * before them, NHS trusts, departments and common national bodies.
 */
public final class Bodies {

    private static final Bodies OFFICIAL = new Bodies(read());

    /** Tells one register from another: a number that follows from all that it says. */
    public static final String EDITION = Integer.toHexString(OFFICIAL.all.hashCode());

    private final Map<String, Body> byCode = new HashMap<>();
    private final List<Body> all;
    private final NameClaims<Body> claims = new NameClaims<>();

    Bodies(List<Body> all) {
        this.all = List.copyOf(all);
        for (Body body : all) {
            byCode.put(form(body.code()), body);
            body.otherCodes().forEach(code -> byCode.putIfAbsent(form(code), body));
            claims.claim(body, body.name(), body.names());
        }
    }

    /** All bodies that the platform knows of. */
    public static Bodies official() {
        return OFFICIAL;
    }

    public Collection<Body> all() {
        return all;
    }

    /** @param printed a code of any scheme, in any case and spacing */
    public Optional<Body> byCode(String printed) {
        return Optional.ofNullable(byCode.get(form(printed)));
    }

    /**
     * The body of that name in any usual spelling. An official name goes before an alternative one, that before a usual
     * form; empty when two bodies have an equal claim.
     */
    public Optional<Body> byName(String printed) {
        return claimOf(BodyName.normalised(printed)).map(NameClaims.Claim::claimant);
    }

    /**
     * The same with the name that is claimed.
     *
     * @param normalised as {@link BodyName} makes it
     */
    public Optional<NameClaims.Claim<Body>> claimOf(String normalised) {
        return claims.of(normalised);
    }

    private static String form(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    private static List<Body> read() {
        List<Body> bodies = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Bodies.class.getResourceAsStream("bodies.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> bodies.add(body(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("The official bodies cannot be read", e);
        }
        return bodies;
    }

    private static Body body(NamedCsvRecord row) {
        return new Body(
                row.getField("code"),
                row.getField("name"),
                row.getField("kind"),
                Set.copyOf(parts(row.getField("codes"))),
                parts(row.getField("names")),
                day(row.getField("from")),
                day(row.getField("until")),
                parts(row.getField("successors")));
    }

    private static List<String> parts(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
    }

    private static @Nullable LocalDate day(String field) {
        return field.isEmpty() ? null : LocalDate.parse(field);
    }
}
