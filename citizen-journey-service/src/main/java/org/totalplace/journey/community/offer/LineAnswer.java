package org.totalplace.journey.community.offer;

import java.util.List;

/** What a service line of the money buys: the stages at which it pays for something, and what that is. */
record LineAnswer(String agency, String service, List<AtStage> results) {

    LineAnswer {
        results = List.copyOf(results);
    }

    record AtStage(String map, String stage, List<StageAnswer.Shown> offers) {

        AtStage {
            offers = List.copyOf(offers);
        }
    }
}
