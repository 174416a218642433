package org.totalplace.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.contracts.event.PersonView;

class TopicsTests {

    private final ContactEvent contact = ContactEvent.newBuilder()
            .setAgency("county")
            .setRecordId("c-1")
            .setVersion(3)
            .setSubjects(List.of(UUID.fromString("00000000-0000-0000-0000-000000000001")))
            .setService("ASC-REAB")
            .setType("assessment")
            .setStart(LocalDateTime.parse("2024-05-01T09:30:00"))
            .setEnd(null)
            .setUnits(1_500)
            .setDelivery(UUID.fromString("00000000-0000-0000-0000-000000000002"))
            .build();

    @Test
    void give_back_the_event_that_was_written() throws UndecodableEvent {
        assertThat(Topics.CONTACTS.decode(Topics.CONTACTS.encode(contact))).isEqualTo(contact);
    }

    /** As version 1 of the service wrote it, before journeys told when they began. */
    @Test
    void read_events_that_were_written_by_an_earlier_schema() throws Exception {
        Schema earlier = earlier("PersonJourneys-1");
        GenericRecord standing =
                new GenericData.Record(earlier.getField("journeys").schema().getElementType());
        standing.put("map", "leaving");
        standing.put("stage", "support");
        standing.put("since", 19_875);
        standing.put("contacts", 3);
        GenericRecord journeys = new GenericData.Record(earlier);
        journeys.put("person", "00000000-0000-0000-0000-000000000003");
        journeys.put("version", 7L);
        journeys.put("journeys", List.of(standing));
        journeys.put("contacts", List.of());
        journeys.put("costs", List.of());
        PersonJourneys read = Topics.PERSON_JOURNEYS.decode(written(journeys));

        assertThat(read.getVersion()).isEqualTo(7);
        assertThat(read.getArea()).isNull();
        assertThat(read.getJourneys()).singleElement().satisfies(journey -> {
            assertThat(journey.getSince()).isEqualTo(LocalDate.parse("2024-06-01"));
            assertThat(journey.getBegun()).isNull();
            assertThat(journey.getRuns()).isEmpty();
        });
    }

    /** As it was written while it held the outcomes alone. */
    @Test
    void read_views_of_outcomes_alone_as_views_without_the_rest() throws Exception {
        GenericRecord view = new GenericData.Record(earlier("PersonView-1"));
        view.put("person", "00000000-0000-0000-0000-000000000003");
        view.put("version", 7L);
        view.put("domains", Map.of("social", "better"));
        view.put("measures", List.of());

        PersonView read = Topics.PERSON_VIEWS.decode(written(view));

        assertThat(read.getDomains()).containsEntry("social", "better");
        assertThat(read.getGoals()).isEmpty();
        assertThat(read.getCosts()).isEmpty();
        assertThat(read.getDoubts()).isEmpty();
    }

    private static Schema earlier(String name) throws Exception {
        try (InputStream file =
                Objects.requireNonNull(Topic.class.getResourceAsStream("earlier/" + name + ".avsc"), name)) {
            return new Schema.Parser().parse(file);
        }
    }

    private static byte[] written(GenericRecord event) throws Exception {
        ByteBuffer written =
                new BinaryMessageEncoder<GenericRecord>(GenericData.get(), event.getSchema()).encode(event);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }

    @Test
    void refuse_bytes_that_are_no_event_of_theirs() {
        byte[] bytes = Topics.CONTACTS.encode(contact);

        assertThatThrownBy(() -> Topics.OBSERVATIONS.decode(bytes)).isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> Topics.CONTACTS.decode(new byte[] {1, 2, 3})).isInstanceOf(UndecodableEvent.class);
    }
}
