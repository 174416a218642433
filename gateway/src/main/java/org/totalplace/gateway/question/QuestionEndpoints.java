package org.totalplace.gateway.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;

/** What can be asked. */
@RestController
@Tag(name = "Questions")
class QuestionEndpoints {

    /** @param pinned whether questions about it take a version */
    record DatasetShown(String dataset, String about, boolean pinned, List<CallShown> answers) {

        static DatasetShown of(Dataset dataset) {
            return new DatasetShown(
                    dataset.code(),
                    dataset.about(),
                    dataset.isPinned(),
                    dataset.calls().stream().map(CallShown::of).toList());
        }
    }

    /**
     * Measures that stand together in one answer.
     *
     * @param call that gives the answer
     * @param required filters without which it is not given
     */
    record CallShown(
            String call, List<String> measures, List<String> groupings, List<String> filters, List<String> required) {

        static CallShown of(Call call) {
            return new CallShown(call.path(), call.measures(), call.groupings(), call.filters(), call.required());
        }
    }

    @Operation(
            summary = "What can be asked: datasets, and the measures, groupings and filters of each",
            description = "Measures that stand together are in one answer, which is that of the call they name.")
    @GetMapping(AskingQuestions.QUESTIONS)
    Page<DatasetShown> all() {
        return Page.whole(Arrays.stream(Dataset.values()).map(DatasetShown::of).toList());
    }
}
