package org.totalplace.journey.community.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReadingDirectoryTests {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 10);

    private final ReadingDirectory reading = new ReadingDirectory(new JsonMapper());

    @Nested
    class RealFiles {

        @Test
        void a_full_service_of_the_uk_profile_is_one_service_with_its_place() {
            DirectoryFile.Read read = read("oruk_service_full.json");

            assertThat(read.thin()).isFalse();
            assertThat(read.services()).hasSize(1);
            assertThat(checked(read.services().getFirst()).listing().terms()).hasSize(1);
        }

        @Test
        void a_page_says_that_it_is_one_of_ten_and_comes_without_places() {
            DirectoryFile.Read read = read("oruk_service_list.json");

            assertThat(read.part()).isTrue();
            assertThat(read.thin()).isTrue();
        }

        @Test
        void services_at_locations_and_organizations_are_services_with_places_and_providers() {
            ObjectNode located =
                    read("oruk_service_at_location_list.json").services().getFirst();
            ObjectNode offered = read("hsds_organization_full.json").services().getFirst();

            assertThat(located.path("service_at_locations")
                            .path(0)
                            .path("location")
                            .path("name")
                            .asString())
                    .isEqualTo("MyCity Civic Center");
            assertThat(offered.path("organization").path("name").asString()).isEqualTo("Example Organization Inc.");
            assertThat(offered.path("organization").has("services")).isFalse();
        }

        @Test
        void a_location_alone_is_no_directory() {
            assertThat(unreadable(SharedDirectory.file("hsds_location.json"), "l.json"))
                    .contains("holds no services");
        }

        @Test
        void tables_in_one_json_are_joined() {
            ObjectNode service = read("hsds_tabular.json").services().getFirst();

            assertThat(service.path("organization").path("name").asString()).isEqualTo("Example Organization Inc.");
            assertThat(service.path("service_at_locations")
                            .path(0)
                            .path("location")
                            .path("addresses")
                            .size())
                    .isEqualTo(1);
            assertThat(service.path("schedules").size()).isEqualTo(1);
            assertThat(service.toString()).doesNotContain("\"organization_id\"", "\"service_id\"");
        }

        @Test
        void a_data_package_of_csv_files_is_joined_and_its_inactive_service_stays_inactive() throws Exception {
            DirectoryFile.Read read =
                    (DirectoryFile.Read) reading.read(SharedDirectory.zippedTables(), "package.zip", TODAY);

            ObjectNode helpline = read.services().getFirst();
            assertThat(helpline.path("organization").path("name").asString()).isEqualTo("Sanctuary Example City");
            assertThat(helpline.path("service_at_locations")
                            .path(0)
                            .path("location")
                            .path("name")
                            .asString())
                    .isEqualTo("Sanctuary on 5th Street");
            assertThat(read.services())
                    .anySatisfy(service ->
                            assertThat(checked(service).listing().status()).isEqualTo("inactive"));
        }

        @Test
        void of_outposts_sample_the_hidden_service_stays_out_with_its_private_contact_and_notes() {
            DirectoryFile.Read read = read("outpost_services_sample.csv");

            assertThat(read.setAside()).containsExactly("1");
            assertThat(read.services()).hasSize(1);
            ObjectNode shown = read.services().getFirst();
            assertThat(shown.path("name").asString()).isEqualTo("Second example service");
            assertThat(checked(shown).listing().accessibility()).contains("Hearing loop");
            assertThat(checked(shown).listing().places().getFirst().district()).isEqualTo("EC1N");
            assertThat(read.toString()).doesNotContain("privat contact", "email2@email.com");
        }

        private DirectoryFile.Read read(String name) {
            return (DirectoryFile.Read) reading.read(SharedDirectory.file(name), name, TODAY);
        }
    }

    @Test
    void outposts_masked_address_gives_the_town_and_half_the_postcode_and_an_invisible_one_nothing() {
        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(utf8("""
                import_id,import_id_reference,name,approved,visible,location_name,location_latitude,location_longitude,\
                location_address_1,location_city,location_postcode,location_visible,mask_exact_address,contact_name,\
                contact_visible,notes
                7,,Refuge,TRUE,TRUE,Rose House,53.1,-1.5,1 Rose Lane,Thornby,NM4 1AB,TRUE,TRUE,Jo Bloggs,FALSE,secret
                8,7,,,,Back door,53.2,-1.6,2 Rose Lane,Thornby,NM4 1AC,FALSE,FALSE,,,
                """), "x.csv", TODAY);

        String told = read.services().toString();
        assertThat(told).contains("Refuge", "Thornby", "NM4");
        assertThat(told).doesNotContain("Rose", "53.1", "1AB", "Bloggs", "secret", "Back door");
    }

    @Test
    void of_outposts_flags_a_word_that_is_not_known_hides() {
        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(utf8("""
                import_id,name,approved,visible,visible_to,location_name,location_address_1,location_postcode,\
                location_visible,mask_exact_address,contact_name,contact_visible
                1,Masked,Yes,1,,Rose House,1 Rose Lane,NM4 1AB,,Yes,Jo Bloggs,perhaps
                2,Odd mask,,,,Rose House,1 Rose Lane,NM4 1AB,,perhaps,,
                3,Odd place,,,,Rose House,1 Rose Lane,NM4 1AB,perhaps,,,
                4,Hidden,,No,,,,,,,,
                5,Nought,,0,,,,,,,,
                6,Rejected,No,,,,,,,,,
                7,Ended,,,17/05/2022,,,,,,,
                8,Odd,,perhaps,,,,,,,,
                """), "x.csv", TODAY);

        assertThat(read.services())
                .extracting(service -> service.path("name").asString())
                .containsExactly("Masked", "Odd mask", "Odd place");
        assertThat(read.services().toString()).doesNotContain("Rose", "1AB", "Bloggs");
        assertThat(read.setAside()).containsExactly("4", "5", "6", "7", "8");
        assertThat(read.findings())
                .filteredOn(finding -> finding.message().startsWith("'perhaps'"))
                .extracting(Finding::path)
                .containsExactly("contact_visible", "mask_exact_address", "location_visible", "visible");
    }

    @Test
    void of_two_services_of_one_outpost_id_the_first_alone_is_taken() {
        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(utf8("""
                import_id,name,visible,contact_name,contact_visible
                1,Club,TRUE,,
                1,Refuge,FALSE,Jo Bloggs,TRUE
                """), "x.csv", TODAY);

        assertThat(read.services().toString()).contains("Club").doesNotContain("Refuge", "Bloggs");
        assertThat(read.findings())
                .extracting(Finding::kind, Finding::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Finding.Kind.REFUSED, "import_id"));
    }

    @Test
    void two_files_of_one_table_are_joined_and_a_macs_shadow_files_are_passed_over() throws Exception {
        byte[] zip = zip(
                "services.csv",
                "id,name,status\ns1,Club,active\n",
                "schedules.csv",
                "id,service_id,byday\nt1,s1,MO\n",
                "regular_schedules.csv",
                "id,service_id,byday\nt2,s1,TU\n",
                "__MACOSX/._services.csv",
                "Mac OS X",
                "data/._schedules.csv",
                "Mac OS X");

        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(zip, "x.zip", TODAY);

        assertThat(checked(read.services().getFirst()).listing().openings())
                .extracting(Opening::weekday)
                .containsExactly(1, 2);
        assertThat(read.services()).hasSize(1);
    }

    @Test
    void outposts_times_fees_and_links_are_those_of_the_service_that_their_row_refers_to() {
        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(utf8("""
                import_id,import_id_reference,name,scheduled_weekday,schedules_opens_at,schedules_closes_at,cost_option,cost_amount
                1,,Club,monday,09:00:00,12:00:00,,
                2,1,,tuesday,hh:mm:ss,hh:mm:ss,Members,2.50
                3,9,,friday,,,,
                """), "x.csv", TODAY);

        Checked.Sound club = checked(read.services().getFirst());
        assertThat(club.listing().openings()).extracting(Opening::weekday).containsExactly(1, 2);
        assertThat(club.listing()
                        .document()
                        .path("cost_options")
                        .path(0)
                        .path("amount")
                        .decimalValue())
                .isEqualByComparingTo("2.50");
        assertThat(club.findings()).extracting(Finding::path).contains("schedules[1].opens_at");
        assertThat(read.findings()).extracting(Finding::service).containsExactly("3");
    }

    @Test
    void terms_of_a_table_reach_their_service() {
        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(utf8("""
                {"services.csv": [{"id": "s1", "name": "Club", "status": "active"}],
                 "attributes.csv": [{"id": "a1", "link_id": "s1", "link_entity": "service", "taxonomy_term_id": "t1"}],
                 "taxonomy_terms.csv": [{"id": "t1", "name": "Company", "taxonomy_id": "needs"}]}
                """), "x.json", TODAY);

        assertThat(checked(read.services().getFirst()).listing().terms())
                .containsExactly(new Term("t1", "Company", null, null, "needs", null));
    }

    @Test
    void a_reference_to_nothing_is_told() {
        DirectoryFile.Read read = (DirectoryFile.Read)
                reading.read(utf8("id,name,status,organization_id\ns1,Club,active,o9\n"), "services.csv", TODAY);

        assertThat(read.findings().getFirst().message()).contains("no row 'o9' in the table organizations");
    }

    @Test
    void what_is_no_directory_is_refused_in_words() throws Exception {
        assertThat(unreadable(new byte[0], "x")).contains("empty");
        assertThat(unreadable(utf8("{\"id\": \"s1\", \"na"), "x")).contains("broken in line 1");
        assertThat(unreadable(utf8("a,b\n1,2\n"), "x.csv")).contains("services.csv");
        assertThat(unreadable(utf8("[]"), "x.json")).contains("holds no services");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("readme.csv"));
            out.write(utf8("x"));
        }
        assertThat(unreadable(zip.toByteArray(), "x.zip")).contains("no services.csv");
    }

    @Test
    void a_zip_that_unpacks_without_end_is_refused() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("notes.txt"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 130; i++) {
                out.write(nothing);
            }
        }

        assertThat(unreadable(zip.toByteArray(), "x.zip")).contains("128 MB");
    }

    @Test
    void an_empty_page_is_a_directory_without_services() {
        assertThat(((DirectoryFile.Read) reading.read(utf8("{\"contents\": []}"), "x", TODAY)).services())
                .isEmpty();
    }

    @Test
    void text_of_windows_is_read_and_told() {
        byte[] file = "id,name,status\ns1,Café,active\n".getBytes(Charset.forName("windows-1252"));

        DirectoryFile.Read read = (DirectoryFile.Read) reading.read(file, "services.csv", TODAY);

        assertThat(read.services().getFirst().path("name").asString()).isEqualTo("Café");
        assertThat(read.findings().getFirst().message()).contains("not UTF-8");
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(utf8(namesAndTexts[i + 1]));
            }
        }
        return zip.toByteArray();
    }

    private String unreadable(byte[] file, String name) {
        return ((DirectoryFile.Unreadable) reading.read(file, name, TODAY)).why();
    }

    private static Checked.Sound checked(ObjectNode service) {
        return (Checked.Sound) new ServiceChecks(TODAY).check(service, "");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
