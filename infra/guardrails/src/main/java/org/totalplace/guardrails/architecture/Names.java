package org.totalplace.guardrails.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;

/** Names speak of the subject, not of the part that a class plays in a framework. */
public final class Names {

    private static final List<String> STEREOTYPES =
            List.of("Repository", "Dto", "DTO", "Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Entity");

    private static final Set<String> LAYERS = Set.of(
            "controller",
            "controllers",
            "service",
            "services",
            "repository",
            "repositories",
            "dto",
            "dtos",
            "mapper",
            "mappers",
            "util",
            "utils",
            "helper",
            "helpers",
            "common",
            "misc");

    private Names() {}

    /** No class is named by a stereotype. */
    public static Examination ofClasses(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> STEREOTYPES.stream()
                        .filter(suffix -> type.getSimpleName().endsWith(suffix))
                        .map(suffix -> new Finding(type.getName(), "its name ends with " + suffix)));
    }

    /** No package is named by a layer. */
    public static Examination ofPackages(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> Arrays.stream(type.getPackageName().split("\\."))
                        .filter(LAYERS::contains)
                        .map(layer -> new Finding(type.getPackageName(), "'" + layer + "' is the name of a layer")));
    }

    /** Every class that somebody wrote is below org.totalplace. */
    public static Examination ofRoots(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> Boundaries.isIn(type.getPackageName(), List.of("org.totalplace"))
                        ? Stream.empty()
                        : Stream.of(new Finding(type.getName(), "its package is not below org.totalplace")));
    }
}
