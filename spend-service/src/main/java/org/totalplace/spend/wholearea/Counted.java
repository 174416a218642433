package org.totalplace.spend.wholearea;

import org.totalplace.value.Pence;

/**
 * A part of the count. Gross − eliminated + apportioned = net, in every part and in their sum.
 *
 * @param gross all that was spent
 * @param eliminated of it, paid to agencies whose own spending is in the count
 * @param oneSided of what stays in, paid to agencies of the place whose spending is not in the count
 * @param apportioned what a wider body's share takes away: zero or of the opposite sign
 * @param net what the place spent
 * @param unresolved of the gross, paid to payees that are not known beyond doubt
 * @param lines of the gross
 */
record Counted(
        Pence gross, Pence eliminated, Pence oneSided, Pence apportioned, Pence net, Pence unresolved, long lines) {

    static final Counted NOTHING =
            new Counted(Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, 0);

    Counted {
        if (!gross.minus(eliminated).plus(apportioned).equals(net)) {
            throw new IllegalArgumentException("Gross " + gross + " - eliminated " + eliminated + " + apportioned "
                    + apportioned + " is not net " + net);
        }
    }

    Counted plus(Counted other) {
        return new Counted(
                gross.plus(other.gross),
                eliminated.plus(other.eliminated),
                oneSided.plus(other.oneSided),
                apportioned.plus(other.apportioned),
                net.plus(other.net),
                unresolved.plus(other.unresolved),
                lines + other.lines);
    }

    /** The same with the place's part as its net. */
    Counted withNet(Pence share) {
        return new Counted(gross, eliminated, oneSided, share.minus(gross.minus(eliminated)), share, unresolved, lines);
    }
}
