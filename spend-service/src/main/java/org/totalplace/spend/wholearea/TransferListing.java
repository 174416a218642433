package org.totalplace.spend.wholearea;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.transfer.BothBooks;
import org.totalplace.spend.transfer.ReceiptsReading;
import reactor.core.publisher.Mono;

/** Lists the transfers of a slice with their evidence from both sides. */
@Component
class TransferListing {

    private final WholeAreaReading wholeArea;
    private final TransfersReading transfers;
    private final ReceiptsReading receipts;

    TransferListing(WholeAreaReading wholeArea, TransfersReading transfers, ReceiptsReading receipts) {
        this.wholeArea = wholeArea;
        this.transfers = transfers;
        this.receipts = receipts;
    }

    /** @param bothSides whether the payee's books may be shown beside the payer's */
    Mono<List<Transfer>> of(Slice slice, boolean bothSides) {
        Slice transferred = slice.ofTransfers();
        return wholeArea
                .of(slice)
                .flatMap(counting -> Mono.zip(
                                transfers.of(transferred, counting.revision()).collectList(),
                                // Receipts answer what a payer paid in a year, not a part of it.
                                bothSides && transferred.isOfWholePairs()
                                        ? receipts.of(slice.phase().code(), counting.revision())
                                        : Mono.just(Map.<ReceiptsReading.Pair, BothBooks>of()))
                        .map(read -> Transfer.of(
                                read.getT1(),
                                counting.registered(),
                                counting.counted(),
                                ofYear(slice.year().start(), read.getT2()))));
    }

    private static Map<ReceiptsReading.Pair, BothBooks> ofYear(int year, Map<ReceiptsReading.Pair, BothBooks> books) {
        Map<ReceiptsReading.Pair, BothBooks> ofYear = new TreeMap<>();
        books.forEach((pair, all) -> ofYear.put(pair, all.ofYear(year)));
        return ofYear;
    }
}
