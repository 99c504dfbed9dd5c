package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.operations.DisclosureWords;
import se.omsorgsbron.bridge.operations.Explanations;

/** What of a person leaves to a recipient, what does not, and why. */
@RestController
@RequestMapping(path = "/api/disclosure", produces = "application/json")
public class DisclosureApi {
    private final Channels channels;
    private final Persons persons;
    private final Explanations explanations;
    private final Clock clock;

    DisclosureApi(Channels channels, Persons persons, Explanations explanations, Clock clock) {
        this.channels = channels;
        this.persons = persons;
        this.explanations = explanations;
        this.clock = clock;
    }

    @PostMapping(path = "/explain", consumes = "application/json")
    String explain(HttpServletRequest request) throws IOException {
        String municipality = CallerToken.current().ownMunicipality();
        Body body = Body.read(request.getInputStream());
        Optional<UUID> person = persons.named(body, municipality);
        String expected = "one of " + String.join(", ", channels.recipients(municipality));
        Optional<String> recipient = body.text("recipient", expected);
        Optional<Channel> channel = recipient.flatMap(name -> channels.of(municipality, name));
        if (recipient.isPresent() && channel.isEmpty()) {
            body.wrong("recipient", recipient.get().length() + " characters", expected);
        }
        Optional<LocalDate> on = body.day("on");
        body.end();
        body.check();
        Channel way = channel.orElseThrow();
        DisclosureWords words = new DisclosureWords(true);
        explanations.explain(
                words,
                municipality,
                way.zone(),
                way.policy(),
                person.orElseThrow(),
                on.orElseGet(() -> LocalDate.now(clock.withZone(way.zone()))));
        return words.text();
    }
}
