package org.totalplace.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChainCheckTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SigningKey KEY = SigningKey.of("5a".repeat(32), List.of());

    private final List<Chained> chain = chain("a", "b", "c", "d", "e", "f");
    private final List<SignedHead> heads = new ArrayList<>(List.of(head(2), head(6)));

    @Test
    void a_chain_as_it_was_written_is_intact() {
        assertThat(found()).isEmpty();
    }

    @Test
    void it_can_be_read_page_by_page() {
        ChainCheck check = ChainCheck.ofAll(KEY::signed);
        check.read(chain.subList(0, 3), heads.subList(0, 1));
        check.read(chain.subList(3, 6), heads.subList(1, 2));

        assertThat(check.end()).isEmpty();
        assertThat(check.seq()).isEqualTo(6);
    }

    @Test
    void an_empty_chain_is_intact() {
        assertThat(ChainCheck.ofAll(KEY::signed).end()).isEmpty();
    }

    @Nested
    class WhenAnEntryIsChanged {

        @Test
        void it_is_named() {
            chain.set(3, changed(chain.get(3)));

            assertThat(found()).contains(Broken.Kind.CHANGED.at(4));
        }

        @Test
        void with_a_hash_to_fit_the_next_one_gives_it_away() {
            chain.set(3, rehashed(changed(chain.get(3)), chain.get(3).previous()));

            assertThat(found()).contains(Broken.Kind.DOES_NOT_FOLLOW.at(5));
        }

        @Test
        void with_all_that_follow_written_anew_the_head_gives_it_away() {
            rewrittenFrom(3, changed(chain.get(3)));

            assertThat(found()).contains(Broken.Kind.REWRITTEN.at(3));
        }
    }

    @Nested
    class WhenAnEntryIsDeleted {

        @Test
        void its_place_is_named() {
            chain.remove(2);

            assertThat(found()).contains(Broken.Kind.MISSING.at(3));
        }

        @Test
        void and_the_others_move_up_the_first_that_does_not_follow_is_named() {
            chain.remove(2);
            renumber();

            assertThat(found()).contains(Broken.Kind.DOES_NOT_FOLLOW.at(3));
        }
    }

    @Nested
    class WhenAnEntryIsInserted {

        @Test
        void it_is_named_though_its_own_hash_is_right() {
            chain.add(2, link(chain.get(1).hash(), "x"));
            renumber();

            assertThat(found()).contains(Broken.Kind.INSERTED.at(3));
        }

        @Test
        void it_is_named_when_its_hash_is_made_up() {
            chain.add(2, new Chained(3, entry("x"), chain.get(1).hash(), "1".repeat(64)));
            renumber();

            assertThat(found()).contains(Broken.Kind.INSERTED.at(3));
        }

        @Test
        void beside_one_of_the_same_place_it_is_named() {
            chain.add(3, new Chained(3, entry("x"), "0".repeat(64), "1".repeat(64)));

            assertThat(found()).contains(Broken.Kind.INSERTED.at(3));
        }
    }

    @Nested
    class WhenEntriesAreSwapped {

        @Test
        void the_first_of_neighbours_is_named() {
            chain.set(2, chain.set(3, chain.get(2)));
            renumber();

            assertThat(found()).contains(Broken.Kind.SWAPPED.at(3));
        }

        @Test
        void the_first_of_two_far_apart_is_named() {
            chain.set(1, chain.set(4, chain.get(1)));
            renumber();

            assertThat(found().map(Broken::entry)).contains(2L);
        }
    }

    @Nested
    class WhenTheTailIsCutOff {

        @Test
        void the_first_entry_that_is_gone_is_named_by_the_head() {
            chain.removeLast();
            chain.removeLast();

            assertThat(found()).contains(Broken.Kind.TRUNCATED.at(5));
        }
    }

    @Nested
    class WhenAHeadIsForged {

        @Test
        void of_another_key_it_is_named() {
            heads.set(
                    1,
                    SigningKey.of("77".repeat(32), List.of())
                            .signed(6, chain.get(5).hash(), NOON));

            assertThat(found()).contains(Broken.Kind.NOT_SIGNED.at(6));
        }

        @Test
        void for_another_hash_it_is_named() {
            SignedHead real = heads.get(1);
            heads.set(1, new SignedHead(6, "2".repeat(64), real.at(), real.key(), real.signature()));

            assertThat(found()).contains(Broken.Kind.NOT_SIGNED.at(6));
        }

        @Test
        void a_head_of_a_key_of_before_is_believed_when_it_is_listed() {
            SigningKey next = SigningKey.of("77".repeat(32), List.of(KEY.published()));

            assertThat(next.signed(heads.get(0))).isTrue();
            assertThat(SigningKey.of("77".repeat(32), List.of()).signed(heads.get(0)))
                    .isFalse();
        }
    }

    @Nested
    class TheTextOfARecord {

        @Test
        void cannot_be_made_to_look_like_anothers() {
            Chained twoLines = new Chained(1, entry("a\nrole=auditor"), Chained.BEGINNING, "");
            Chained nothing = new Chained(1, entry("\\-"), Chained.BEGINNING, "");

            assertThat(twoLines.text()).contains("caller=a\\nrole=auditor\n");
            assertThat(nothing.text()).contains("caller=\\\\-\n").contains("organisation=\\-\n");
        }
    }

    private Optional<Broken> found() {
        ChainCheck check = ChainCheck.ofAll(KEY::signed);
        check.read(chain, heads);
        return check.end();
    }

    private SignedHead head(int seq) {
        return KEY.signed(seq, chain.get(seq - 1).hash(), NOON.plusSeconds(seq));
    }

    private static Chained changed(Chained link) {
        return new Chained(link.seq(), entry("somebody else"), link.previous(), link.hash());
    }

    private static Chained rehashed(Chained link, String previous) {
        Chained fresh = new Chained(link.seq(), link.entry(), previous, "");
        return new Chained(link.seq(), link.entry(), previous, Chained.sha256(fresh.text()));
    }

    private void rewrittenFrom(int index, Chained first) {
        chain.set(index, first);
        for (int i = index; i < chain.size(); i++) {
            chain.set(i, rehashed(chain.get(i), chain.get(i - 1).hash()));
        }
    }

    private void renumber() {
        for (int i = 0; i < chain.size(); i++) {
            Chained link = chain.get(i);
            chain.set(i, new Chained(i + 1L, link.entry(), link.previous(), link.hash()));
        }
    }

    private static List<Chained> chain(String... callers) {
        List<Chained> links = new ArrayList<>();
        String previous = Chained.BEGINNING;
        for (String caller : callers) {
            links.add(link(previous, caller));
            previous = links.getLast().hash();
        }
        for (int i = 0; i < links.size(); i++) {
            Chained link = links.get(i);
            links.set(i, new Chained(i + 1L, link.entry(), link.previous(), link.hash()));
        }
        return links;
    }

    private static Chained link(String previous, String caller) {
        return rehashed(new Chained(0, entry(caller), previous, ""), previous);
    }

    private static UsageRecord entry(String caller) {
        return new UsageRecord(
                NOON, null, caller, "practitioner", "direct-care", "/api/v1/people/{id}", null, "trace", true);
    }
}
