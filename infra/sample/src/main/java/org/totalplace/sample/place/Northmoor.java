package org.totalplace.sample.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** The fictional place: its agencies and service lines. Sources of the money are named in this module's README. */
public final class Northmoor {

    public static final String CODE = "E10009999";
    public static final String NAME = "Northmoor";
    public static final int POPULATION = 430_000;
    public static final FinancialYear YEAR = new FinancialYear(2024);

    /**
     * People on Universal Credit, March 2025: England as published; Northmoor at England's rate for a
     * population of 430,000.
     */
    private static final PlaceShare BENEFITS_SHARE = new PlaceShare(
            "people on Universal Credit",
            "DWP Stat-Xplore, people on Universal Credit, March 2025",
            YEAR.label(),
            49_200,
            6_595_653);

    private static final Northmoor PLACE = new Northmoor();

    private final Map<AgencyCode, Agency> agencies = new LinkedHashMap<>();
    private final List<ServiceLine> services;

    private Northmoor() {
        for (NamedCsvRecord row : Resources.table(Northmoor.class, "agencies.csv")) {
            AgencyCode code = new AgencyCode(row.getField("code"));
            PlaceShare share = code.value().equals("benefits") ? BENEFITS_SHARE : null;
            agencies.put(
                    code,
                    new Agency(
                            code,
                            row.getField("name"),
                            row.getField("kind"),
                            list(row, "aliases"),
                            list(row, "printed"),
                            share));
        }
        services = Resources.table(Northmoor.class, "services.csv").stream()
                .map(Northmoor::service)
                .toList();
    }

    public static Northmoor place() {
        return PLACE;
    }

    public List<Agency> agencies() {
        return List.copyOf(agencies.values());
    }

    /** Those that deliver payments; of the others the place knows no spending. */
    public List<Agency> spenders() {
        return agencies.values().stream()
                .filter(agency -> isCounted(agency.code()))
                .toList();
    }

    /** Whether the agency's own spending is in the count. */
    public boolean isCounted(AgencyCode agency) {
        return services.stream().anyMatch(line -> line.agency().equals(agency));
    }

    public Agency agency(AgencyCode code) {
        return Objects.requireNonNull(agencies.get(code), () -> "Northmoor has no agency " + code);
    }

    public Agency agency(String code) {
        return agency(new AgencyCode(code));
    }

    public List<ServiceLine> services() {
        return services;
    }

    public List<ServiceLine> servicesOf(Agency agency) {
        return services.stream()
                .filter(line -> line.agency().equals(agency.code()))
                .toList();
    }

    private static ServiceLine service(NamedCsvRecord row) {
        return new ServiceLine(
                new AgencyCode(row.getField("agency")),
                row.getField("service"),
                row.getField("name"),
                row.getField("cofog"),
                textOrNull(row, "unit"),
                Pence.ofPounds(row.getField("thousands") + "000"),
                penceOrNull(textOrNull(row, "unitPence")),
                Integer.parseInt(row.getField("lines")),
                row.getField("theme"));
    }

    private static List<String> list(NamedCsvRecord row, String column) {
        return List.of(row.getField(column).split("\\|"));
    }

    private static @Nullable String textOrNull(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Pence penceOrNull(@Nullable String text) {
        return text == null ? null : new Pence(Long.parseLong(text));
    }
}
