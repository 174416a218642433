package org.totalplace.sample.voice;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.Resources;
import org.totalplace.value.Pence;

/** A year of suggestions with what became of each, as a steward would have entered them day by day. */
public final class Voices {

    private static final LocalDate FIRST = LocalDate.of(Northmoor.YEAR.start(), 4, 1);
    private static final LocalDate LAST = LocalDate.of(Northmoor.YEAR.start() + 1, 2, 28);
    private static final List<String> CHANNELS = List.of("paper", "meeting");

    /** How they end, and how many of a hundred do. */
    private enum Fate {
        DONE,
        BEING_DONE,
        DECLINED,
        NOT_PLANNED,
        NOT_DECIDED,
        WITHHELD,
        NOT_READ
    }

    private static final int[] OF_A_HUNDRED = {40, 20, 17, 6, 8, 5, 4};

    private Voices() {}

    /** In the order in which they were said. */
    public static List<Map<String, Object>> all(long seed) {
        return Resources.table(Voices.class, "themes.csv").stream()
                .map(theme -> new Voice(theme, Draw.of(seed, "voice", theme.getField("about"))))
                .sorted(Comparator.comparing((Voice voice) -> voice.told).thenComparing(voice -> voice.about))
                .map(Voice::json)
                .toList();
    }

    private static final class Voice {

        private final NamedCsvRecord theme;
        private final Draw draw;
        private final String about;
        private final LocalDate told;
        private final Fate fate;
        private final List<Map<String, Object>> steps = new ArrayList<>();
        private LocalDate day;

        Voice(NamedCsvRecord theme, Draw draw) {
            this.theme = theme;
            this.draw = draw;
            this.about = theme.getField("about");
            this.told = draw.day(FIRST, LAST);
            this.fate = Fate.values()[draw.weighted(OF_A_HUNDRED)];
            this.day = told;
        }

        Map<String, Object> json() {
            live();
            return Json.object(
                    "kind",
                    theme.getField("kind"),
                    "about",
                    about,
                    "words",
                    theme.getField("words"),
                    "channel",
                    draw.pick(CHANNELS),
                    "toldOn",
                    told,
                    "steps",
                    steps);
        }

        private void live() {
            if (fate == Fate.NOT_READ) {
                return;
            }
            after(1, 4);
            if (fate == Fate.WITHHELD) {
                step("withhold", "words", "It tells of one person alone");
            } else {
                step("publish", "about", about, "words", theme.getField("words"));
            }
            if (fate == Fate.NOT_DECIDED) {
                return;
            }
            // Some take longer; more time cannot be taken afterwards, so that what is long past has none.
            if (draw.percent(20)) {
                after(2, 5);
            }
            after(3, 9);
            boolean no = fate == Fate.DECLINED || fate == Fate.WITHHELD;
            String verdict = no ? "declined" : draw.percent(25) ? "partly" : "accepted";
            String reason = no ? "There is no money for it this year" : theme.getField("reason");
            step("decide", "verdict", verdict, "words", reason, "role", "Director at " + agencyName());
            if (!no && fate != Fate.NOT_PLANNED) {
                deliver();
            }
        }

        private void deliver() {
            after(3, 10);
            LocalDate due = day.plusDays(draw.between(45, 120));
            step("plan", "words", theme.getField("milestone"), "due", due);
            step(
                    "link",
                    "of",
                    "money",
                    "path",
                    money(),
                    "words",
                    "What the service spends",
                    "amount",
                    new Pence(5_000L * draw.between(10, 500)));
            if (fate == Fate.BEING_DONE) {
                return;
            }
            after(20, 40);
            step("reach", "milestone", 1, "words", theme.getField("came"));
            step(
                    "link",
                    "of",
                    "outcome",
                    "path",
                    "/api/v1/outcomes/summary?measure=" + theme.getField("measure") + "&groupBy=month",
                    "words",
                    "Whether people are better off");
            after(1, 10);
            step("close", "words", theme.getField("came"));
        }

        private void after(int from, int to) {
            day = day.plusDays(draw.between(from, to));
        }

        private void step(String step, Object... namesAndValues) {
            List<@Nullable Object> all = new ArrayList<>(List.of("step", step, "on", day, "namesNobody", true));
            if (step.equals("publish") || step.equals("withhold")) {
                all.addAll(List.of("agency", theme.getField("agency")));
                add(all, "service");
                add(all, "journey");
            }
            all.addAll(List.of(namesAndValues));
            steps.add(Json.object(all.toArray()));
        }

        private void add(List<@Nullable Object> all, String field) {
            if (!theme.getField(field).isEmpty()) {
                all.addAll(List.of(field, theme.getField(field)));
            }
        }

        private String money() {
            String service = theme.getField("service");
            return "/api/v1/spend/totals?year=" + Northmoor.YEAR.label() + "&agency=" + theme.getField("agency")
                    + (service.isEmpty() ? "" : "&service=" + service);
        }

        private String agencyName() {
            return Northmoor.place().agency(theme.getField("agency")).name();
        }
    }
}
