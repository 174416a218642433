package org.totalplace.gateway.question;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes asking: no endpoint does it, so none could be described. */
@Configuration(proxyBeanMethods = false)
class QuestionDescription {

    private static final List<String> TAG = List.of("Questions");

    @Bean
    OpenApiCustomizer asking() {
        return description -> {
            PathItem questions = description.getPaths().get(AskingQuestions.QUESTIONS);
            if (questions != null) {
                questions.post(posed());
                description.path(AskingQuestions.QUESTIONS + "/{id}", new PathItem().get(again()));
            }
        };
    }

    private static Operation posed() {
        Map<String, Object> example = Map.of(
                "dataset",
                "spending",
                "version",
                "r128",
                "filters",
                Map.of("year", "2024-25", "agency", "county"),
                "groupings",
                List.of("function", "month"),
                "measures",
                List.of("amount"));
        return new Operation()
                .tags(TAG)
                .operationId("ask")
                .summary("Ask a question")
                .description("Answered as the call is that its measures name: with the same rules of disclosure, and as"
                        + " CSV where that call gives CSV. Question-Id and Content-Location name it for others.")
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().example(example))))
                .responses(answers());
    }

    private static Operation again() {
        return new Operation()
                .tags(TAG)
                .operationId("askAgain")
                .summary("Ask a question again by its id")
                .addParametersItem(
                        new Parameter().in("path").name("id").required(true).schema(new StringSchema()))
                .responses(answers());
    }

    private static ApiResponses answers() {
        return new ApiResponses()
                .addApiResponse("200", new ApiResponse().description("The answer of the call"))
                .addApiResponse("400", new ApiResponse().description("With code, path and allowed values in errors[]"));
    }
}
