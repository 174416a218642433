package org.totalplace.spend.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Declared transfers at the door. */
@RestController
@RequestMapping("/api/v1/spend/transfers")
@Tag(name = "Whole area")
class DeclaredTransferEndpoints {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final DeclaringTransfers declaring;

    DeclaredTransferEndpoints(DeclaringTransfers declaring) {
        this.declaring = declaring;
    }

    @GetMapping("/declared")
    @Operation(summary = "The transfers that stewards have declared because names do not show them")
    Mono<Page<DeclaredTransfer>> declared(Caller caller) {
        Slice.requireWholePlace(caller);
        return declaring.inForce().collectList().map(Page::whole);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Declare a transfer that payees' names do not show",
            description = "Stewards only. The payer's lines of those years that meet every condition given, and whose"
                    + " payee is no agency of the place, count as paid to the payee. The figures follow at once.")
    Mono<DeclaredTransfer> declare(
            @PathVariable("id") String id, @RequestBody DeclarationRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        if (!ID.matcher(id).matches() || id.equals("declared")) {
            throw Problem.badInput(
                    "id", "invalid-id", "An id has 1 to 64 of a-z, 0-9 and hyphens, and is not 'declared'.");
        }
        return declaring
                .declare(request.checked(id), caller.name())
                .then(declaring
                        .inForce()
                        .filter(transfer -> transfer.id().equals(id))
                        .next());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take a declaration back", description = "Stewards only. asOf gives the earlier figures.")
    Mono<Void> withdraw(@PathVariable("id") String id, Caller caller) {
        caller.requireAny(Role.STEWARD);
        return declaring.withdraw(id, caller.name());
    }
}
