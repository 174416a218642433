package org.totalplace.spend.killed;

import org.springframework.boot.SpringApplication;
import org.totalplace.spend.SpendService;

/** The part of the service that reads deliveries, in a process that may be killed. */
final class ReaderOfItsOwn {

    /** Printed when reading begins. */
    static final String BEGUN = "reading begins";

    private ReaderOfItsOwn() {}

    public static void main(String[] arguments) throws InterruptedException {
        SpringApplication service = new SpringApplication(SpendService.class);
        service.setLazyInitialization(true);
        service.run(
                "--spring.main.web-application-type=none",
                "--spring.flyway.enabled=false",
                "--logging.level.root=error");
        System.out.println(BEGUN);
        Thread.currentThread().join();
    }
}
