package org.totalplace.gateway.fallback;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many calls of one kind a service may have to answer at once.
 *
 * @param read questions
 * @param write what may change something
 * @param stream streams of events
 * @param streamsOfACaller streams of events of one caller, at all services together
 */
@ConfigurationProperties("totalplace.at-once")
public record AtOnce(int read, int write, int stream, int streamsOfACaller) {

    int of(Kind kind) {
        return switch (kind) {
            case READ -> read;
            case WRITE -> write;
            case STREAM -> stream;
        };
    }
}
