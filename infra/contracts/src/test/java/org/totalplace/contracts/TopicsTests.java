package org.totalplace.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.contracts.event.ContactEvent;

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

    @Test
    void refuse_bytes_that_are_no_event_of_theirs() {
        byte[] bytes = Topics.CONTACTS.encode(contact);

        assertThatThrownBy(() -> Topics.OBSERVATIONS.decode(bytes)).isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> Topics.CONTACTS.decode(new byte[] {1, 2, 3})).isInstanceOf(UndecodableEvent.class);
    }
}
