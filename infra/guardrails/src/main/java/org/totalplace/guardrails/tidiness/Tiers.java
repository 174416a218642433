package org.totalplace.guardrails.tidiness;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.TextFile;

/** Tests are named by their tier, because the build picks them by name: one named otherwise would never run. */
public final class Tiers {

    private static final Pattern TEST =
            Pattern.compile("(?m)^\\h*@(Test|TestFactory|TestTemplate|RepeatedTest|ParameterizedTest)\\b");
    private static final Pattern NAME = Pattern.compile("\\w+Tests\\.java");
    private static final Pattern OTHER_NAME = Pattern.compile("(\\w+(Test|IT|TestCase|Spec)|Test\\w+)\\.java");

    private Tiers() {}

    /**
     * A file with test methods is called *Tests, *IntegrationTests or *AcceptanceTests, and no file by another habit.
     */
    public static Examination ofTests(CheckedModule module) {
        List<TextFile> tests =
                module.javaFiles().stream().filter(TextFile::isTest).toList();
        return Examination.ofEach(
                tests,
                file -> isMisnamed(file)
                        ? Stream.of(file.finding("holds tests but its name does not end with Tests"))
                        : Stream.empty());
    }

    private static boolean isMisnamed(TextFile file) {
        return TEST.matcher(file.text()).find()
                ? !NAME.matcher(file.name()).matches()
                : OTHER_NAME.matcher(file.name()).matches();
    }
}
