package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.matrix.Part;

/** Budgets whose headings between the rows name the services. */
class BudgetHeadingsTests {

    private static final String[] LINES = {
        "Budget heading,2024-25 Budget \u00A3",
        "Adult Social Care,",
        "Employees,100",
        "Premises,20",
        "Total Adult Social Care,120",
        "Highways,",
        "Employees,30",
        "Premises,4",
        "Total Highways,34"
    };

    private static Sent sent(String... lines) {
        return Sent.of(Sent.bytes(lines), "budget.csv", Layouts.BUDGETS, ReadingOptions.NONE);
    }

    private static List<String> amounts(Sent sent) {
        return sent.outcomes().accepted().stream()
                .flatMap(row -> row.values().parts().stream())
                .map(Part::amount)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void lines_listed_under_each_of_them_are_what_was_spent_on() {
        Sent sent = sent(LINES);

        assertThat(sent.values("service"))
                .containsExactly("Adult Social Care", "Adult Social Care", "Highways", "Highways");
        assertThat(sent.values("category")).containsExactly("Employees", "Premises", "Employees", "Premises");
        assertThat(amounts(sent)).containsExactly("100.00", "20.00", "30.00", "4.00");
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("the headings were taken for the services"));
    }

    @Test
    void lines_that_each_stand_once_are_services_themselves() {
        Sent sent = sent(
                "Service,2024-25 Budget \u00A3",
                "PEOPLE,",
                "Adults,100",
                "Children,20",
                "PLACE,",
                "Roads,30",
                "Parks,4");

        assertThat(sent.values("service")).containsExactly("Adults", "Children", "Roads", "Parks");
    }
}
