package org.totalplace.guardrails.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;

/** What may not be called or read, whether directly or as a method reference. */
public final class Calls {

    /** {@code System.nanoTime()} is not here: it measures how long something took and cannot tell what day it is. */
    private static final Set<String> THE_TIME = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.InstantSource.system",
            "java.util.Calendar.getInstance");

    /**
     * Ids are drawn by {@code UUID.randomUUID()} and keys by {@code SecureRandom}; neither is wanted again from a seed.
     */
    private static final Set<String> CHANCE = Set.of(
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault");

    private static final Set<String> STREAMS = Set.of("java.lang.System.out", "java.lang.System.err");

    private Calls() {}

    /** Time is handed in. */
    public static Examination ofTheTime(CheckedModule module) {
        return each(module, access -> THE_TIME.contains(target(access)) || isBareNow(access));
    }

    /** Chance comes from a seed. */
    public static Examination ofChance(CheckedModule module) {
        return each(
                module,
                access -> (CHANCE.contains(target(access)) && parameters(access).isEmpty())
                        || (target(access).equals("java.util.Collections.shuffle")
                                && parameters(access).size() == 1));
    }

    /** Nothing is printed past the log. */
    public static Examination ofPrinting(CheckedModule module) {
        return each(
                module,
                access -> STREAMS.contains(target(access))
                        || (access.getTarget().getName().equals("printStackTrace")
                                && parameters(access).isEmpty()));
    }

    private static boolean isBareNow(JavaAccess<?> access) {
        return access.getTarget().getName().equals("now")
                && access.getTargetOwner().getPackageName().startsWith("java.time")
                && parameters(access).stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static Examination each(CheckedModule module, Predicate<JavaAccess<?>> unwanted) {
        return Examination.ofEach(module.classes(), type -> accesses(type, unwanted));
    }

    private static Stream<Finding> accesses(JavaClass type, Predicate<JavaAccess<?>> unwanted) {
        return type.getAccessesFromSelf().stream()
                .filter(unwanted)
                .map(access ->
                        new Finding(type.getName(), "line " + access.getLineNumber() + " uses " + target(access)));
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called ? called.getRawParameterTypes() : List.of();
    }
}
