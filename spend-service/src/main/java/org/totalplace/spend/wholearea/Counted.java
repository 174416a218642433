package org.totalplace.spend.wholearea;

import org.totalplace.value.Pence;

/**
 * A part of the count. Gross − eliminated + apportioned = net, in every part and in their sum.
 *
 * @param gross all that bodies of the place spent; a wider body is not in it, it comes in by its share
 * @param eliminated of it, paid to agencies whose own spending is in the count
 * @param oneSided of what stays in, paid to agencies of the place whose spending is not in the count
 * @param apportioned the place's share of what a wider body spent, after its transfers were taken out
 * @param net what the place spent
 * @param lines of the gross, or of the wider body
 */
record Counted(Pence gross, Pence eliminated, Pence oneSided, Pence apportioned, Pence net, long lines) {

    static final Counted NOTHING = new Counted(Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, 0);

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
                lines + other.lines);
    }

    /** What a wider body's money is to the place: nothing but its share. */
    Counted apportioned(Pence share) {
        return new Counted(Pence.ZERO, Pence.ZERO, Pence.ZERO, share, share, lines);
    }
}
