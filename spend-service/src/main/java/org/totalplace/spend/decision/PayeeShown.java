package org.totalplace.spend.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A printed name with its meaning.
 *
 * @param standing what is known of it: {@code agency}, {@code body}, {@code possible-body} or {@code other}
 * @param agency that it means
 * @param body code of the official body that it means, when that is no agency
 * @param bodyName of that body
 * @param evidence why it means that
 * @param amount pounds of all lines in force that name it, of all years; phases are not added: payments only
 */
@Schema(name = "Payee")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayeeShown(
        String payee,
        String normalised,
        String standing,
        @Nullable String agency,
        @Nullable String body,
        @Nullable String bodyName,
        @Nullable String evidence,
        BigDecimal amount,
        long lines) {

    static final List<String> CSV_HEADER =
            List.of("payee", "normalised", "standing", "agency", "body", "bodyName", "evidence", "amount", "lines");

    List<@Nullable Object> cells() {
        return Arrays.asList(payee, normalised, standing, agency, body, bodyName, evidence, amount, lines);
    }
}
