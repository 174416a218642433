package org.totalplace.outcomes.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.observation.TakenEvents;
import org.totalplace.starter.projection.DeadLetters;
import tools.jackson.databind.json.JsonMapper;

class TakingEventsTests {

    private static final String FEED = "scores";
    private static final IllegalStateException AWAY = new IllegalStateException("The database is away");

    private final AwaitedDeliveries deliveries = mock(AwaitedDeliveries.class);
    private final TakenEvents taken = mock(TakenEvents.class);
    private final DeadLetters letters = mock(DeadLetters.class);
    private final TakingEvents taking = new TakingEvents(deliveries, taken, letters, new JsonMapper());

    @Test
    void write_no_letter_while_nobody_can_say_what_is_known() throws Exception {
        when(taken.known(any(), anyCollection())).thenThrow(AWAY);

        assertThatThrownBy(() -> taking.take(FEED, List.of(broken(1)))).isSameAs(AWAY);

        verify(letters, never()).send(any(), any(), anyMap());
    }

    @Test
    void write_each_letter_once_however_often_the_batch_is_tried() throws Exception {
        when(taken.known(any(), anyCollection())).thenReturn(Set.of());
        when(deliveries.deliver(eq(FEED), anyList(), any()))
                .thenThrow(AWAY)
                .thenReturn(ended(true, Map.of(1L, "not 0 to 10")))
                .thenThrow(AWAY)
                .thenReturn(ended(true, Map.of(1L, "not 0 to 10")))
                .thenReturn(ended(false, Map.of()));
        var batch = List.of(broken(1), event(2, "a"), event(3, "b"));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> taking.take(FEED, batch)).isSameAs(AWAY);
        }
        taking.take(FEED, batch);

        verify(letters, times(1)).send(eq(batch.get(0)), any(), anyMap());
        verify(letters, times(1)).send(eq(batch.get(1)), eq("refused"), anyMap());
        verify(letters, never()).send(eq(batch.get(2)), any(), anyMap());
    }

    @Test
    void hand_nothing_in_again_that_another_consumer_took_meanwhile() throws Exception {
        when(taken.known(any(), anyCollection())).thenReturn(Set.of()).thenReturn(Set.of("/system a", "/system b"));
        when(deliveries.deliver(eq(FEED), anyList(), any())).thenReturn(ended(true, Map.of()));

        taking.take(FEED, List.of(event(1, "a"), event(2, "b")));

        verify(deliveries, times(1)).deliver(eq(FEED), anyList(), any());
        verify(letters, never()).send(any(), any(), anyMap());
    }

    private static AwaitedDeliveries.Ended ended(boolean refused, Map<Long, String> rows) {
        return new AwaitedDeliveries.Ended(new UUID(0, 1), refused, "It was not taken.", rows);
    }

    private static ConsumerRecord<byte[], byte[]> broken(long offset) {
        return new ConsumerRecord<>("events", 0, offset, new byte[0], new byte[0]);
    }

    private static ConsumerRecord<byte[], byte[]> event(long offset, String id) {
        var message = new ConsumerRecord<>(
                "events",
                0,
                offset,
                new byte[0],
                "{\"reference\": \"R1\", \"value\": 1}".getBytes(StandardCharsets.UTF_8));
        Map.of("ce_specversion", "1.0", "ce_type", CloudEvents.RECORDED, "ce_source", "/system", "ce_id", id)
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
