package org.totalplace.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AsyncApiTests {

    private static final Path DOCUMENT = Path.of("../../docs/asyncapi.yaml");

    @Test
    void is_what_the_topics_and_their_schemas_say() throws IOException {
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(DOCUMENT, AsyncApi.text());
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/asyncapi.yaml is written anew with -Dasyncapi.write=true")
                .isEqualTo(AsyncApi.text());
    }

    @Test
    void names_every_topic_and_every_field() throws IOException {
        String document = Files.readString(DOCUMENT);

        for (Topic<?> topic : Topics.ALL) {
            assertThat(document).contains("address: " + topic.name() + "\n");
            assertThat(topic.schema().getFields())
                    .extracting(Schema.Field::name)
                    .allSatisfy(field -> assertThat(document).contains("{\"name\": \"" + field + "\""));
        }
        assertThat(document).contains("address: " + Topics.DIRECT_EVENTS + "{feed}");
    }
}
