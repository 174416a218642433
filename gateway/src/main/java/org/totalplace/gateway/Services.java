package org.totalplace.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services listen.
 *
 * @param spend address of spend-service, without a path
 * @param journey address of citizen-journey-service
 * @param outcomes address of outcomes-service
 */
@ConfigurationProperties("totalplace.services")
public record Services(URI spend, URI journey, URI outcomes) {

    public URI of(Backend backend) {
        return switch (backend) {
            case SPEND -> spend;
            case JOURNEY -> journey;
            case OUTCOMES -> outcomes;
        };
    }
}
