package org.totalplace.outcomes.personview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.starter.problem.ProblemWriter;
import org.totalplace.starter.security.CitizensOwn;
import org.totalplace.starter.security.WhoseRecordBySql;
import org.totalplace.value.Pseudonyms;

/** Citizens reach their own person here, as citizen-journey-service last said who that is. */
@Configuration(proxyBeanMethods = false)
class CitizenConfiguration {

    private static final String WHOSE = "select person from subject_person where subject = :subject";

    @Bean
    CitizensOwn citizensOwn(DatabaseClient database, Pseudonyms pseudonyms, ProblemWriter problems) {
        return new CitizensOwn(new WhoseRecordBySql(database, pseudonyms, WHOSE), problems);
    }
}
