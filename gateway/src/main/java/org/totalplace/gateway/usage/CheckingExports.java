package org.totalplace.gateway.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an exported usage record and says whether it is as it was written, with nothing but the file and the public
 * keys. Heads that somebody kept elsewhere count like those in the export. A file of any length is read in pages.
 */
final class CheckingExports {

    /** @param heads how many signed heads were compared */
    record Checked(Verifying.Verdict verdict, int heads) {}

    private static final int PAGE = 2_000;

    private final JsonMapper json = JsonMapper.shared();
    private final Set<SignedHead> heads = new HashSet<>();
    private final List<Chained> page = new ArrayList<>();
    private Exported.@Nullable Tip tip;
    private boolean more;

    private CheckingExports() {}

    /**
     * @param kept files with heads alone, as the export writes them
     * @throws IllegalArgumentException if the file is no export
     */
    static Checked check(Path export, List<Path> kept, KnownKeys keys) throws IOException {
        return new CheckingExports().checked(export, kept, keys);
    }

    private Checked checked(Path export, List<Path> kept, KnownKeys keys) throws IOException {
        each(export, line -> {
            tip = line.tip() == null ? tip : line.tip();
            head(line);
        });
        for (Path file : kept) {
            each(file, this::head);
        }
        Exported.Tip end = tip;
        if (end == null) {
            throw new IllegalArgumentException(export + " does not say where the chain ends: it is no whole export.");
        }
        ChainCheck check = ChainCheck.ofAll(keys::signed);
        check.read(
                List.of(),
                heads.stream().sorted(Comparator.comparingLong(SignedHead::seq)).toList());
        each(export, line -> entry(line, end, check));
        check.read(page, List.of());
        return new Checked(Verifying.verdict(check, new ChainLog.Tip(end.seq(), end.hash()), more), heads.size());
    }

    private void head(Exported line) {
        if (line.head() != null) {
            heads.add(line.head());
        }
    }

    private void entry(Exported line, Exported.Tip end, ChainCheck check) {
        Exported.Entry entry = line.entry();
        if (entry == null) {
            return;
        }
        if (entry.seq() > end.seq()) {
            more = true;
            return;
        }
        page.add(entry.chained());
        if (page.size() == PAGE) {
            check.read(List.copyOf(page), List.of());
            page.clear();
        }
    }

    private void each(Path file, Consumer<Exported> taking) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).map(line -> read(file, line)).forEach(taking);
        } catch (UncheckedIOException unreadable) {
            throw new IOException(file + " cannot be read to its end as text in UTF-8.", unreadable);
        }
    }

    private Exported read(Path file, String line) {
        try {
            return json.readValue(line, Exported.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(file + " holds a line that is not one of an export.", unreadable);
        }
    }
}
