package org.totalplace.starter.words;

/** The days on which people say that somebody was born: in figures, with the month as a word, or all in words. */
final class BirthDays {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai"
                    + "|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\\b\\.?";

    private static final String ORDINAL = "(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh"
            + "|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)";

    private static final String YEAR =
            "(?:\\d{4}|'?\\d\\d|(?:nineteen|twenty|two thousand)(?:[ -]\\p{L}{2,8}){0,4})\\b";

    private static final String DAY = "(?:\\d{1,2}(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)?|" + ORDINAL + ")";

    private static final String IN_FIGURES = "\\b\\d{1,4}(?:st|nd|rd|th)?[/., -]{1,2}\\w{1,9}[/., -]{1,2}\\d{2,4}\\b";

    private static final String BY_DAY =
            "\\b" + DAY + "[ ,]{1,2}(?:of |day of )?" + MONTH + "(?:[ ,]{0,2}(?:in )?" + YEAR + ")?";

    private static final String BY_MONTH = "\\b" + MONTH + "[ ,]{0,2}(?:(?:the )?" + DAY + "\\b(?:[ ,]{0,2}(?:in )?"
            + YEAR + ")?|(?:of )?" + YEAR + ")";

    private static final String AS_A_DATE = "\\b\\d{1,4}[/. -]\\d{1,2}[/. -]\\d{2,4}\\b";

    private static final String SAID =
            "(?:\\b(?:born|birth(?:day|date)?|ganwyd|ganed|geni)\\b|\\bd\\.? ?o\\.? ?b\\b\\.?)";

    /** With what says that it is one, before it or after. */
    static final String PATTERN = "(?i:" + SAID + "[^.!?\\n]{0,25}?(?:" + BY_DAY + "|" + BY_MONTH + "|" + IN_FIGURES
            + ")|(?:" + BY_DAY + "|" + BY_MONTH + "|" + AS_A_DATE + ")[^.!?\\n]{0,20}?" + SAID + ")";

    private BirthDays() {}
}
