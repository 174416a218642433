package org.totalplace.guardrails.examined;

import java.util.List;

/**
 * A file as it was written.
 *
 * @param path below the module's folder, with forward slashes
 * @param text all of it
 */
public record TextFile(String path, String text) {

    public List<String> lines() {
        return text.lines().toList();
    }

    public boolean isJava() {
        return path.endsWith(".java");
    }

    public boolean isMain() {
        return path.startsWith("src/main/");
    }

    public boolean isTest() {
        return path.startsWith("src/test/");
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder that it is in, as a path below the module's folder; empty for the module's folder itself. */
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    public Finding finding(String what) {
        return new Finding(path, what);
    }

    /** A finding at a line, counted from one. */
    public Finding finding(int line, String what) {
        return new Finding(path, "line " + line + ": " + what);
    }
}
