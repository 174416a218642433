package org.totalplace.sample.money;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.ServiceLine;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * One payment as it truly was, before anybody printed it.
 *
 * @param number     counts the agency's payments of the year from 1, in order of date; its transaction reference
 * @param payee      the name as it is to be printed
 * @param transferTo the partner that is paid; null for anyone else
 */
record Payment(
        int number,
        LocalDate date,
        Pence amount,
        String payee,
        @Nullable AgencyCode transferTo,
        ServiceLine service,
        String category,
        boolean capital) {

    Payment numbered(int place) {
        return new Payment(place, date, amount, payee, transferTo, service, category, capital);
    }

    Payment of(Pence other) {
        return new Payment(number, date, other, payee, transferTo, service, category, capital);
    }
}
