package org.totalplace.journey.identity;

/**
 * Said after the commit: identity records changed, linking has work. It only wakes; the work itself stands in a table.
 */
public record RecordsChanged() {}
