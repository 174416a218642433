package org.totalplace.gateway.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page's template and what it shows: by itself, or among others in a board pack. */
public record Sheet(String template, Map<String, @Nullable Object> model) {}
