package org.totalplace.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** A page that a reader can choose for a board pack. */
public interface PackPage {

    /**
     * What can be chosen of it.
     *
     * @param code as the pack's address writes it: the page's word, and after a colon what it is of
     */
    record Choice(String code, String title) {}

    /** The page's word in addresses. */
    String word();

    Mono<List<Choice>> choices(SignedIn person, Words words);

    /**
     * The page as it is opened by itself.
     *
     * @param of what stands after the colon of its code; null for nothing
     */
    Mono<Sheet> sheet(SignedIn person, FinancialYear year, @Nullable String of, Words words);
}
