package org.totalplace.linkage.comparison;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.cleaning.Addresses;
import org.totalplace.linkage.cleaning.BirthDates;
import org.totalplace.linkage.cleaning.Identifiers;
import org.totalplace.linkage.cleaning.Names;
import org.totalplace.linkage.cleaning.Plain;
import org.totalplace.linkage.cleaning.Postcodes;
import org.totalplace.linkage.cleaning.Sexes;
import org.totalplace.linkage.model.Field;

/**
 * All records, cleaned and coded: one primitive array a field, in which 0 is missing and equal numbers are equal
 * values. Fill every row, then {@link #complete}. Different {@code put...} may be called by different threads.
 */
public final class Columns {

    final NameTable names = new NameTable();
    final AddressTable addresses = new AddressTable();
    final Dictionary postcodes = new Dictionary();
    private final Dictionary sources = new Dictionary();
    private final Dictionary nhsNumbers = new Dictionary();
    private final Dictionary uprns = new Dictionary();

    int[] source;
    int[] given;
    int[] family;
    int[] birth;
    byte[] sex;
    int[] postcode;
    int[] address;
    int[] nhsNumber;
    int[] uprn;
    private final EnumMap<Field, Dictionary> furtherValues = new EnumMap<>(Field.class);
    private final EnumMap<Field, int[]> further = new EnumMap<>(Field.class);

    public Columns(int size) {
        source = new int[size];
        given = new int[size];
        family = new int[size];
        birth = new int[size];
        sex = new byte[size];
        postcode = new int[size];
        address = new int[size];
        nhsNumber = new int[size];
        uprn = new int[size];
        for (Field field : Further.FIELDS) {
            furtherValues.put(field, new Dictionary());
            further.put(field, new int[size]);
        }
    }

    /** Makes room for more rows, whose values are missing until they are put. */
    public void grow(int size) {
        source = Arrays.copyOf(source, size);
        given = Arrays.copyOf(given, size);
        family = Arrays.copyOf(family, size);
        birth = Arrays.copyOf(birth, size);
        sex = Arrays.copyOf(sex, size);
        postcode = Arrays.copyOf(postcode, size);
        address = Arrays.copyOf(address, size);
        nhsNumber = Arrays.copyOf(nhsNumber, size);
        uprn = Arrays.copyOf(uprn, size);
        further.replaceAll((field, column) -> Arrays.copyOf(column, size));
    }

    public int size() {
        return source.length;
    }

    public void putSource(int row, String code) {
        source[row] = sources.number(code);
    }

    public void putName(int row, @Nullable String givenName, @Nullable String familyName) {
        given[row] = names.number(Names.clean(givenName));
        family[row] = names.number(Names.clean(familyName));
    }

    public void putBirth(int row, @Nullable LocalDate dateOfBirth, @Nullable String printedSex) {
        birth[row] = BirthDates.clean(dateOfBirth);
        sex[row] = Sexes.clean(printedSex);
    }

    /** A postcode at the end of the address counts when there is no other. */
    public void putPostcode(int row, @Nullable String printedPostcode, @Nullable String printedAddress) {
        String clean = Postcodes.clean(printedPostcode);
        postcode[row] = postcodes.number(clean.isEmpty() ? Postcodes.within(Plain.text(printedAddress)) : clean);
    }

    public void putAddress(int row, @Nullable String printed) {
        address[row] = addresses.number(Addresses.clean(printed));
    }

    public void putUprn(int row, @Nullable String printed) {
        uprn[row] = uprns.number(Identifiers.uprn(printed));
    }

    public void putNhsNumber(int row, @Nullable String printed) {
        nhsNumber[row] = nhsNumbers.number(Identifiers.nhsNumber(printed));
    }

    /** One of the fields that only some feeds hold. */
    public void putFurther(int row, Field field, @Nullable String printed) {
        column(field)[row] = dictionary(field).number(Further.clean(field, printed));
    }

    /** Prepares names and addresses for comparison; call when rows were put, before they are compared. */
    public void complete() {
        names.complete();
        addresses.complete();
    }

    /** The number of a source, above 0, or 0 when no record is of it. */
    public int sourceNumber(String code) {
        for (int n = 1; n < sources.size(); n++) {
            if (sources.text(n).equals(code)) {
                return n;
            }
        }
        return 0;
    }

    public int sources() {
        return sources.size();
    }

    public int source(int row) {
        return source[row];
    }

    public int given(int row) {
        return given[row];
    }

    public int family(int row) {
        return family[row];
    }

    /** {@code yyyymmdd}, or 0. */
    public int birth(int row) {
        return birth[row];
    }

    public int postcode(int row) {
        return postcode[row];
    }

    public int address(int row) {
        return address[row];
    }

    public int nhsNumber(int row) {
        return nhsNumber[row];
    }

    public int uprn(int row) {
        return uprn[row];
    }

    /** A name without spaces, by its number. */
    public String name(int number) {
        return names.joined(number);
    }

    public int sound(int nameNumber) {
        return names.sound(nameNumber);
    }

    public int addressWords(int addressNumber) {
        return addresses.wordSet(addressNumber);
    }

    /** 0 when the address has no house number. */
    public int addressStart(int addressNumber) {
        return addresses.start(addressNumber);
    }

    public int further(Field field, int row) {
        return column(field)[row];
    }

    /** The cleaned text of a value of a further field. */
    public String furtherText(Field field, int number) {
        return dictionary(field).text(number);
    }

    int[] column(Field field) {
        return Objects.requireNonNull(further.get(field), field.name());
    }

    Dictionary dictionary(Field field) {
        return Objects.requireNonNull(furtherValues.get(field), field.name());
    }
}
