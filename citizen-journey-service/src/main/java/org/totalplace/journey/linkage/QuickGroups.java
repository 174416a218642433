package org.totalplace.journey.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.totalplace.journey.person.Group;
import org.totalplace.journey.person.KnownPersons;
import org.totalplace.journey.person.Membership;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * What the quick step believes of the engine's groups among the neighbours of a few changed subjects: those that hold a
 * changed subject, and what is left of the changed subjects' persons. All other persons stay as they are.
 */
final class QuickGroups {

    private QuickGroups() {}

    /** @param known whole persons, of every subject in the groups that has one */
    static List<Group> around(Set<SubjectKey> changed, List<Group> groups, KnownPersons known) {
        Set<SubjectKey> affected = affected(changed, groups, known);
        List<Group> believed = new ArrayList<>();
        for (Group group : groups) {
            List<SubjectKey> subjects =
                    group.subjects().stream().filter(affected::contains).toList();
            if (!subjects.isEmpty()) {
                believed.add(new Group(subjects));
            }
        }
        Map<PersonId, List<SubjectKey>> asBefore = known.members().values().stream()
                .filter(member -> !affected.contains(member.subject()))
                .collect(Collectors.groupingBy(
                        Membership::person,
                        HashMap::new,
                        Collectors.mapping(Membership::subject, Collectors.toList())));
        asBefore.values().forEach(subjects -> believed.add(new Group(subjects)));
        return believed;
    }

    /** Of every person of two subjects alone, each one's other. */
    static Map<String, String> pairs(KnownPersons known) {
        Map<PersonId, List<SubjectKey>> persons = known.members().values().stream()
                .collect(Collectors.groupingBy(
                        Membership::person,
                        HashMap::new,
                        Collectors.mapping(Membership::subject, Collectors.toList())));
        Map<String, String> pairs = new HashMap<>();
        persons.values().stream().filter(subjects -> subjects.size() == 2).forEach(subjects -> {
            pairs.put(
                    subjects.getFirst().value().toString(),
                    subjects.getLast().value().toString());
            pairs.put(
                    subjects.getLast().value().toString(),
                    subjects.getFirst().value().toString());
        });
        return pairs;
    }

    private static Set<SubjectKey> affected(Set<SubjectKey> changed, List<Group> groups, KnownPersons known) {
        Set<PersonId> unsettled = known.members().values().stream()
                .filter(member -> changed.contains(member.subject()))
                .map(Membership::person)
                .collect(Collectors.toSet());
        Set<SubjectKey> affected = new HashSet<>(changed);
        for (Membership member : known.members().values()) {
            if (unsettled.contains(member.person())) {
                affected.add(member.subject());
            }
        }
        for (Group group : groups) {
            if (group.subjects().stream().anyMatch(changed::contains)) {
                affected.addAll(group.subjects());
            }
        }
        return affected;
    }
}
