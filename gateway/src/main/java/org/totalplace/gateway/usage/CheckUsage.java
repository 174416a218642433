package org.totalplace.gateway.usage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code check-usage}: whether an exported usage record is as it was written; away from the platform. */
public final class CheckUsage {

    /** As the first argument of the gateway's jar it stands for this command. */
    public static final String NAME = "check-usage";

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private static final String HELP = """
            check-usage EXPORT --key PUBLIC-KEY [--key ...] [--heads FILE ...]

            EXPORT        what an auditor got from /api/v1/usage/export
            --key         a public key of the gateway, as /api/v1/usage/heads tells it, or one of before; ask for it
                          by another way than the export
            --heads       heads that were kept elsewhere, as lines of an export: what they vouch for cannot have been
                          cut off or written anew since
            Ends with 0 when the record is intact, 1 when it is not, 2 when it cannot be read.
            """;

    private CheckUsage() {}

    /** @return the exit status */
    public static int run(List<String> arguments, PrintStream say) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        List<String> keys = new ArrayList<>();
        List<Path> heads = new ArrayList<>();
        Path export = null;
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (word.equals("--key") && !rest.isEmpty()) {
                keys.add(rest.removeFirst());
            } else if (word.equals("--heads") && !rest.isEmpty()) {
                heads.add(Path.of(rest.removeFirst()));
            } else if (!word.startsWith("-") && export == null) {
                export = Path.of(word);
            } else {
                say.print(HELP);
                return MISUSED;
            }
        }
        return checked(export, keys, heads, say);
    }

    private static int checked(@Nullable Path export, List<String> keys, List<Path> heads, PrintStream say) {
        if (export == null || keys.isEmpty()) {
            say.print(HELP);
            return MISUSED;
        }
        try {
            return told(CheckingExports.check(export, heads, KnownKeys.of(keys)), say);
        } catch (IOException | IllegalArgumentException unreadable) {
            say.println("This cannot be checked: " + unreadable.getMessage());
            return MISUSED;
        }
    }

    private static int told(CheckingExports.Checked checked, PrintStream say) {
        Verifying.Verdict verdict = checked.verdict();
        Broken broken = verdict.broken();
        if (broken != null) {
            say.printf(
                    "Not as it was written. First broken entry: %d (%s)%n%s%nAs written before that: %d entries%n",
                    broken.entry(), broken.kind(), broken.detail(), verdict.entries());
            return BROKEN;
        }
        say.printf("Intact: %d entries, the last with the hash %s%n", verdict.entries(), verdict.hash());
        say.println(
                checked.heads() == 0
                        ? "Nothing in it was signed: it only agrees with itself."
                        : checked.heads() + " signed heads agree with it.");
        return INTACT;
    }
}
