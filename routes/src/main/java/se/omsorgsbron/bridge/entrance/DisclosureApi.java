package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.operations.DisclosureWords;
import se.omsorgsbron.bridge.operations.Explanations;

/** What of a person leaves to a recipient, what does not, and why. */
@RestController
@RequestMapping(path = "/api/disclosure", produces = "application/json")
public class DisclosureApi {
    private final BridgeConfiguration configuration;
    private final Persons persons;
    private final Explanations explanations;
    private final Clock clock;

    DisclosureApi(BridgeConfiguration configuration, Persons persons, Explanations explanations, Clock clock) {
        this.configuration = configuration;
        this.persons = persons;
        this.explanations = explanations;
        this.clock = clock;
    }

    @PostMapping(path = "/explain", consumes = "application/json")
    String explain(HttpServletRequest request) throws IOException {
        String code = CallerToken.current().ownMunicipality();
        Municipality municipality = configuration.municipalities().get(code);
        Body body = Body.read(request.getInputStream());
        Optional<UUID> person = persons.named(body, code);
        List<String> known =
                municipality.recipients().keySet().stream().sorted().toList();
        String expected = "one of " + String.join(", ", known);
        String recipient = body.text("recipient", expected).orElse("");
        if (!recipient.isEmpty() && !known.contains(recipient)) {
            body.wrong("recipient", recipient.length() + " characters", expected);
        }
        LocalDate day = body.optional("on", "a day, such as 2026-11-24")
                .flatMap(text -> day(body, text))
                .orElseGet(() -> LocalDate.now(clock.withZone(municipality.timeZone())));
        body.end();
        body.check();
        DisclosureWords words = new DisclosureWords(true);
        explanations.explain(words, code, municipality, person.orElseThrow(), recipient, day);
        return words.text();
    }

    private static Optional<LocalDate> day(Body body, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            body.wrong("on", text.length() + " characters", "a day, such as 2026-11-24");
            return Optional.empty();
        }
    }
}
