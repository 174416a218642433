package org.totalplace.outcomes.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.event.AwaitedDeliveries.Ended;
import org.totalplace.outcomes.observation.TakenEvents;
import org.totalplace.starter.problem.FieldError;
import org.totalplace.starter.projection.DeadLetters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what an agency sent to its feed's topic: as one delivery, with the report and the refusals that the same
 * records get at the door. What is refused goes to the topic's dead letters with the reason, and the rest on. Blocks.
 */
@Component
class TakingEvents {

    private final AwaitedDeliveries deliveries;
    private final TakenEvents taken;
    private final DeadLetters deadLetters;
    private final JsonMapper json;

    /** Of batches that have not ended: which messages are dead letters already. */
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    TakingEvents(AwaitedDeliveries deliveries, TakenEvents taken, DeadLetters deadLetters, JsonMapper json) {
        this.deliveries = deliveries;
        this.taken = taken;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    /** A message and the record that it brings. */
    private static final class Sent {

        private final ConsumerRecord<byte[], byte[]> message;
        private final Map<String, Object> record;

        Sent(ConsumerRecord<byte[], byte[]> message, Map<String, Object> record) {
            this.message = message;
            this.record = record;
        }

        ConsumerRecord<byte[], byte[]> message() {
            return message;
        }

        Map<String, Object> record() {
            return record;
        }
    }

    /** Returns when each message was taken, had been taken before, or is a dead letter. */
    void take(String feed, List<ConsumerRecord<byte[], byte[]>> messages) throws Exception {
        Map<String, Sent> sent = new LinkedHashMap<>();
        Map<ConsumerRecord<byte[], byte[]>, FieldError> broken = new LinkedHashMap<>();
        for (var message : messages) {
            switch (KafkaMessages.read(headers(message), message.value(), json)) {
                case CloudEvents.Read.Records(List<Map<String, Object>> records) ->
                    sent.putIfAbsent(
                            String.valueOf(records.getFirst().get("deliveredAs")),
                            new Sent(message, records.getFirst()));
                case CloudEvents.Read.Refused(List<FieldError> errors) -> broken.put(message, errors.getFirst());
            }
        }
        sent.keySet().removeAll(taken.known(feed, sent.keySet()));
        for (var one : broken.entrySet()) {
            FieldError error = one.getValue();
            letter(one.getKey(), error.code(), Map.of("path", error.path(), "message", error.message()));
        }
        deliver(feed, sent);
        messages.forEach(message -> written.remove(place(message)));
    }

    /** A file refuses all for one row; of messages each stands for itself: the good ones are handed in again. */
    private void deliver(String feed, Map<String, Sent> sent) throws Exception {
        if (sent.isEmpty()) {
            return;
        }
        Ended ended = deliveries.deliver(feed, List.copyOf(sent.keySet()), lines(sent));
        Map<String, Sent> good = setAside(ended, sent);
        if (!ended.refused()) {
            return;
        }
        good.keySet().removeAll(taken.known(feed, good.keySet()));
        if (good.size() < sent.size()) {
            deliver(feed, good);
        } else if (sent.size() == 1) {
            refuse(sent.values().iterator().next(), ended, ended.why());
        } else {
            for (var one : sent.entrySet()) {
                deliver(feed, Map.of(one.getKey(), one.getValue()));
            }
        }
    }

    /** Those that remain once refused rows are dead letters. */
    private Map<String, Sent> setAside(Ended ended, Map<String, Sent> sent) throws InterruptedException {
        Map<String, Sent> good = new LinkedHashMap<>();
        long row = 0;
        for (var one : sent.entrySet()) {
            row++;
            String why = ended.rows().get(row);
            if (why == null) {
                good.put(one.getKey(), one.getValue());
            } else {
                refuse(one.getValue(), ended, why);
            }
        }
        return good;
    }

    private void refuse(Sent sent, Ended ended, String why) throws InterruptedException {
        letter(
                sent.message(),
                "refused",
                Map.of("message", why, "delivery", ended.id().toString()));
    }

    /** A batch is tried again for as long as the database is away; its letters are written once. */
    private void letter(ConsumerRecord<byte[], byte[]> message, String reason, Map<String, String> told)
            throws InterruptedException {
        if (!written.contains(place(message))) {
            deadLetters.send(message, reason, told);
            written.add(place(message));
        }
    }

    private static String place(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + " " + message.partition() + " " + message.offset();
    }

    private byte[] lines(Map<String, Sent> sent) {
        List<Map<String, Object>> records = new ArrayList<>();
        sent.values().forEach(one -> records.add(one.record()));
        return EventLines.of(records, json);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return headers;
    }
}
