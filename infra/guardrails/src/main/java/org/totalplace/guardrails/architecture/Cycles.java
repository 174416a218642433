package org.totalplace.guardrails.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;

/**
 * Packages of a module depend on each other one way only, so that one can be read, moved or taken out without the rest.
 */
public final class Cycles {

    private Cycles() {}

    /** No package depends, directly or over others, on one that depends on it. One finding a pair of packages. */
    public static Examination betweenPackages(CheckedModule module) {
        Map<String, Map<String, String>> uses = uses(module);
        var findings = uses.keySet().stream()
                .flatMap(from -> uses.getOrDefault(from, Map.of()).entrySet().stream()
                        .filter(used -> reachable(uses, used.getKey()).contains(from))
                        .map(used -> new Finding(
                                from, "is in a cycle over " + used.getKey() + ", for example " + used.getValue())))
                .toList();
        return new Examination(module.classes().size(), findings);
    }

    /** From each package to each other that it uses, with one use as an example. */
    private static Map<String, Map<String, String>> uses(CheckedModule module) {
        Set<String> own =
                module.classes().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Map<String, Map<String, String>> uses = new TreeMap<>();
        for (JavaClass type : module.classes()) {
            for (Dependency dependency : new TreeSet<>(type.getDirectDependenciesFromSelf())) {
                String used = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (own.contains(used) && !used.equals(type.getPackageName())) {
                    uses.computeIfAbsent(type.getPackageName(), from -> new TreeMap<>())
                            .putIfAbsent(used, dependency.getDescription());
                }
            }
        }
        return uses;
    }

    private static Set<String> reachable(Map<String, Map<String, String>> uses, String start) {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(start));
        while (!waiting.isEmpty()) {
            for (String next : uses.getOrDefault(waiting.pop(), Map.of()).keySet()) {
                if (seen.add(next)) {
                    waiting.push(next);
                }
            }
        }
        return seen;
    }
}
