package org.totalplace.guardrails.examined;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a rule saw.
 *
 * @param looked how many classes or files the rule looked at; a rule that saw none proves nothing and fails
 * @param findings what it objects to, without repeats
 * @param remark a figure worth reporting even when all is well, otherwise empty
 */
public record Examination(int looked, List<Finding> findings, String remark) {

    public Examination {
        findings = findings.stream().distinct().toList();
    }

    public Examination(int looked, List<Finding> findings) {
        this(looked, findings, "");
    }

    /** Looks at each of the things in turn. */
    public static <T> Examination ofEach(Collection<T> things, Function<T, Stream<Finding>> look) {
        return new Examination(things.size(), things.stream().flatMap(look).toList());
    }
}
