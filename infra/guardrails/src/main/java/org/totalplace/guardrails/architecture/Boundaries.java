package org.totalplace.guardrails.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.examined.TextFile;

/** Who may know whom. */
public final class Boundaries {

    /**
     * Root packages of the services. A service has its own database and deploys alone, so none may be compiled against.
     */
    public static final List<String> SERVICES = List.of(
            "org.totalplace.spend", "org.totalplace.journey", "org.totalplace.outcomes", "org.totalplace.gateway");

    /**
     * Packages of plain Java: their mathematics and values are tested without a server and could be used without one.
     */
    public static final List<String> PLAIN =
            List.of("org.totalplace.value", "org.totalplace.linkage", "org.totalplace.sample");

    private static final List<String> FRAMEWORKS = List.of(
            "org.springframework",
            "org.apache.kafka",
            "java.sql",
            "javax.sql",
            "io.r2dbc",
            "org.postgresql",
            "reactor");

    private Boundaries() {}

    public static boolean isService(CheckedModule module) {
        return SERVICES.contains(module.root());
    }

    /** Whether the module holds packages of plain Java, by what its sources say and not by what was compiled. */
    public static boolean isPlain(CheckedModule module) {
        return module.javaFiles().stream()
                .filter(TextFile::isMain)
                .map(file -> file.folder().replace("src/main/java/", "").replace('/', '.'))
                .anyMatch(folder -> isIn(folder, PLAIN));
    }

    /** A service depends on no other service, and an infra module on none. */
    public static Examination betweenServices(CheckedModule module) {
        List<String> others = SERVICES.stream()
                .filter(service -> !service.equals(module.root()))
                .toList();
        return Examination.ofEach(
                module.classes(), type -> dependencies(type, on -> isIn(on.getPackageName(), others)));
    }

    /** Plain packages know no Spring, no Kafka, no SQL and no Reactor. */
    public static Examination plainPackages(CheckedModule module) {
        List<JavaClass> plain = module.classes().stream()
                .filter(type -> isIn(type.getPackageName(), PLAIN))
                .toList();
        return Examination.ofEach(plain, type -> dependencies(type, on -> isIn(on.getPackageName(), FRAMEWORKS)));
    }

    private static Stream<Finding> dependencies(JavaClass type, Predicate<JavaClass> unwanted) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> unwanted.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .map(description -> new Finding(type.getName(), description));
    }

    static boolean isIn(String name, List<String> packages) {
        return packages.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }
}
