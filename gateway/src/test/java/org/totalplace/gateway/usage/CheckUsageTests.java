package org.totalplace.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The command, given files alone. */
class CheckUsageTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final SigningKey KEY = SigningKey.of("5a".repeat(32), List.of());
    private static final int ENTRIES = 2_500;
    private static final int HEADS = 2;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> lines = new ArrayList<>();
    private String said = "";

    @BeforeEach
    void anExportOfMoreThanAPage() {
        List<Chained> chain = new ArrayList<>();
        String previous = Chained.BEGINNING;
        for (int seq = 1; seq <= ENTRIES; seq++) {
            Chained open = new Chained(seq, entry("caller " + seq), previous, "");
            Chained closed = new Chained(seq, open.entry(), previous, Chained.sha256(open.text()));
            previous = closed.hash();
            chain.add(closed);
        }
        lines.add(line(Exported.of(new ChainLog.Tip(ENTRIES, previous))));
        lines.add(line(Exported.of(KEY.signed(10, chain.get(9).hash(), NOON))));
        lines.add(line(Exported.of(KEY.signed(ENTRIES, previous, NOON.plusSeconds(60)))));
        chain.forEach(entry -> lines.add(line(Exported.of(entry))));
    }

    @Test
    void says_so_of_a_record_that_is_as_it_was_written() throws Exception {
        assertThat(check("--key", KEY.published())).isZero();

        assertThat(said).contains("Intact: 2500 entries", "2 signed heads agree");
    }

    @Test
    void says_so_of_a_file_that_is_no_text() throws Exception {
        Path noText = Files.write(folder.resolve("no-text"), new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'});
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int status = CheckUsage.run(
                List.of(noText.toString(), "--key", KEY.published()),
                new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("cannot be checked", "UTF-8");
    }

    @Test
    void names_an_entry_that_was_changed() throws Exception {
        at(2_300, lines.get(at(2_300)).replace("direct-care", "audit"));

        assertBroken(2_300, Broken.Kind.CHANGED);
    }

    @Test
    void names_an_entry_that_was_deleted() throws Exception {
        lines.remove(at(2_001));

        assertBroken(2_001, Broken.Kind.MISSING);
    }

    @Test
    void names_an_entry_that_was_inserted() throws Exception {
        lines.add(at(12), lines.get(at(11)));

        assertBroken(11, Broken.Kind.INSERTED);
    }

    @Test
    void names_the_first_of_entries_that_were_swapped() throws Exception {
        String first = lines.get(at(2_000)).replace("\"seq\":2000", "\"seq\":2001");
        String second = lines.get(at(2_001)).replace("\"seq\":2001", "\"seq\":2000");
        at(2_000, second);
        at(2_001, first);

        assertBroken(2_000, Broken.Kind.SWAPPED);
    }

    @Test
    void names_the_first_entry_that_was_cut_off() throws Exception {
        lines.subList(at(2_400), lines.size()).clear();

        assertBroken(2_400, Broken.Kind.TRUNCATED);
    }

    @Nested
    class WhenTheChainWasCutOffWithItsHeads {

        @Test
        void heads_that_were_kept_elsewhere_give_it_away() throws Exception {
            Path kept = Files.write(folder.resolve("heads"), List.of(lines.get(HEADS)));
            lines.subList(at(11), lines.size()).clear();
            lines.remove(HEADS);
            String tenth = JsonMapper.shared()
                    .readTree(lines.getLast())
                    .path("entry")
                    .path("hash")
                    .asString();
            lines.set(0, line(Exported.of(new ChainLog.Tip(10, tenth))));

            assertThat(check("--key", KEY.published())).isZero();
            assertThat(check("--key", KEY.published(), "--heads", kept.toString()))
                    .isEqualTo(1);
            assertThat(said).contains("First broken entry: 11 (TRUNCATED)");
        }
    }

    @Nested
    class WhenTheHeadsAreOfAnotherKey {

        @Test
        void they_are_not_believed() throws Exception {
            String another = SigningKey.of("77".repeat(32), List.of()).published();

            assertThat(check("--key", another)).isEqualTo(1);
            assertThat(said).contains("First broken entry: 10 (NOT_SIGNED)");
            assertThat(check("--key", another, "--key", KEY.published())).isZero();
        }
    }

    @Nested
    class WhatCannotBeChecked {

        @Test
        void is_told_so_and_never_called_intact() throws Exception {
            assertThat(check()).isEqualTo(2);
            assertThat(check("--key", "no key")).isEqualTo(2);
            lines.removeFirst();
            assertThat(check("--key", KEY.published())).isEqualTo(2);
            Collections.addAll(lines, "not a line");
            assertThat(check("--key", KEY.published())).isEqualTo(2);
            assertThat(said).contains("cannot be checked").doesNotContain("Intact");
        }
    }

    /** Where the entry's line is: behind where the chain ends, and the heads. */
    private static int at(int seq) {
        return seq + HEADS;
    }

    private void at(int seq, String line) {
        lines.set(at(seq), line);
    }

    private void assertBroken(int entry, Broken.Kind kind) throws IOException {
        assertThat(check("--key", KEY.published())).isEqualTo(1);
        assertThat(said).contains("First broken entry: " + entry + " (" + kind + ")");
    }

    private int check(String... options) throws IOException {
        Path export = Files.write(folder.resolve("export"), lines);
        List<String> arguments = new ArrayList<>(List.of(export.toString()));
        Collections.addAll(arguments, options);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = CheckUsage.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    private static String line(Exported exported) {
        return JsonMapper.shared().writeValueAsString(exported);
    }

    private static UsageRecord entry(String caller) {
        return new UsageRecord(
                NOON, null, caller, "practitioner", "direct-care", "/api/v1/people/{id}", null, "trace", true);
    }
}
