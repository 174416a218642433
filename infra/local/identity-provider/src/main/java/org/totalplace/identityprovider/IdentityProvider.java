package org.totalplace.identityprovider;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the identity provider. */
@SpringBootApplication
@ConfigurationPropertiesScan
class IdentityProvider {

    static void main(String[] arguments) {
        SpringApplication.run(IdentityProvider.class, arguments);
    }
}
