package org.totalplace.guardrails.tidiness;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.examined.TextFile;

/** Methods that fit on a screen, as javac's own parser sees them. */
public final class Methods {

    /** Lines of a method from its first annotation to its closing brace, at most. */
    public static final int METHOD = 60;

    private Methods() {}

    public static Examination ofLength(CheckedModule module) {
        List<TextFile> files = module.javaFiles();
        return files.isEmpty() ? new Examination(0, List.of()) : new Examination(files.size(), tooLong(files));
    }

    private static List<Finding> tooLong(List<TextFile> files) {
        JavaCompiler compiler = Objects.requireNonNull(
                ToolProvider.getSystemJavaCompiler(), "This is a Java runtime without a compiler: run on a JDK");
        StringWriter complaints = new StringWriter();
        JavacTask task = (JavacTask) compiler.getTask(
                complaints,
                null,
                null,
                List.of("-proc:none"),
                null,
                files.stream().map(Source::new).toList());
        try {
            List<Finding> findings = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Measuring(unit, positions, findings), null);
            }
            return findings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Sources held in memory could not be read: " + complaints, unreadable);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final TextFile file;

        Source(TextFile file) {
            super(URI.create("memory:///" + file.path().replace(" ", "%20")), JavaFileObject.Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class Measuring extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Finding> findings;

        Measuring(CompilationUnitTree unit, SourcePositions positions, List<Finding> findings) {
            this.unit = unit;
            this.positions = positions;
            this.findings = findings;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > METHOD) {
                String path = unit.getSourceFile().toUri().getPath().substring(1);
                String seen = "line " + first + ": " + method.getName() + "() has " + (last - first + 1) + " lines";
                findings.add(new Finding(path, seen));
            }
            return super.visitMethod(method, nothing);
        }
    }
}
