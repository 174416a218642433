package org.totalplace.journey.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.totalplace.value.Pence;

/** Splits what a person cost by kind and year over the contacts, so that the contacts add up to the person's cost. */
final class CostAContact {

    private CostAContact() {}

    /** The same contacts in their order, with their cost where the last costing knew all of their kind. */
    static List<PersonContact> of(List<PersonContact> contacts) {
        Map<PersonContact.CostLine, List<Integer>> lines = new HashMap<>();
        for (int i = 0; i < contacts.size(); i++) {
            lines.computeIfAbsent(contacts.get(i).line(), line -> new ArrayList<>())
                    .add(i);
        }
        List<PersonContact> costed = new ArrayList<>(contacts);
        lines.forEach((line, places) -> split(line, places, costed));
        return costed;
    }

    private static void split(PersonContact.CostLine line, List<Integer> places, List<PersonContact> contacts) {
        long[] weights =
                places.stream().mapToLong(place -> contacts.get(place).weight()).toArray();
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        Pence whole = line.pence();
        Long costed = line.weight();
        if (whole == null || costed == null || costed != total) {
            return;
        }
        Pence[] parts = total == 0 ? nothing(weights.length) : whole.split(weights);
        for (int i = 0; i < parts.length; i++) {
            int place = places.get(i);
            contacts.set(place, contacts.get(place).costing(parts[i]));
        }
    }

    private static Pence[] nothing(int parts) {
        Pence[] nothing = new Pence[parts];
        Arrays.fill(nothing, Pence.ZERO);
        return nothing;
    }
}
