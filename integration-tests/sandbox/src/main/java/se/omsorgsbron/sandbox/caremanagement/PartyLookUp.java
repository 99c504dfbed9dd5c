package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The party look-up beside CareManagement: {@code POST /party} with {@code municipalityId} and either {@code identityNumber} or {@code
 * partyId} gives the other; 404 where nobody has it.
 *
 * @param parties each with {@code municipalityId}, {@code identityNumber} and {@code partyId}
 */
record PartyLookUp(List<JsonNode> parties) {

    static final String PATH = "party";

    private static final String NUMBER = "identityNumber";
    private static final String PARTY = "partyId";

    Answer answer(Call call) {
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "Method not allowed");
        }
        JsonNode asked = call.json();
        if (asked.path("municipalityId").asText().isEmpty() || asked.has(NUMBER) == asked.has(PARTY)) {
            throw new Refusal(400, "Write municipalityId, and one of identityNumber and partyId");
        }
        String by = asked.has(NUMBER) ? NUMBER : PARTY;
        String wanted = by.equals(NUMBER) ? PARTY : NUMBER;
        return parties.stream()
                .filter(party -> party.path("municipalityId").equals(asked.path("municipalityId")))
                .filter(party -> party.path(by).equals(asked.path(by)))
                .findFirst()
                .map(party -> Answer.json(200, Map.of(wanted, party.path(wanted).asText())))
                .orElseThrow(() -> new Refusal(404, "Nobody has it"));
    }
}
