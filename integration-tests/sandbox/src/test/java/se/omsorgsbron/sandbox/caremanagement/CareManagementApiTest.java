package se.omsorgsbron.sandbox.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.sandbox.caremanagement.SmallCase.E1;
import static se.omsorgsbron.sandbox.caremanagement.SmallCase.ENTRY;
import static se.omsorgsbron.sandbox.caremanagement.SmallCase.ERRANDS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareManagementApiTest {

    @TempDir
    private Path folder;

    private SmallCase town;

    @BeforeEach
    void start() throws IOException {
        town = SmallCase.in(folder);
    }

    @AfterEach
    void stop() throws IOException {
        town.close();
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsRefused() throws IOException {
        assertThat(town.send("GET", ERRANDS, "", "").statusCode()).isEqualTo(400);
        assertThat(town.send("GET", ERRANDS, "", "joe").statusCode()).isEqualTo(400);
        assertThat(town.send("GET", ERRANDS, "", "joe; type=adAccount").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsCreatedHasALocationAndNoETagAndTheSameTwiceIsTwo() {
        HttpResponse<String> first = town.send("POST", E1 + "/journal-entries", ENTRY);
        town.create(E1 + "/journal-entries", ENTRY);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("ETag")).isEmpty();
        assertThat(first.headers().firstValue("Location").orElseThrow()).startsWith(E1 + "/journal-entries/");
        assertThat(town.get(E1 + "/journal-entries")).hasSize(2);
    }

    @Test
    void timesNeedAnOffsetAndAreReadInUtc() {
        JsonNode entry = town.get(town.create(E1 + "/journal-entries", ENTRY));

        assertThat(entry.path("entryDateTime").asText()).isEqualTo("2026-11-24T21:15:00Z");
        assertThat(entry.path("text").asText()).isEqualTo("Sov gott 😀 åäö");
        assertThat(entry.path("status").asText()).isEqualTo("WORKING");
        assertThat(town.status("POST", E1 + "/journal-entries", ENTRY.replace("+01:00", "")))
                .isEqualTo(400);
    }

    @Test
    void whatIsMissingOrTooLongIsTold() {
        HttpResponse<String> empty = town.send("POST", E1 + "/journal-entries", "{}");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("violations", "type", "heading", "entryDateTime");

        String note = "{\"body\": \"" + "å".repeat(8192) + "\"}";
        assertThat(town.status("POST", E1 + "/notes", note)).isEqualTo(201);
        assertThat(town.status("POST", E1 + "/notes", note.replace("å\"", "åå\"")))
                .isEqualTo(400);
        assertThat(town.status("POST", E1 + "/notes", "{")).isEqualTo(400);
        assertThat(town.status("POST", E1 + "/notifications", "{\"type\": \"PANIC\"}"))
                .isEqualTo(400);
    }

    @Test
    void whatIsLockedCannotBeChangedRemovedOrLockedAgain() {
        for (String list : new String[] {"journal-entries", "documents"}) {
            String body =
                    ENTRY.replace("entryDateTime", list.equals("documents") ? "documentDateTime" : "entryDateTime");
            String path = town.create(E1 + "/" + list, body);
            assertThat(town.status("PATCH", path, body)).isEqualTo(200);

            assertThat(town.status("POST", path + "/lock", "{\"lockedBy\": \"jane02doe\"}"))
                    .isEqualTo(200);

            assertThat(town.get(path).path("status").asText()).isEqualTo("LOCKED");
            assertThat(town.status("PATCH", path, body)).isEqualTo(409);
            assertThat(town.status("DELETE", path, "")).isEqualTo(409);
            assertThat(town.status("POST", path + "/lock", "")).isEqualTo(409);
        }
    }

    @Test
    void errandsComeInPagesAndCanBeFoundByStakeholder() {
        for (int i = 0; i < 4; i++) {
            town.create(ERRANDS, "{\"typeSlug\": \"home-care\", \"status\": \"NEW\"}");
        }
        JsonNode page = town.get(ERRANDS + "?page=1&size=2&sort=created,asc");
        assertThat(page.path("errands")).hasSize(2);
        assertThat(page.at("/_meta/totalRecords").asInt()).isEqualTo(5);
        assertThat(page.at("/_meta/totalPages").asInt()).isEqualTo(3);
        assertThat(page.at("/errands/0").has("stakeholders")).isFalse();

        JsonNode found = town.get(ERRANDS + "?filter="
                + encoded("exists(stakeholders.externalId : '" + SmallCase.PARTY + "') and typeSlug : 'home-care'"));
        assertThat(found.path("errands")).hasSize(1);
        assertThat(town.status("GET", ERRANDS + "?filter=" + encoded("title ~ 'x'"), ""))
                .isEqualTo(400);
        assertThat(town.status("GET", ERRANDS + "?size=0", "")).isEqualTo(400);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void assigningAnErrandNotifiesAndANotificationToOneselfIsAcknowledged() {
        assertThat(town.status("PATCH", E1, "{\"assignedUserId\": \"eva03berg\"}"))
                .isEqualTo(204);
        town.create(E1 + "/notifications", "{\"ownerId\": \"x1\", \"createdBy\": \"x1\", \"type\": \"CREATE\"}");

        JsonNode notifications = town.get(E1 + "/notifications");
        assertThat(notifications.at("/0/ownerId").asText()).isEqualTo("eva03berg");
        assertThat(notifications.at("/0/acknowledged").asBoolean()).isFalse();
        assertThat(notifications.at("/1/acknowledged").asBoolean()).isTrue();
        assertThat(town.status("PUT", E1 + "/notifications/acknowledged", "")).isEqualTo(204);
        assertThat(town.get(E1 + "/notifications").at("/0/acknowledged").asBoolean())
                .isTrue();
    }

    @Test
    void theShortCodeOfANamespaceIsUnique() {
        String config = "{\"displayName\": \"Hemtjänst\", \"shortCode\": \"HT\"}";
        assertThat(town.status("POST", "/2281/HOME_CARE/namespace-config", config))
                .isEqualTo(201);
        assertThat(town.status("POST", "/2281/OTHER/namespace-config", config)).isEqualTo(400);
        String errand = town.create(ERRANDS, "{\"typeSlug\": \"home-care\"}");
        assertThat(town.get(errand).path("errandNumber").asText()).isEqualTo("HT-2");
    }

    @Test
    void anErrandOfAnotherMunicipalityOrNamespaceIsNotThere() {
        assertThat(town.status("GET", E1.replace("2281", "0127"), "")).isEqualTo(404);
        assertThat(town.status("GET", E1.replace("HOME_CARE", "OTHER") + "/notes", ""))
                .isEqualTo(404);
        assertThat(town.status("GET", E1 + "/anything", "")).isEqualTo(404);
        assertThat(town.status("PUT", E1, "")).isEqualTo(405);
        assertThat(town.get("/0127/HOME_CARE/errands").path("errands")).isEmpty();
    }

    @Test
    void thePartyLookUpTranslatesBothWays() {
        String place = "{\"municipalityId\": \"2281\", ";
        assertThat(town.send("POST", "/party", place + "\"identityNumber\": \"" + SmallCase.NUMBER + "\"}")
                        .body())
                .isEqualTo("{\"partyId\":\"" + SmallCase.PARTY + "\"}");
        assertThat(town.send("POST", "/party", place + "\"partyId\": \"p2\"}").body())
                .isEqualTo("{\"identityNumber\":\"189602029812\"}");
        assertThat(town.status("POST", "/party", place + "\"partyId\": \"p3\"}"))
                .isEqualTo(404);
        assertThat(town.status("POST", "/party", "{}")).isEqualTo(400);
        assertThat(town.status("GET", "/party", "")).isEqualTo(405);
    }

    @Test
    void theStateOutlivesTheServerAndWhatWasRemovedStaysRemoved() throws IOException {
        town.create(E1 + "/journal-entries", ENTRY);
        String other = town.create(ERRANDS, "{\"typeSlug\": \"home-care\"}");
        town.close();
        town = SmallCase.in(folder);
        assertThat(town.get(E1 + "/journal-entries")).hasSize(1);
        assertThat(town.get(other).path("status").isMissingNode()).isTrue();

        assertThat(town.status("DELETE", E1, "")).isEqualTo(204);
        town.close();
        town = SmallCase.in(folder);
        assertThat(town.status("GET", E1, "")).isEqualTo(404);
    }

    @Test
    void theAccessLogHasNeitherIdsNorNames() throws IOException {
        town.get(ERRANDS + "?filter=" + encoded("exists(stakeholders.externalId : '" + SmallCase.PARTY + "')"));
        town.create(E1 + "/journal-entries", ENTRY);

        assertThat(Files.readString(folder.resolve("access.log")))
                .contains(" GET errands 200\n", " POST journal-entries 201\n")
                .doesNotContain(SmallCase.PARTY)
                .doesNotContain("e1");
    }
}
