package se.omsorgsbron.sandbox.lifecare;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Answers every request to WireMock. The {@code Date} header is the source's time, which the bridge reads. */
final class Responder implements ResponseDefinitionTransformerV2 {

    private final LifecareApi lifecare;
    private final SandboxApi sandbox;
    private final AccessLog accessLog;
    private final Clock clock;

    Responder(LifecareApi lifecare, SandboxApi sandbox, AccessLog accessLog, Clock clock) {
        this.lifecare = lifecare;
        this.sandbox = sandbox;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "lifecare";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String method = request.getMethod().value();
        Answer answer = answer(method, request);
        if (!answer.path().startsWith(SandboxApi.BASE)) {
            accessLog.write(method, answer);
        }
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition();
        if (answer.drop()) {
            return response.withFixedDelay(answer.delayMs())
                    .withFault(Fault.EMPTY_RESPONSE)
                    .build();
        }
        return response.withStatus(answer.status())
                .withHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)))
                .withHeader("Content-Type", answer.contentType())
                .withBody(answer.body().getBytes(StandardCharsets.UTF_8))
                .withFixedDelay(answer.delayMs())
                .build();
    }

    private Answer answer(String method, Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String path = URLDecoder.decode(mark < 0 ? url : url.substring(0, mark), StandardCharsets.UTF_8);
        return path.startsWith(SandboxApi.BASE)
                ? sandbox.answer(method, path, request.getBody())
                : lifecare.answer(method, path, mark < 0 ? "" : url.substring(mark + 1), request.getBody());
    }
}
