package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditReader.Numbered;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditTrail;

/** Who was given what in the caller's municipality, as FHIR AuditEvents. */
@RestController
@RequestMapping(path = "/api/audit", produces = "application/json")
public class AuditApi {
    private static final int MOST = 500;

    private final AuditReader reader;
    private final AuditTrail trail;
    private final Persons persons;

    AuditApi(AuditReader reader, AuditTrail trail, Persons persons) {
        this.reader = reader;
        this.trail = trail;
        this.persons = persons;
    }

    /**
     * Events in order, a page at a time.
     *
     * @param after {@code next} of the page before; 0 for the first page
     */
    @GetMapping
    String page(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int count) {
        if (after < 0 || count < 1) {
            throw new Refusal(Refusal.Kind.UNREADABLE);
        }
        List<Numbered> page = reader.page(CallerToken.current().ownMunicipality(), after, Math.min(count, MOST));
        long next = page.isEmpty() ? after : page.get(page.size() - 1).seq();
        return "{\"next\":" + next + ",\"events\":"
                + array(page.stream().map(Numbered::event).toList()) + "}";
    }

    /** Everything about one person; the look is audited itself. */
    @PostMapping(path = "/who-looked", consumes = "application/json")
    String whoLooked(HttpServletRequest request) throws IOException {
        Caller caller = CallerToken.current();
        String municipality = caller.ownMunicipality();
        Body body = Body.read(request.getInputStream());
        Optional<UUID> person = persons.named(body, municipality);
        body.end();
        body.check();
        List<String> events = reader.about(municipality, person.orElseThrow());
        trail.append(AuditRecord.byOperator(
                AuditRecord.Action.ACCESS, municipality, person, caller.client(), List.of(), "who-looked"));
        return array(events);
    }

    private static String array(List<String> events) {
        return events.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
