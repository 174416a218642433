package org.totalplace.spend.version;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes {@code version} wherever {@code asOf} is taken: no endpoint sees it, all answer to it. */
@Configuration(proxyBeanMethods = false)
class VersionDescription {

    @Bean
    OperationCustomizer versionParameter() {
        return (operation, handler) -> takesMoment(operation) ? operation.addParametersItem(parameter()) : operation;
    }

    private static boolean takesMoment(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream().anyMatch(parameter -> parameter.getName().equals("asOf"))
                && parameters.stream()
                        .noneMatch(parameter -> parameter.getName().equals(PinnedAnswers.PARAMETER));
    }

    private static Parameter parameter() {
        return new Parameter()
                .in("query")
                .name(PinnedAnswers.PARAMETER)
                .description("A version in place of asOf, for example r128 or a name that stewards gave;"
                        + " /api/v1/versions lists them")
                .schema(new StringSchema());
    }
}
