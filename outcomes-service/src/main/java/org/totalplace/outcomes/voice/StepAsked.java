package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step as somebody who answers asks for it; each needs some of these only.
 *
 * @param step {@code publish}, {@code withhold}, {@code extend}, {@code decide}, {@code plan}, {@code reach},
 *     {@code drop}, {@code link}, {@code close} or {@code redact}
 * @param on the day of it, when it was not today; decisions, plans, more time and what is taken out count today
 * @param about {@code publish}: what it is about, as everybody may read it
 * @param words what everybody reads: the suggestion ({@code publish}), the reason ({@code withhold}, {@code extend},
 *     {@code decide}, {@code drop}), what is planned, was reached or came of it, what the figure tells ({@code link})
 * @param namesNobody that somebody looked, and that capitals in the words name nobody
 * @param agency {@code publish}, {@code withhold}: whose matter it is; with {@code service} and {@code journey}
 * @param verdict {@code decide}: {@code accepted}, {@code partly} or {@code declined}
 * @param role {@code decide}: the role that answers for it
 * @param milestone {@code reach}, {@code drop}: its number
 * @param due {@code plan}: by when
 * @param of {@code link}: {@code money} or {@code outcome}; {@code redact}: {@code words} or a decision's {@code role}
 * @param path {@code link}: of the API, with its parameters
 * @param amount {@code link}: pounds that moved
 * @param gist {@code withhold}: what whoever answers may read of the words
 * @param event {@code redact}: which of its history, from 1
 * @param why {@code redact}: {@code names-somebody}, {@code tells-of-somebody}, {@code wrong} or {@code unlawful}
 * @param seen how many events its history had when it was read; refused where it has more
 */
@Schema(name = "VoiceStep")
record StepAsked(
        @Nullable String step,
        @Nullable LocalDate on,
        @Nullable String about,
        @Nullable String words,
        @Nullable Boolean namesNobody,
        @Nullable String agency,
        @Nullable String service,
        @Nullable String journey,
        @Nullable String verdict,
        @Nullable String role,
        @Nullable Integer milestone,
        @Nullable LocalDate due,
        @Nullable String of,
        @Nullable String path,
        @Nullable BigDecimal amount,
        @Nullable String gist,
        @Nullable Integer event,
        @Nullable String why,
        @Nullable Integer seen) {

    /** Whether it is about what everybody may read, which is the moderator's to say. */
    boolean isModeration() {
        return List.of("publish", "withhold", "redact").contains(Objects.requireNonNullElse(step, ""));
    }
}
