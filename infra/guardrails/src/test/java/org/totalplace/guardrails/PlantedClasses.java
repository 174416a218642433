package org.totalplace.guardrails;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.offenders.BareChance;
import org.totalplace.guardrails.offenders.BareTime;
import org.totalplace.guardrails.offenders.BorrowedLedger;
import org.totalplace.guardrails.offenders.HeldRows;
import org.totalplace.guardrails.offenders.InjectedField;
import org.totalplace.guardrails.offenders.Innocent;
import org.totalplace.guardrails.offenders.LedgerLineRepository;
import org.totalplace.guardrails.offenders.OldDates;
import org.totalplace.guardrails.offenders.Printing;
import org.totalplace.guardrails.offenders.RoughPrice;
import org.totalplace.guardrails.offenders.egg.Egg;
import org.totalplace.guardrails.offenders.hen.Hen;
import org.totalplace.guardrails.offenders.util.Sums;
import org.totalplace.sample.offenders.Storing;

/** Compiled offenders against the rules of architecture. */
final class PlantedClasses {

    static final Map<Rule, Offence> OFFENCES = new EnumMap<>(Map.ofEntries(
            offence(Rule.SERVICES_STAND_ALONE, "ForeignLedger", 1, BorrowedLedger.class),
            offence(Rule.PLAIN_PACKAGES_STAY_PLAIN, "java.sql.Connection", 1, Storing.class),
            offence(Rule.PACKAGES_HAVE_NO_CYCLES, "is in a cycle over", 2, Hen.class, Egg.class),
            offence(Rule.CLASSES_ARE_NAMED_BY_SUBJECT, "Repository", 1, LedgerLineRepository.class),
            offence(Rule.PACKAGES_ARE_NAMED_BY_SUBJECT, "'util'", 1, Sums.class),
            offence(Rule.CLASSES_LIVE_BELOW_ONE_ROOT, "not below org.totalplace", 1, JavaClass.class),
            offence(Rule.TIME_IS_HANDED_IN, "now", 4, BareTime.class),
            offence(Rule.CHANCE_IS_SEEDED, "Math.random", 3, BareChance.class),
            offence(Rule.NOTHING_IS_PRINTED, "printStackTrace", 3, Printing.class),
            offence(Rule.RECORDS_HOLD_VALUES, "rows", 1, HeldRows.class),
            offence(Rule.BEANS_ARE_BUILT_BY_CONSTRUCTOR, "place", 1, InjectedField.class),
            offence(Rule.DATES_ARE_JAVA_TIME, "java.util.Date", 1, OldDates.class),
            offence(Rule.MONEY_IS_EXACT, "pounds", 1, RoughPrice.class)));

    private PlantedClasses() {}

    /**
     * @param fragment what one finding at least must say
     * @param atLeast how many findings there must be
     */
    record Offence(CheckedModule module, String fragment, int atLeast) {}

    static CheckedModule innocent() {
        return module(Innocent.class, Innocent.UnitCost.class, Innocent.Share.class);
    }

    static CheckedModule nothing() {
        return module();
    }

    private static Map.Entry<Rule, Offence> offence(Rule rule, String fragment, int atLeast, Class<?>... offenders) {
        return Map.entry(rule, new Offence(module(offenders), fragment, atLeast));
    }

    static CheckedModule module(Class<?>... types) {
        List<JavaClass> classes = new ClassFileImporter()
                .importClasses(types).stream()
                        .filter(type -> List.of(types).stream()
                                .anyMatch(named -> named.getName().equals(type.getName())))
                        .toList();
        return CheckedModule.ofClasses("org.totalplace.guardrails", classes);
    }
}
