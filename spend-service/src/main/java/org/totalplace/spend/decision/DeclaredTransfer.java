package org.totalplace.spend.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A declaration in force as the API shows it. */
@Schema(name = "DeclaredTransfer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeclaredTransfer(
        String id,
        String payer,
        String payee,
        String kind,
        @Nullable String printed,
        @Nullable String purpose,
        @Nullable String service,
        String from,
        String to,
        String reason,
        String declaredBy) {}
