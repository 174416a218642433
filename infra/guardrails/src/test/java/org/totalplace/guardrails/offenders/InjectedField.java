package org.totalplace.guardrails.offenders;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Gets what it needs behind its constructor's back. */
public final class InjectedField {

    @Autowired
    @Nullable
    String place;
}
