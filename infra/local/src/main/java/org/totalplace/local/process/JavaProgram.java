package org.totalplace.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that start a Java program with the Java of this JVM. */
public final class JavaProgram {

    private JavaProgram() {}

    /** The {@code java} of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A main class from the class path of this JVM. */
    public static List<String> onOwnClassPath(List<String> options, String... mainAndArguments) {
        List<String> words = new ArrayList<>();
        words.add(java());
        words.addAll(options);
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
        words.addAll(List.of(mainAndArguments));
        return words;
    }
}
