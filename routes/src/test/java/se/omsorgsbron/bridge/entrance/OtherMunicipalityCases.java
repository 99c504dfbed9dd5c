package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.bridge.entrance.Endpoints.Call;

/**
 * A client of Nacka's gets nothing of Botkyrka's, whatever it asks: every endpoint of the running bridge, with every id, number and
 * key that Botkyrka has in every place that takes one.
 */
class OtherMunicipalityCases {
    private final RunningBridge bridge = RunningBridge.get();
    private final Map<String, String> tokens = new HashMap<>();
    private final UUID ground = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000127");

    @BeforeEach
    void botkyrkaHasAGroundThatWasRecordedHere() {
        bridge.send("PUT", "/api/grounds/" + ground, bridge.token("coordinator-0127"), """
                {"person": "client:127001", "kind": "svod-information", "from": "2026-11-01",
                 "recordedBy": "Koordinator Alfabeta"}
                """);
    }

    @Test
    void nothingOfBotkyrkaIsSeenOrChangedWithATokenOfNacka() {
        Set<Call> calls = new Endpoints(bridge).calls(values());
        String before = stateOfBotkyrka();
        Set<String> seen = new LinkedHashSet<>();
        int answered = 0;
        for (Call call : calls) {
            for (String role : call.roles()) {
                HttpResponse<String> answer = send(call, tokens.computeIfAbsent(role + "-0182", bridge::token));
                assertThat(answer.body())
                        .as("%s %s by %s", call.method(), call.path(), role)
                        .doesNotContain(RunningBridge.BOTKYRKAS);
                assertThat(answer.statusCode())
                        .as("%s %s by %s", call.method(), call.path(), role)
                        .isLessThan(500);
                if (answer.statusCode() == 200) {
                    answered++;
                    if (answer.body().contains(RunningBridge.NACKAS)) {
                        seen.add(role + " " + call.path().replaceAll("[0-9?].*", ""));
                    }
                }
            }
        }
        assertThat(stateOfBotkyrka()).isEqualTo(before);
        // That Nacka's own data come by the same calls shows that they can be answered.
        assertThat(answered).isGreaterThan(calls.size() / 20);
        assertThat(seen).anyMatch(call -> call.startsWith("primary-care /fhir"));
        assertThat(calls).hasSizeGreaterThan(1_000);
    }

    @Test
    void withBotkyrkasOwnTokensTheSameCallsFindIt() {
        Set<String> missing = new LinkedHashSet<>(List.of(
                "operations /api/held/",
                "coordinator /api/grounds/",
                "auditor /api/audit/who-looked",
                "primary-care /fhir/Communication/",
                "primary-care /fhir/Patient/_search"));
        Set<Call> calls = new Endpoints(bridge).calls(values());
        calls.removeIf(call -> call.method().equals("DELETE"));
        for (Call call : calls) {
            for (String role : call.roles()) {
                String what = role + " " + call.path().replaceAll("[0-9?].*", "");
                if (missing.contains(what)
                        && found(send(call, tokens.computeIfAbsent(role + "-0127", bridge::token)))) {
                    missing.remove(what);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private boolean found(HttpResponse<String> answer) {
        return answer.body().contains(RunningBridge.BOTKYRKAS)
                || (answer.statusCode() == 200 && answer.body().contains("AuditEvent"));
    }

    @Test
    void withoutATokenNothingAnswersButTheProbes() {
        for (Call call : new Endpoints(bridge).calls(List.of("1"))) {
            if (!call.path().matches("/actuator/health/(liveness|readiness).*|/actuator/health/1.*")) {
                assertThat(send(call, "").statusCode())
                        .as("%s %s", call.method(), call.path())
                        .isEqualTo(401);
            }
        }
    }

    /** Every id, number and key of Botkyrka's. */
    private List<String> values() {
        Set<String> values = new LinkedHashSet<>(List.of("127001", "client:127001", "189002029800", "0127", "0", "1"));
        values.add(bridge.person(RunningBridge.BOTKYRKA).toString());
        values.add(ground.toString());
        values.addAll(bridge.ledger.jdbc.queryForList(
                "select id::text from held_item where municipality = '0127'", String.class));
        // Of one kind another one is answered no other way; a thorough run tries more of them.
        values.addAll(
                bridge.ledger.jdbc.queryForList("""
                select id from (
                    select split_part(item_key, '/', 2) id, row_number() over
                        (partition by split_part(item_key, '/', 1) order by ended, item_key) place
                    from delivery where municipality = '0127') ids
                where place <= ?
                """, String.class, Boolean.getBoolean("omsorgsbron.thorough") ? 8 : 2));
        values.addAll(bridge.ledger.jdbc.queryForList(
                "select (seq - 1)::text from audit_event where municipality = '0127' order by seq limit 3",
                String.class));
        return new ArrayList<>(values);
    }

    private String stateOfBotkyrka() {
        return bridge.ledger.jdbc.queryForObject("""
                select (select string_agg(id || state, ',' order by id) from held_item where municipality = '0127')
                    || (select string_agg(id || hash || coalesce(gone_since::text, ''), ',' order by id) from fact
                        where municipality = '0127')
                """, String.class);
    }

    private HttpResponse<String> send(Call call, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        bridge.uri(call.path().replace("*", "%2A")))
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .header("Content-Type", call.form() ? "application/x-www-form-urlencoded" : "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return bridge.send(request.build());
    }
}
