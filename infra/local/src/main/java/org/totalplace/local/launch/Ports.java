package org.totalplace.local.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where each part listens, counted from one base.
 *
 * @param base 1024 to 60000; 8000 gives the addresses of the manual
 */
public record Ports(int base) {

    public Ports {
        if (base < 1024 || base > 60_000) {
            throw new LaunchFailure("--port-base is between 1024 and 60000, not " + base + ".");
        }
    }

    public int gateway() {
        return base + 80;
    }

    public int spend() {
        return base + 81;
    }

    public int journey() {
        return base + 82;
    }

    public int outcomes() {
        return base + 83;
    }

    public int agencies() {
        return base + 90;
    }

    public int kafka() {
        return base + 92;
    }

    int kafkaController() {
        return base + 93;
    }

    public int postgres() {
        return base + 432;
    }

    public int identityProvider() {
        return base + 1000;
    }

    /** Every port with what it is for, in the order of the manual. */
    Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("the gateway", gateway());
        all.put("spend-service", spend());
        all.put("citizen-journey-service", journey());
        all.put("outcomes-service", outcomes());
        all.put("the agencies' endpoints", agencies());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        all.put("PostgreSQL", postgres());
        all.put("the identity provider", identityProvider());
        return all;
    }
}
