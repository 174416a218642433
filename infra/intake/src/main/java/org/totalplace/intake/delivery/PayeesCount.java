package org.totalplace.intake.delivery;

/** Counts what accepted records say of whom was paid, one after another. Not for several threads. */
public final class PayeesCount {

    private long named;
    private long redacted;
    private long blank;

    /** A record that leaves the payee out. */
    public void addBlank() {
        blank++;
    }

    /** @param isRedacted whether what is printed stands in place of a name */
    public void addPrinted(boolean isRedacted) {
        if (isRedacted) {
            redacted++;
        } else {
            named++;
        }
    }

    /** All so far. */
    public PayeesSaid said() {
        return new PayeesSaid(named, redacted, blank);
    }
}
