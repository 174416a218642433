package org.totalplace.starter.problem;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Which part of a request could not be used, where the framework refused it before an endpoint saw it. */
final class InputErrors {

    private static final String BODY = "$";

    private InputErrors() {}

    /** Empty for what is no input's fault. */
    static List<FieldError> of(Throwable failure) {
        return switch (failure) {
            case MissingRequestValueException missing -> List.of(missing(missing));
            case ServerWebInputException input -> ofInput(input).stream().toList();
            default -> List.of();
        };
    }

    private static FieldError missing(MissingRequestValueException missing) {
        List<String> allowed = allowed(missing.getType());
        return new FieldError(
                "missing",
                missing.getName(),
                "'" + missing.getName() + "' is missing; it is " + kind(missing.getType(), allowed) + ".",
                allowed);
    }

    private static Optional<FieldError> ofInput(ServerWebInputException input) {
        MethodParameter parameter = input.getMethodParameter();
        if (parameter == null) {
            return Optional.empty();
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return Optional.of(
                    new FieldError("unreadable", place(input), "This part of the body is missing or of another kind."));
        }
        Class<?> type = type(input, parameter);
        List<String> allowed = allowed(type);
        String name = name(parameter);
        return Optional.of(new FieldError(
                "wrong-kind", name, "'" + name + "' is " + kind(type, allowed) + ", which this is not.", allowed));
    }

    private static Class<?> type(Throwable failure, MethodParameter parameter) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TypeMismatchException mismatch && mismatch.getRequiredType() != null) {
                return mismatch.getRequiredType();
            }
        }
        return parameter.getParameterType();
    }

    private static String name(MethodParameter parameter) {
        MergedAnnotations annotations =
                MergedAnnotations.from(parameter.getParameter().getAnnotations());
        return Stream.of(RequestParam.class, PathVariable.class, RequestHeader.class)
                .map(annotations::get)
                .filter(MergedAnnotation::isPresent)
                .map(annotation -> annotation.getString("name"))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(() -> parameter.getParameter().getName());
    }

    private static String kind(@Nullable Class<?> type, List<String> allowed) {
        if (!allowed.isEmpty()) {
            return "one of " + String.join(", ", allowed);
        }
        Class<?> kind = type == null ? Object.class : ClassUtils.resolvePrimitiveIfNecessary(type);
        if (kind == Integer.class || kind == Long.class) {
            return "a whole number";
        }
        if (kind == UUID.class) {
            return "an id of 32 hexadecimal digits with hyphens";
        }
        if (kind == Boolean.class) {
            return "true or false";
        }
        if (kind == LocalDate.class) {
            return "a day as 2024-04-01";
        }
        if (kind == String.class) {
            return "a text";
        }
        return Temporal.class.isAssignableFrom(kind) ? "a moment as 2024-04-01T00:00:00Z" : "a value of another kind";
    }

    private static List<String> allowed(@Nullable Class<?> type) {
        return type != null && type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(value -> ((Enum<?>) value)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        .toList()
                : List.of();
    }

    /** As a JSON path; the whole body where nothing of it could be read. */
    private static String place(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return unreadable.getPath().stream()
                        .map(step -> step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + step.getPropertyName())
                        .collect(Collectors.joining("", BODY, ""));
            }
        }
        return BODY;
    }
}
