package org.totalplace.gateway.page.feed;

import java.util.Locale;

/** What an agency can say of a delivery that was read. */
enum Decision {
    CONFIRM,
    WITHDRAW;

    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
