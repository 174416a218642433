package org.totalplace.linkage.model;

import static org.totalplace.linkage.model.Field.ADDRESS;
import static org.totalplace.linkage.model.Field.DATE_OF_BIRTH;
import static org.totalplace.linkage.model.Field.DETAIL;
import static org.totalplace.linkage.model.Field.EMAIL;
import static org.totalplace.linkage.model.Field.FAMILY_NAME;
import static org.totalplace.linkage.model.Field.GIVEN_NAME;
import static org.totalplace.linkage.model.Field.IDENTIFIER;
import static org.totalplace.linkage.model.Field.NHS_NUMBER;
import static org.totalplace.linkage.model.Field.PHONE;
import static org.totalplace.linkage.model.Field.POSTCODE;
import static org.totalplace.linkage.model.Field.TOWN;
import static org.totalplace.linkage.model.Field.UPRN;

import java.util.EnumSet;
import java.util.Set;

/** A key that two records must share to be compared. A record that lacks a part of the key has no key. */
public enum BlockingRule {
    NHS_NUMBER_SAME(NHS_NUMBER),
    FAMILY_SOUND_AND_BIRTH_DATE(FAMILY_NAME, DATE_OF_BIRTH),
    GIVEN_INITIAL_AND_BIRTH_DATE(GIVEN_NAME, DATE_OF_BIRTH),
    BIRTH_DATE(DATE_OF_BIRTH),
    NAMES_IN_EITHER_ORDER(GIVEN_NAME, FAMILY_NAME),
    NAME_SOUNDS_IN_EITHER_ORDER_AND_BIRTH_YEAR(GIVEN_NAME, FAMILY_NAME, DATE_OF_BIRTH),
    NAME_STARTS(GIVEN_NAME, FAMILY_NAME),
    GIVEN_NAME_AND_BIRTH_DAY_AND_MONTH(GIVEN_NAME, DATE_OF_BIRTH),
    FAMILY_NAME_AND_BIRTH_YEAR_AND_MONTH(FAMILY_NAME, DATE_OF_BIRTH),
    BIRTH_DAY_AND_MONTH_IN_EITHER_ORDER_AND_FAMILY_INITIAL(FAMILY_NAME, DATE_OF_BIRTH),
    POSTCODE_AND_GIVEN_SOUND(POSTCODE, GIVEN_NAME),
    POSTCODE_AND_FAMILY_SOUND(POSTCODE, FAMILY_NAME),
    POSTCODE_AND_BIRTH_YEAR(POSTCODE, DATE_OF_BIRTH),
    POSTCODE_SAME(POSTCODE),
    UPRN_AND_BIRTH_YEAR(UPRN, DATE_OF_BIRTH),
    ADDRESS_WORDS_IN_ANY_ORDER(ADDRESS),
    HOUSE_NUMBER_AND_STREET_START(ADDRESS),
    IDENTIFIER_SAME(IDENTIFIER),
    EMAIL_SAME(EMAIL),
    EMAIL_NAME(EMAIL),
    PHONE_SAME(PHONE),
    TOWN_AND_GIVEN_AND_BIRTH_YEAR(TOWN, GIVEN_NAME, DATE_OF_BIRTH),
    TOWN_AND_FAMILY_SOUND(TOWN, FAMILY_NAME),
    DETAIL_AND_FAMILY_SOUND(DETAIL, FAMILY_NAME),
    DETAIL_AND_GIVEN_AND_TOWN(DETAIL, GIVEN_NAME, TOWN),
    GIVEN_START_AND_BIRTH_YEAR_AND_MONTH(GIVEN_NAME, DATE_OF_BIRTH),
    FAMILY_START_AND_BIRTH_DAY_AND_YEAR(FAMILY_NAME, DATE_OF_BIRTH),
    NAME_ENDS(GIVEN_NAME, FAMILY_NAME),
    FAMILY_NAME_SAME(FAMILY_NAME),
    GIVEN_NAME_SAME(GIVEN_NAME),
    TOWN_SAME(TOWN),
    DETAIL_SAME(DETAIL);

    private final Set<Field> fields;

    BlockingRule(Field first, Field... others) {
        this.fields = EnumSet.of(first, others);
    }

    /** The fields in the key: what pairs of this rule cannot teach about. */
    public Set<Field> fields() {
        return EnumSet.copyOf(fields);
    }
}
