package org.totalplace.guardrails.examined;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Maven module as the rules see it: its root package, its own main classes, and its files. Read when first asked
 * for.
 */
public final class CheckedModule {

    private final Path folder;
    private final String root;
    private @Nullable List<JavaClass> classes;
    private @Nullable List<TextFile> files;

    private CheckedModule(Path folder, String root) {
        this.folder = folder;
        this.root = root;
    }

    /** The module in {@code folder} whose packages start at {@code root}, for example {@code org.totalplace.spend}. */
    public static CheckedModule at(Path folder, String root) {
        return new CheckedModule(folder, root);
    }

    /** The module that {@code test} was compiled in; the package of {@code test} is the module's root package. */
    public static CheckedModule ofTheModuleOf(Class<?> test) {
        return at(folderOf(test), test.getPackageName());
    }

    /** These classes instead of the module's own: for the proof that a rule catches what it forbids. */
    public static CheckedModule ofClasses(String root, List<JavaClass> classes) {
        CheckedModule module = new CheckedModule(Path.of("nowhere"), root);
        module.classes = List.copyOf(classes);
        module.files = List.of();
        return module;
    }

    private static Path folderOf(Class<?> test) {
        try {
            Path compiled = Path.of(
                    test.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (Path at = compiled; at != null; at = at.getParent()) {
                if (Files.isRegularFile(at.resolve("pom.xml"))) {
                    return at;
                }
            }
            throw new IllegalStateException("No pom.xml above " + compiled + ": run this test from its module");
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException("Where " + test + " was compiled to cannot be read as a path", unreadable);
        }
    }

    public Path folder() {
        return folder;
    }

    public String root() {
        return root;
    }

    /** The main classes that were written by hand: those whose source is in {@code src/main/java}. */
    public List<JavaClass> classes() {
        if (classes == null) {
            Path compiled = folder.resolve("target/classes");
            classes = Files.isDirectory(compiled)
                    ? new ClassFileImporter()
                            .importPath(compiled).stream()
                                    .filter(this::isWrittenByHand)
                                    .toList()
                    : List.of();
        }
        return classes;
    }

    private boolean isWrittenByHand(JavaClass type) {
        return type.getSource()
                .flatMap(source -> source.getFileName())
                .map(name -> folder.resolve("src/main/java")
                        .resolve(type.getPackageName().replace('.', '/'))
                        .resolve(name))
                .filter(Files::isRegularFile)
                .isPresent();
    }

    /** Every text file of the module that somebody wrote, without those of modules inside it. */
    public List<TextFile> files() {
        if (files == null) {
            files = TextFiles.below(folder);
        }
        return files;
    }

    public List<TextFile> javaFiles() {
        return files().stream().filter(TextFile::isJava).toList();
    }
}
