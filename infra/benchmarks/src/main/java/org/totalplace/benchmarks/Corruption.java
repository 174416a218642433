package org.totalplace.benchmarks;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/** How clerks, telephones, scanners and forms spoil what they hold. */
final class Corruption {

    private static final String[][] SOUNDS = {
        {"ph", "f"},
        {"ck", "k"},
        {"ee", "ea"},
        {"ie", "y"},
        {"son", "sen"},
        {"ley", "ly"},
        {"w", "wh"},
        {"s", "z"},
        {"c", "k"},
        {"th", "t"},
        {"er", "ar"},
        {"en", "an"},
        {"field", "feild"}
    };
    private static final String[][] SHAPES = {
        {"m", "rn"}, {"l", "1"}, {"o", "0"}, {"i", "l"}, {"cl", "d"}, {"n", "h"}, {"e", "c"}, {"B", "8"}, {"S", "5"}
    };

    private final SplittableRandom random;

    Corruption(SplittableRandom random) {
        this.random = random;
    }

    String given(String name) {
        double chance = random.nextDouble();
        if (chance < 0.15) {
            return MadeNames.shortForm(random, name);
        }
        return chance < 0.20 ? name.substring(0, 1) : name(name);
    }

    String name(String name) {
        double chance = random.nextDouble();
        if (chance < 0.18) {
            String typed = typed(name);
            return random.nextDouble() < 0.3 ? typed(typed) : typed;
        }
        if (chance < 0.26) {
            return replaced(name, SOUNDS);
        }
        return chance < 0.32 ? replaced(name, SHAPES) : name;
    }

    String text(String text) {
        return random.nextDouble() < 0.25 ? typed(text) : text;
    }

    String code(String code) {
        return random.nextDouble() < 0.15 ? typed(code).toUpperCase(Locale.ROOT) : code;
    }

    String email(String given, String family, int person) {
        String mailbox = (given + "." + family + person % 100).toLowerCase(Locale.ROOT);
        return (random.nextDouble() < 0.15 ? typed(mailbox) : mailbox)
                + (random.nextDouble() < 0.7 ? "@post.example" : "@mail.example");
    }

    String date(LocalDate born) {
        double chance = random.nextDouble();
        LocalDate date = born;
        if (chance < 0.05 && born.getDayOfMonth() <= 12) {
            date = LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
        } else if (chance < 0.10) {
            date = born.plusYears(random.nextInt(11) - 5);
        } else if (chance < 0.15) {
            date = born.withDayOfMonth(1 + random.nextInt(28));
        } else if (chance < 0.19) {
            date = born.withDayOfYear(1);
        } else if (chance < 0.22) {
            date = born.plusDays(random.nextInt(20_000) - 10_000);
        }
        return date.toString();
    }

    private String typed(String text) {
        if (text.length() < 2) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        char other = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + other + text.substring(at);
            case 2 -> text.substring(0, at) + other + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    private String replaced(String text, String[][] table) {
        int start = random.nextInt(table.length);
        for (int tried = 0; tried < table.length; tried++) {
            String[] row = table[(start + tried) % table.length];
            if (text.contains(row[0])) {
                return text.replaceFirst(row[0], row[1]);
            }
        }
        return typed(text);
    }
}
