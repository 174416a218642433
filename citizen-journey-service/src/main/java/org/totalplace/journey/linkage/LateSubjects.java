package org.totalplace.journey.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.journey.person.Group;
import org.totalplace.journey.person.KnownPersons;
import org.totalplace.journey.person.Membership;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * Subjects that changed after the full run had read them: what the engine says of them is out of date. They stay with
 * those whom they are with now, or with most of them. One that is nobody's yet is left out: its turn comes.
 */
final class LateSubjects {

    private LateSubjects() {}

    static List<Group> kept(Set<SubjectKey> late, List<Group> groups, KnownPersons known) {
        if (late.isEmpty()) {
            return groups;
        }
        List<Set<SubjectKey>> kept = inTime(late, groups);
        Map<PersonId, Set<SubjectKey>> heirs = heirs(kept, known);
        for (SubjectKey subject : new TreeSet<>(late)) {
            Membership now = known.members().get(subject);
            if (now != null) {
                heirs.computeIfAbsent(now.person(), alone -> added(kept)).add(subject);
            }
        }
        return kept.stream().map(subjects -> new Group(List.copyOf(subjects))).toList();
    }

    private static List<Set<SubjectKey>> inTime(Set<SubjectKey> late, List<Group> groups) {
        List<Set<SubjectKey>> kept = new ArrayList<>();
        groups.stream()
                .sorted(Comparator.comparing(group -> group.subjects().getFirst()))
                .forEach(group -> {
                    Set<SubjectKey> subjects = new HashSet<>(group.subjects());
                    subjects.removeAll(late);
                    if (!subjects.isEmpty()) {
                        kept.add(subjects);
                    }
                });
        return kept;
    }

    /** Where most of each person's subjects went; the earlier group of two equals. */
    private static Map<PersonId, Set<SubjectKey>> heirs(List<Set<SubjectKey>> groups, KnownPersons known) {
        Map<PersonId, Integer> most = new HashMap<>();
        Map<PersonId, Set<SubjectKey>> heirs = new HashMap<>();
        for (Set<SubjectKey> group : groups) {
            Map<PersonId, Integer> shares = new HashMap<>();
            for (SubjectKey subject : group) {
                Membership now = known.members().get(subject);
                if (now != null) {
                    shares.merge(now.person(), 1, Integer::sum);
                }
            }
            shares.forEach((person, share) -> {
                if (share > most.getOrDefault(person, 0)) {
                    most.put(person, share);
                    heirs.put(person, group);
                }
            });
        }
        return heirs;
    }

    private static Set<SubjectKey> added(List<Set<SubjectKey>> groups) {
        Set<SubjectKey> group = new HashSet<>();
        groups.add(group);
        return group;
    }
}
