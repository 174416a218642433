package org.totalplace.spend.ledger;

import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.totalplace.starter.paging.Csv;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lines of a slice as a table for those who take it away whole. */
@Component
public class LinesTable {

    private final LinesQuery lines;
    private final TotalsQuery totals;

    LinesTable(LinesQuery lines, TotalsQuery totals) {
        this.lines = lines;
        this.totals = totals;
    }

    /** How many lines it has, by the maintained sums: without reading one of them. */
    public Mono<Long> counted(Slice slice, int revision) {
        return totals.of(slice, Set.of(), revision, 0, 0)
                .map(Total::lines)
                .next()
                .defaultIfEmpty(0L);
    }

    /** @param onRow told of every line on its way */
    public Flux<DataBuffer> csv(Slice slice, int revision, Runnable onRow) {
        return Csv.stream(
                Line.CSV_HEADER,
                lines.of(slice, revision, null, 0).doOnNext(line -> onRow.run()),
                placed -> placed.line().cells());
    }
}
