package org.totalplace.journey.costing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.value.Pence;
import org.totalplace.value.SubjectKey;

/** The facts as they should stand, and what they cost, worked out from scratch without a table. */
final class PlaceInTheHead {

    final Map<String, ContactEvent> contacts = new TreeMap<>();
    final Map<UUID, UUID> persons = new HashMap<>();
    final Map<UUID, String> homes = new HashMap<>();
    final Map<String, Long> ledger = new HashMap<>();
    final Map<String, String> rules = new HashMap<>();

    private record Part(@Nullable UUID person, String type) {}

    private static final Comparator<Part> ORDER = Comparator.comparing(
                    Part::person, Comparator.nullsLast(Comparator.comparing(SubjectKey::new)))
            .thenComparing(Part::type);

    /** Rows of person, service, type, weight and pence, as PostgreSQL prints them. */
    List<String> personCosts(String service) {
        Map<Part, Long> weights = weights(service);
        Map<Part, Long> pence = pence(weights, ledger.getOrDefault(service, 0L));
        List<String> rows = new ArrayList<>();
        weights.forEach((part, weight) -> {
            if (part.person() != null) {
                rows.add("(" + part.person() + "," + part.type() + "," + weight + "," + pence.get(part) + ")");
            }
        });
        return rows;
    }

    long residual(String service) {
        Map<Part, Long> parts = pence(weights(service), ledger.getOrDefault(service, 0L));
        long attributed = parts.entrySet().stream()
                .filter(entry -> entry.getKey().person() != null)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return ledger.getOrDefault(service, 0L) - attributed;
    }

    private static Map<Part, Long> pence(Map<Part, Long> weights, long ledger) {
        List<Part> known =
                weights.keySet().stream().filter(part -> part.person() != null).toList();
        long[] split = new long[known.size() + 1];
        long rest = 0;
        for (var entry : weights.entrySet()) {
            int place = known.indexOf(entry.getKey());
            if (place < 0) {
                rest += entry.getValue();
            } else {
                split[place] = entry.getValue();
            }
        }
        split[known.size()] = rest;
        Map<Part, Long> pence = new HashMap<>();
        boolean nothing = weights.values().stream().allMatch(weight -> weight == 0);
        Pence[] parts = nothing ? new Pence[0] : new Pence(ledger).split(split);
        for (int i = 0; i < known.size(); i++) {
            pence.put(known.get(i), nothing ? 0 : parts[i].value());
        }
        return pence;
    }

    private Map<Part, Long> weights(String service) {
        Map<Part, Long> weights = new TreeMap<>(ORDER);
        for (ContactEvent contact : contacts.values()) {
            if (contact.getService().equals(service) && !contact.getDeleted()) {
                long[] shares = shares(contact);
                for (int i = 0; i < shares.length; i++) {
                    UUID person = persons.get(contact.getSubjects().get(i));
                    weights.merge(new Part(person, contact.getType()), shares[i], Long::sum);
                }
            }
        }
        return weights;
    }

    private long[] shares(ContactEvent contact) {
        long units = contact.getUnits() * 1_000;
        List<UUID> subjects = contact.getSubjects();
        String rule = rules.getOrDefault(
                contact.getService() + "/" + contact.getType(), rules.getOrDefault(contact.getService(), "equal"));
        long[] shares = new long[subjects.size()];
        switch (rule) {
            case "main" -> shares[0] = units;
            case "household" -> byHousehold(units, subjects, shares);
            default -> share(units, subjects.size(), shares);
        }
        return shares;
    }

    private void byHousehold(long units, List<UUID> subjects, long[] shares) {
        Map<String, List<Integer>> households = new LinkedHashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            UUID subject = subjects.get(i);
            households
                    .computeIfAbsent(homes.getOrDefault(subject, subject.toString()), home -> new ArrayList<>())
                    .add(i);
        }
        long[] ofHouseholds = new long[households.size()];
        share(units, ofHouseholds.length, ofHouseholds);
        int place = 0;
        for (List<Integer> members : households.values()) {
            long[] within = new long[members.size()];
            share(ofHouseholds[place++], within.length, within);
            for (int i = 0; i < within.length; i++) {
                shares[members.get(i)] = within[i];
            }
        }
    }

    private static void share(long whole, int parts, long[] shares) {
        for (int i = 0; i < parts; i++) {
            shares[i] = whole / parts + (i < whole % parts ? 1 : 0);
        }
    }
}
