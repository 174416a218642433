package org.totalplace.guardrails;

import java.util.function.Function;
import java.util.function.Predicate;
import org.totalplace.guardrails.architecture.Boundaries;
import org.totalplace.guardrails.architecture.Calls;
import org.totalplace.guardrails.architecture.Cycles;
import org.totalplace.guardrails.architecture.Names;
import org.totalplace.guardrails.architecture.Shapes;
import org.totalplace.guardrails.documents.Documents;
import org.totalplace.guardrails.documents.Layout;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.tidiness.Leftovers;
import org.totalplace.guardrails.tidiness.Lengths;
import org.totalplace.guardrails.tidiness.Methods;
import org.totalplace.guardrails.tidiness.Packages;
import org.totalplace.guardrails.tidiness.Tiers;

/**
 * The rules, as data: what each says, what to do about a breach, and the examination that finds one. Most are for each
 * module, the last ones for the repository as a whole, and two for both.
 */
public enum Rule {
    SERVICES_STAND_ALONE(
            "a service depends on no other service, and an infra module on none",
            "let the services speak over a topic or an API, or move what both need to infra",
            Boundaries::betweenServices),
    PLAIN_PACKAGES_STAY_PLAIN(
            "values, linkage and the sample place know no Spring, Kafka, SQL or Reactor",
            "give and take values here and do the rest in the module that has the server",
            Boundaries::plainPackages,
            Boundaries::isPlain),
    PACKAGES_HAVE_NO_CYCLES(
            "packages of a module depend on each other one way only",
            "move the type that both need down, or hand it in through an interface",
            Cycles::betweenPackages),
    CLASSES_ARE_NAMED_BY_SUBJECT(
            "no class is named *Repository, *Dto, *Util, *Helper, *Manager, *Impl or *Entity",
            "say what it is or does in the words of docs/glossary.md",
            Names::ofClasses),
    PACKAGES_ARE_NAMED_BY_SUBJECT(
            "no package is named by a layer (controller, service, repository, dto, mapper, util, helper, common, misc)",
            "move the classes to the feature that they belong to",
            Names::ofPackages),
    CLASSES_LIVE_BELOW_ONE_ROOT(
            "every class that somebody wrote is below org.totalplace",
            "move it below the module's root package",
            Names::ofRoots),
    TIME_IS_HANDED_IN(
            "no now() without a clock, no System.currentTimeMillis()",
            "take an InstantSource or a Clock by constructor",
            Calls::ofTheTime),
    CHANCE_IS_SEEDED(
            "no new Random() without a seed, no Math.random()",
            "take a RandomGenerator or a seed by constructor",
            Calls::ofChance),
    NOTHING_IS_PRINTED(
            "nothing is printed past the log", "log it, or write it to a stream that was handed in", Calls::ofPrinting),
    RECORDS_HOLD_VALUES(
            "no record has a stream, a database row or a message as a component",
            "let the shell read it and put the values into the record",
            Shapes::ofRecords),
    BEANS_ARE_BUILT_BY_CONSTRUCTOR("no field is injected", "take it by constructor", Shapes::ofBeans),
    DATES_ARE_JAVA_TIME("no java.util.Date or Calendar", "use java.time", Shapes::ofDates),
    MONEY_IS_EXACT(
            "no double or float in a type of money",
            "count whole pence (org.totalplace.value.Pence); say how to round where a share is taken",
            Shapes::ofMoney),
    PACKAGES_SAY_WHAT_THEY_ARE_FOR(
            "every package has a package-info.java with @NullMarked and, in main, a sentence of Javadoc",
            "write it",
            Packages::ofDescriptions),
    SERVICES_KEEP_TYPES_TO_THEMSELVES(
            "at least " + Packages.OWN_SHARE + " % of a service's top-level types are package-private",
            "make public only what another package calls",
            Packages::ofVisibility),
    FILES_ARE_SHORT(
            "no file has more than " + Lengths.FILE + " lines", "split it by what its parts do", Lengths::ofFiles),
    LINES_ARE_SHORT(
            "no line of Java has more than " + Lengths.LINE + " characters (text blocks and imports excepted)",
            "break it",
            Lengths::ofLines),
    METHODS_ARE_SHORT("no method has more than " + Methods.METHOD + " lines", "name its parts", Methods::ofLength),
    NO_NOTE_IS_LEFT(
            "no TODO, FIXME or XXX", "do it, or write it where work is planned", Leftovers::ofNotes, module -> true),
    NO_CODE_IS_COMMENTED_OUT("no code behind slashes", "delete it; version control remembers", Leftovers::ofCode),
    IMPORTS_ARE_NAMED("no wildcard import", "import each type by its name", Leftovers::ofWildcards),
    TESTS_ARE_NAMED_BY_TIER(
            "a class with tests is named *Tests, *IntegrationTests or *AcceptanceTests",
            "rename it, or the build will not run it",
            Tiers::ofTests),
    NO_MACHINE_IS_NAMED(
            "no path of one machine and no package registry's host in any file",
            "make it relative, or take it from the settings of whoever builds",
            Leftovers::ofMachines,
            module -> true),
    TOP_LEVEL_IS_AS_AGREED(
            "the top level is " + String.join(" ", Layout.TOP_LEVEL) + ", LICENSE and dotfiles",
            "put it into the folder of whoever owns it",
            Layout::ofTopLevel,
            Layout::isRepository),
    RULES_NAME_WHAT_EXISTS(
            "every package that a rule names exists",
            "follow the package's new name in Boundaries",
            Layout::ofNamedPackages,
            Layout::isRepository),
    MODULES_KEEP_THE_RULES(
            "every module with main sources has a GuardrailsTests",
            "add it to the module's root package, as infra/guardrails/README.md shows",
            Layout::ofModules,
            Layout::isRepository),
    LINKS_RESOLVE(
            "every relative link of a document leads to a file",
            "follow the file's new name",
            Documents::ofLinks,
            Layout::isRepository),
    DOCUMENTS_QUOTE_REAL_PATHS(
            "documents quote only paths that exist",
            "follow the path's new name, or take the sentence out",
            Documents::ofPaths,
            Layout::isRepository),
    DOCUMENTS_QUOTE_REAL_CLASSES(
            "documents quote only classes and packages that exist",
            "follow the class's new name, or take the sentence out",
            Documents::ofClasses,
            Layout::isRepository);

    private final String sentence;
    private final String remedy;
    private final Function<CheckedModule, Examination> examination;
    private final Predicate<CheckedModule> concerns;

    Rule(String sentence, String remedy, Function<CheckedModule, Examination> examination) {
        this(sentence, remedy, examination, module -> !Layout.isRepository(module));
    }

    Rule(
            String sentence,
            String remedy,
            Function<CheckedModule, Examination> examination,
            Predicate<CheckedModule> concerns) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.examination = examination;
        this.concerns = concerns;
    }

    String sentence() {
        return sentence;
    }

    String remedy() {
        return remedy;
    }

    boolean concerns(CheckedModule module) {
        return concerns.test(module);
    }

    Examination examine(CheckedModule module) {
        return examination.apply(module);
    }
}
