package org.totalplace.linkage.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linkage;
import org.totalplace.linkage.Training;
import org.totalplace.linkage.model.LinkageModel;

class FairnessGateTests {

    private static final FairnessGate GATE = new FairnessGate(0.02, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int PEOPLE = 600;

    private final List<IdentityRecord> records = new ArrayList<>();
    private final Map<String, String> truth = new HashMap<>();
    private final Map<String, String> nameOrigin = new HashMap<>();

    @Test
    void a_model_that_finds_everybody_alike_passes() {
        twoAgenciesSpoilingNamesOf(n -> n % 11 == 0);

        List<FairnessGate.Fared> fared = judged();

        assertThat(fared).extracting(FairnessGate.Fared::dimension).contains("sex", "age", "moves", "name origin");
        assertThat(FairnessGate.passes(fared)).isTrue();
    }

    @Test
    void records_of_which_one_group_is_kept_badly_fail() {
        twoAgenciesSpoilingNamesOf(FairnessGateTests::isFromElsewhere);

        List<FairnessGate.Fared> fared = judged();

        assertThat(FairnessGate.passes(fared)).isFalse();
        assertThat(fared)
                .filteredOn(group -> group.ruling() == FairnessGate.Ruling.FAILS)
                .extracting(FairnessGate.Fared::dimension, FairnessGate.Fared::group)
                .contains(org.assertj.core.groups.Tuple.tuple("name origin", "elsewhere"));
    }

    @Test
    void a_group_of_a_few_is_told_and_not_judged() {
        twoAgenciesSpoilingNamesOf(n -> n < 5);
        nameOrigin.replaceAll((id, origin) -> Integer.parseInt(id.substring(1)) < 5 ? "few" : "many");

        assertThat(judged())
                .filteredOn(group -> group.group().equals("few"))
                .extracting(FairnessGate.Fared::ruling)
                .containsExactly(FairnessGate.Ruling.TOO_FEW);
    }

    @Test
    void a_gate_without_sense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FairnessGate(1, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new FairnessGate(0.1, 0));
    }

    private List<FairnessGate.Fared> judged() {
        LinkageModel model = Training.train(records, LinkageModel.initial(), 3);
        Map<String, Map<String, String>> groups = new HashMap<>(PeopleGroups.of(records, truth, TODAY));
        groups.put("name origin", nameOrigin);
        return GATE.judge(Linkage.link(records, model, Decisions.none()).clusters(), truth, groups);
    }

    private interface Spoilt {
        boolean is(int person);
    }

    private static boolean isFromElsewhere(int person) {
        return person % 5 == 0;
    }

    /** Each person is known to two agencies; of the spoilt ones the second has names, home and date of birth wrong. */
    private void twoAgenciesSpoilingNamesOf(Spoilt spoilt) {
        for (int n = 0; n < PEOPLE; n++) {
            String family = "F" + Integer.toString(n * 7919 % 100_003, 26).replaceAll("\\d", "x");
            String given = "G" + Integer.toString(n * 104_729 % 99_991, 26).replaceAll("\\d", "y");
            LocalDate born = LocalDate.of(1940, 1, 1).plusDays(n * 43L);
            String postcode = "NM" + (1 + n % 30) + " " + n % 10 + (char) ('A' + n % 20) + (char) ('A' + n / 20 % 20);
            add("c" + n, "county", n, given, family, born, postcode);
            boolean wrong = spoilt.is(n) && n % 2 == 0;
            add(
                    "d" + n,
                    "district",
                    n,
                    wrong ? "Zz" : given,
                    wrong ? null : family,
                    wrong ? born.plusDays(3000 + n) : born,
                    wrong ? "NM99 9ZZ" : postcode);
        }
    }

    private void add(
            String id,
            String source,
            int person,
            String given,
            @Nullable String family,
            LocalDate born,
            String postcode) {
        String sex = person / 3 % 2 == 0 ? "F" : "M";
        records.add(new IdentityRecord(id, source, given, family, born, sex, postcode, null, null, null));
        truth.put(id, "p" + person);
        nameOrigin.put(id, isFromElsewhere(person) ? "elsewhere" : "here");
    }
}
