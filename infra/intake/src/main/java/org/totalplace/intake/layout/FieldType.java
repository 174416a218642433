package org.totalplace.intake.layout;

/** What the cells of a field are read as. */
public enum FieldType {
    /** As printed, without the space around it. */
    TEXT,
    /** A day. */
    DATE,
    /**
     * A day with or without the time of day, to {@link java.time.LocalDateTime} of the United Kingdom; midnight
     * where no time is given.
     */
    TIME,
    /** Money, exactly to the penny. */
    AMOUNT,
    /** Any decimal number. */
    NUMBER
}
