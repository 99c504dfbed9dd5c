package se.omsorgsbron.sandbox.caremanagement;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers every request to WireMock, as the faults leave it. */
final class Responder implements ResponseDefinitionTransformerV2 {

    static final String NAME = "caremanagement";

    private final CareManagementApi api;
    private final PartyLookUp parties;
    private final SandboxApi sandbox;
    private final AccessLog accessLog;

    Responder(CareManagementApi api, PartyLookUp parties, SandboxApi sandbox, AccessLog accessLog) {
        this.api = api;
        this.parties = parties;
        this.sandbox = sandbox;
        this.accessLog = accessLog;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Answer answer = answer(event.getRequest());
        ResponseDefinitionBuilder response =
                ResponseDefinitionBuilder.responseDefinition().withFixedDelay(answer.delayMs());
        if (answer.drop()) {
            return response.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)
                    .build();
        }
        answer.location().ifPresent(location -> response.withHeader("Location", location));
        return response.withStatus(answer.status())
                .withHeader("Content-Type", answer.contentType())
                .withBody(answer.body().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private Answer answer(Request request) {
        Call call = Call.of(
                request.getMethod().value(),
                request.getUrl(),
                Optional.ofNullable(request.getHeader("X-Sent-By")),
                request.getBody());
        if (call.path().get(0).equals(SandboxApi.PATH)) {
            return answered(call);
        }
        boolean party = call.path().get(0).equals(PartyLookUp.PATH);
        String resource = party ? PartyLookUp.PATH : CareManagementApi.resource(call);
        Optional<Fault> fault = sandbox.faults().meet(resource, call.method());
        Answer whole = fault.filter(Fault::prevents).isPresent() ? Answer.empty(500) : answered(call);
        Answer answer = fault.map(met -> met.spoil(whole)).orElse(whole);
        accessLog.write(call.method(), resource, answer);
        return answer;
    }

    private Answer answered(Call call) {
        try {
            return switch (call.path().get(0)) {
                case SandboxApi.PATH -> sandbox.answer(call);
                case PartyLookUp.PATH -> parties.answer(call);
                default -> api.answer(call);
            };
        } catch (Refusal refusal) {
            return Answer.problem(refusal);
        }
    }
}
