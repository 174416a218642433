package org.totalplace.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Writes the AsyncAPI 3.0 description of the topics from the table of topics and the schemas of their events. */
final class AsyncApi {

    private static final String HEAD = """
            # Written by AsyncApiTests from the table of topics and the schemas in infra/contracts; a change there fails the build until
            # this file is written anew: mvn -pl infra/contracts test -Dtest=AsyncApiTests -Dasyncapi.write=true
            asyncapi: 3.0.0
            info:
              title: Total Place topics
              version: 1.0.0
              description: >-
                What the services of a place tell one another, and what agencies with direct access tell them. Events are in Avro's
                single-object encoding. No topic of the platform holds names, dates of birth or addresses.
            servers:
              place:
                host: localhost:8092
                protocol: kafka
            channels:
            """;

    private static final String CHANNEL = """
              %1$s:
                address: %1$s
                description: %2$s
                messages:
                  %3$s:
                    $ref: '#/components/messages/%3$s'
                bindings:
                  kafka:
                    topic: %1$s
                    partitions: 12
                    topicConfiguration:
                      %4$s
                    bindingVersion: 0.5.0
            """;

    private static final String OPERATION = """
              %1$s.%2$s.%3$s:
                action: %2$s
                summary: %1$s %4$s %3$s
                channel:
                  $ref: '#/channels/%3$s'
            """;

    private static final String MESSAGE = """
                %s:
                  contentType: avro/binary
                  bindings:
                    kafka:
                      key:
                        description: %s
                      bindingVersion: 0.5.0
                  payload:
                    schemaFormat: application/vnd.apache.avro+json;version=1.12.0
                    schema:
            %s
            """;

    private AsyncApi() {}

    static String text() {
        return HEAD
                + Topics.ALL.stream().map(AsyncApi::channel).collect(Collectors.joining())
                + DirectText.CHANNELS
                + "operations:\n"
                + Topics.ALL.stream().map(AsyncApi::operations).collect(Collectors.joining())
                + DirectText.OPERATIONS
                + "components:\n  messages:\n"
                + Topics.ALL.stream().map(AsyncApi::message).collect(Collectors.joining())
                + DirectText.MESSAGES;
    }

    private static String channel(Topic<?> topic) {
        return CHANNEL.formatted(
                topic.name(),
                Described.of(topic).words(),
                topic.schema().getName(),
                topic.compacted()
                        ? "cleanup.policy: [compact]\n          delete.retention.ms: 604800000"
                        : "retention.ms: -1");
    }

    private static String operations(Topic<?> topic) {
        Described described = Described.of(topic);
        return OPERATION.formatted(described.from(), "send", topic.name(), "writes")
                + described.to().stream()
                        .map(reader -> OPERATION.formatted(reader, "receive", topic.name(), "reads"))
                        .collect(Collectors.joining());
    }

    private static String message(Topic<?> topic) {
        Schema schema = topic.schema();
        return MESSAGE.formatted(
                schema.getName(),
                Described.of(topic).key(),
                source(schema).indent(12).stripTrailing());
    }

    /** As it is written, which reads better than what the schema prints of itself. */
    private static String source(Schema schema) {
        try {
            return Files.readString(Path.of("src/main/avro", schema.getName() + ".avsc"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
