package org.totalplace.starter.security;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.HandlerMethod;

/** Describes who asks and why as they are sent: the caller by the token, the purpose by its header. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
public class DescriptionConfiguration {

    @Bean
    OperationCustomizer callerAndPurpose() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Purpose.class);
        return DescriptionConfiguration::withPurpose;
    }

    private static Operation withPurpose(Operation operation, HandlerMethod handler) {
        boolean asked = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Purpose.class);
        return asked ? operation.addParametersItem(header()) : operation;
    }

    private static Parameter header() {
        StringSchema choices = new StringSchema();
        Purpose.OF_ONE_PERSON.stream().map(Purpose::code).forEach(choices::addEnumItem);
        return new Parameter()
                .in("header")
                .name(Purpose.HEADER)
                .description("Why this person is looked at")
                .required(true)
                .schema(choices);
    }
}
