package org.totalplace.guardrails.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.totalplace.guardrails.architecture.Boundaries;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;

/** How the repository is laid out. */
public final class Layout {

    /** What the top level holds, besides LICENSE and dotfiles. */
    public static final List<String> TOP_LEVEL = List.of(
            "pom.xml",
            "gateway",
            "spend-service",
            "outcomes-service",
            "citizen-journey-service",
            "infra",
            "docs",
            "README.md");

    private static final Set<String> ALSO_THERE = Set.of("LICENSE", "target");
    private static final String ROOT = "org.totalplace";

    /** Benchmarks print and measure by trade; they are programs for engineers that no service is built from. */
    private static final Set<String> LEFT_ALONE = Set.of("infra/benchmarks");

    private Layout() {}

    /** The folder around a module that has a pom.xml and an infra folder, as if it were a module itself. */
    public static CheckedModule repositoryAround(CheckedModule module) {
        for (Path at = module.folder(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("pom.xml")) && Files.isDirectory(at.resolve("infra"))) {
                return CheckedModule.at(at, ROOT);
            }
        }
        throw new IllegalStateException("No folder around " + module.folder() + " holds pom.xml and infra");
    }

    /** Whether this is the repository as a whole and not one of its modules. */
    public static boolean isRepository(CheckedModule module) {
        return module.root().equals(ROOT);
    }

    /** Nothing is missing from the top level and nothing more is there. */
    public static Examination ofTopLevel(CheckedModule repository) {
        Set<String> there = new TreeSet<>();
        Tree tree = Tree.of(repository.folder());
        Stream.concat(tree.files().stream(), tree.folders().stream())
                .map(path -> path.split("/", 2)[0])
                .filter(name -> !name.startsWith(".") && !ALSO_THERE.contains(name))
                .forEach(there::add);
        Stream<Finding> missing =
                TOP_LEVEL.stream().filter(name -> !there.contains(name)).map(name -> new Finding(name, "is missing"));
        Stream<Finding> more = there.stream()
                .filter(name -> !TOP_LEVEL.contains(name))
                .map(name -> new Finding(name, "does not belong there"));
        return new Examination(there.size(), Stream.concat(missing, more).toList());
    }

    /** The packages that rules speak of exist; a rule about a renamed package would hold for ever. */
    public static Examination ofNamedPackages(CheckedModule repository) {
        Tree tree = Tree.of(repository.folder());
        return Examination.ofEach(
                Stream.concat(Boundaries.SERVICES.stream(), Boundaries.PLAIN.stream())
                        .toList(),
                name -> tree.folders().stream()
                                .anyMatch(folder -> folder.endsWith("src/main/java/" + name.replace('.', '/')))
                        ? Stream.empty()
                        : Stream.of(new Finding(name, "is no package of any module")));
    }

    /** Every module with main sources runs the rules. */
    public static Examination ofModules(CheckedModule repository) {
        Tree tree = Tree.of(repository.folder());
        List<String> modules = tree.folders().stream()
                .filter(folder -> tree.folders().contains(folder + "/src/main/java"))
                .filter(folder -> !LEFT_ALONE.contains(folder))
                .toList();
        return Examination.ofEach(
                modules,
                module -> tree.files().stream()
                                .anyMatch(file -> file.startsWith(module + "/src/test/java/")
                                        && file.endsWith("/GuardrailsTests.java"))
                        ? Stream.empty()
                        : Stream.of(new Finding(module, "has no GuardrailsTests")));
    }
}
