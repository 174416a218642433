package org.totalplace.gateway;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.totalplace.gateway.usage.CheckUsage;

/** Starts the gateway; with {@code check-usage} as first word it checks an exported usage record instead. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CheckUsage.NAME)) {
            System.exit(CheckUsage.run(List.of(args).subList(1, args.length), System.out));
        }
        SpringApplication.run(Gateway.class, args);
    }
}
