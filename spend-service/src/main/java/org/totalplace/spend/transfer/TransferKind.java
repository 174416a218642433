package org.totalplace.spend.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why one agency pays another. */
public enum TransferKind {
    /** Nothing is known but the payee's name: a contract, a service bought, a credit of it. */
    PAYEE,
    /** Council tax or a levy, collected for the other. */
    PRECEPT,
    /** Given for a purpose, or passed on. */
    GRANT,
    /** Put into a fund that is spent together, such as the Better Care Fund. */
    POOLED_BUDGET,
    /** A part of the cost of what is shared: staff, buildings, systems. */
    RECHARGE,
    /** Received, as the receiver's own books show it. */
    RECEIPT;

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that the API writes so. */
    public static Optional<TransferKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
