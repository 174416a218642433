package org.totalplace.journey.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * Which person id every group bears. Persons are taken from the oldest to the youngest: each keeps its id in the group,
 * among those that have none yet, with the most of its subjects; of equals in the one with the first subject. So a join
 * keeps the older id, the smaller part of a split gets a new one, and the same groups and memberships give the same ids
 * in any order.
 */
final class StableIds {

    private StableIds() {}

    /** @param founded when each person that is a member's came to be; smaller is older */
    static Map<Group, PersonId> of(
            Collection<Group> groups, Map<SubjectKey, Membership> members, Map<PersonId, Long> founded) {
        Map<PersonId, Map<Group, Integer>> shares = shares(groups, members);
        Map<Group, PersonId> ids = new HashMap<>();
        shares.keySet().stream()
                .sorted(Comparator.comparing((PersonId person) -> founded.getOrDefault(person, Long.MAX_VALUE))
                        .thenComparing(PersonId::value))
                .forEach(person -> {
                    Group heir = heir(shares.getOrDefault(person, Map.of()), ids);
                    if (heir != null) {
                        ids.put(heir, person);
                    }
                });
        for (Group group : groups) {
            ids.computeIfAbsent(group, unnamed -> founded(unnamed, members));
        }
        return ids;
    }

    private static Map<PersonId, Map<Group, Integer>> shares(
            Collection<Group> groups, Map<SubjectKey, Membership> members) {
        Map<PersonId, Map<Group, Integer>> shares = new HashMap<>();
        for (Group group : groups) {
            for (SubjectKey subject : group.subjects()) {
                Membership member = members.get(subject);
                if (member != null) {
                    shares.computeIfAbsent(member.person(), person -> new HashMap<>(2))
                            .merge(group, 1, Integer::sum);
                }
            }
        }
        return shares;
    }

    private static @Nullable Group heir(Map<Group, Integer> shares, Map<Group, PersonId> named) {
        List<Map.Entry<Group, Integer>> unnamed = new ArrayList<>(shares.entrySet());
        unnamed.removeIf(share -> named.containsKey(share.getKey()));
        return unnamed.stream()
                .min(Map.Entry.<Group, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(share -> share.getKey().first()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /**
     * A new id from the group's first subject and the version that its membership is about to have. No subject comes to
     * the same version twice, so no id is given twice.
     */
    private static PersonId founded(Group group, Map<SubjectKey, Membership> members) {
        Membership before = members.get(group.first());
        long version = before == null ? 1 : before.version() + 1;
        MessageDigest digest = sha256();
        digest.update("person".getBytes(StandardCharsets.UTF_8));
        digest.update(group.first().bytes());
        ByteBuffer hash = ByteBuffer.wrap(
                digest.digest(ByteBuffer.allocate(8).putLong(version).array()));
        // Version and variant of a custom identifier (RFC 9562, UUID version 8).
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new PersonId(new UUID(high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
