package org.totalplace.guardrails.tidiness;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.examined.TextFile;

/** What was left behind: notes to oneself, code behind slashes, the writer's own machine. */
public final class Leftovers {

    private static final Pattern NOTE = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern CODE = Pattern.compile("^//.*(;|\\{|}|\\);?)\\s*$");
    private static final Pattern WILDCARD = Pattern.compile("^import .*\\*;");

    /** Folders of one machine at the start of a path: a home, the superuser's, a checkout's. */
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w./}$-])/(home|root|work|Users)/\\w");

    /** Places that packages and images are fetched from: which one is a matter of who builds. */
    private static final Pattern REGISTRY =
            Pattern.compile("\\b(repo1?\\.maven\\.(apache\\.)?org|central\\.sonatype\\.\\w+|registry\\.npmjs\\.org"
                    + "|registry\\.yarnpkg\\.com|pypi\\.org|files\\.pythonhosted\\.org|proxy\\.golang\\.org|crates\\.io"
                    + "|(index|registry-1|registry\\.hub)?\\.?docker\\.(io|com)/|ghcr\\.io|quay\\.io|gcr\\.io)"
                    + "|https?://[^/\\s\"]*(nexus|artifactory|registry|mirror)[^/\\s\"]*");

    private Leftovers() {}

    /** No note to oneself in any file that somebody wrote; in Java only its comments are read. */
    public static Examination ofNotes(CheckedModule module) {
        return Examination.ofEach(
                module.files(),
                file -> (file.isJava() ? JavaText.comments(file).stream() : lines(file))
                        .filter(remark -> NOTE.matcher(remark.text()).find())
                        .map(remark -> file.finding(remark.line(), remark.text().strip())));
    }

    /** No line of code behind slashes; version control remembers it. */
    public static Examination ofCode(CheckedModule module) {
        return Examination.ofEach(
                module.javaFiles(),
                file -> JavaText.lineComments(file).stream()
                        .filter(remark -> CODE.matcher(remark.text()).matches())
                        .map(remark -> file.finding(remark.line(), remark.text().strip())));
    }

    public static Examination ofWildcards(CheckedModule module) {
        return Examination.ofEach(
                module.javaFiles(),
                file -> lines(file)
                        .filter(line -> WILDCARD.matcher(line.text()).find())
                        .map(line -> file.finding(line.line(), line.text())));
    }

    /** No path of one machine and no host that packages come from. */
    public static Examination ofMachines(CheckedModule module) {
        return Examination.ofEach(
                module.files(), file -> Set.of(MACHINE, REGISTRY).stream().flatMap(pattern -> matches(file, pattern)));
    }

    private static Stream<Finding> matches(TextFile file, Pattern pattern) {
        return lines(file)
                .filter(line -> pattern.matcher(line.text()).find())
                .map(line -> file.finding(line.line(), line.text().strip()));
    }

    private static Stream<JavaText.Remark> lines(TextFile file) {
        List<String> lines = file.lines();
        return IntStream.range(0, lines.size()).mapToObj(line -> new JavaText.Remark(line + 1, lines.get(line)));
    }
}
