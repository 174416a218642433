package org.totalplace.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One Kafka topic with the one type of event that it carries, in Avro's single-object encoding (Avro specification
 * 1.12, "Single-object encoding"). Safe for use by several threads.
 *
 * @param <E> the event
 */
public final class Topic<E extends SpecificRecord> {

    private final String name;
    private final boolean compacted;
    private final Schema schema;
    private final BinaryMessageEncoder<E> encoder;
    private final BinaryMessageDecoder<E> decoder;

    /** @param earlier resources beside this class: schemas by which events were written before and stay readable */
    Topic(String name, Class<E> event, boolean compacted, String... earlier) {
        this.name = name;
        this.compacted = compacted;
        SpecificData model = SpecificData.getForClass(event);
        this.schema = model.getSchema(event);
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        for (String resource : earlier) {
            decoder.addSchema(schema(resource));
        }
    }

    private static Schema schema(String resource) {
        try (InputStream file = Objects.requireNonNull(Topic.class.getResourceAsStream(resource), resource)) {
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    /** Whether only the latest event of a key is kept (a latest-state topic) or all are (a log). */
    public boolean compacted() {
        return compacted;
    }

    /** What its events consist of. */
    Schema schema() {
        return schema;
    }

    public byte[] encode(E event) {
        try {
            ByteBuffer buffer = encoder.encode(event);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("An event for " + name + " does not fit its schema", e);
        }
    }

    /** @throws UndecodableEvent if the bytes are no event of this topic */
    public E decode(byte[] bytes) throws UndecodableEvent {
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UndecodableEvent("The bytes are no event of " + name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
