package org.totalplace.journey.journey;

/**
 * The tables that say where contacts go: those in force, or those of a draft.
 *
 * @param stages by kind
 * @param timed by kind and time
 */
record StageTables(String stages, String timed) {

    static final StageTables IN_FORCE = new StageTables("stage_of_kind", "timed_stage");
    static final StageTables OF_A_DRAFT = new StageTables("draft_stage_of_kind", "draft_timed_stage");
}
