package org.totalplace.guardrails.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;

/** How types are made: values hold values, beans get what they need by constructor, money is whole pence. */
public final class Shapes {

    private static final Set<String> PLUMBING = Set.of(
            "reactor.core.publisher.Mono",
            "reactor.core.publisher.Flux",
            "org.reactivestreams.Publisher",
            "io.r2dbc.spi.Row",
            "io.r2dbc.spi.Result",
            "java.sql.ResultSet",
            "org.apache.kafka.clients.consumer.ConsumerRecord",
            "org.apache.kafka.clients.consumer.ConsumerRecords");

    private static final Set<String> INJECTION = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private static final Set<String> OLD_DATES = Set.of("java.util.Date", "java.util.Calendar");
    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final List<String> MONEY = List.of("Pence", "Amount", "Cost", "Price");

    private Shapes() {}

    /** No record has a stream, a database row or a message as a component. */
    public static Examination ofRecords(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> type.isRecord() ? fields(type, PLUMBING, "holds plumbing, not a value") : Stream.empty());
    }

    /** No field is injected. */
    public static Examination ofBeans(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> type.getFields().stream()
                        .filter(field -> field.getAnnotations().stream()
                                .anyMatch(annotation -> INJECTION.contains(
                                        annotation.getRawType().getName())))
                        .map(field -> new Finding(type.getName(), "field " + field.getName() + " is injected")));
    }

    /** No class uses the old date types; those of java.sql are left to the rows that JDBC reads and writes. */
    public static Examination ofDates(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                OLD_DATES.contains(dependency.getTargetClass().getName()))
                        .map(dependency -> new Finding(type.getName(), dependency.getDescription())));
    }

    /** No type of money has or gives a binary fraction, which cannot hold a penny. */
    public static Examination ofMoney(CheckedModule module) {
        return Examination.ofEach(
                module.classes(),
                type -> MONEY.stream().anyMatch(type.getSimpleName()::endsWith)
                        ? Stream.concat(fields(type, INEXACT, "is a binary fraction"), inexactMethods(type))
                        : Stream.empty());
    }

    private static Stream<Finding> fields(JavaClass type, Set<String> unwanted, String why) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> involves(field, unwanted))
                .map(field -> new Finding(type.getName(), field.getName() + " " + why));
    }

    private static boolean involves(JavaField field, Set<String> unwanted) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> unwanted.contains(type.getBaseComponentType().getName()));
    }

    private static Stream<Finding> inexactMethods(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(Shapes::isInexact)
                .map(unit -> new Finding(type.getName(), unit.getName() + "() takes or gives a binary fraction"));
    }

    private static boolean isInexact(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> INEXACT.contains(type.getBaseComponentType().getName()));
    }
}
