package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.operations.RiskDesk;
import se.omsorgsbron.bridge.operations.RiskWords;

/** Who has received and who has seen each risk in the caller's municipality. */
@RestController
@RequestMapping(path = "/api/risks", produces = "application/json")
public class RisksApi {
    private final RiskDesk desk;
    private final Persons persons;

    RisksApi(RiskDesk desk, Persons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @GetMapping
    String list() {
        return RiskWords.json(desk.list(Optional.of(CallerToken.current().ownMunicipality())));
    }

    @PostMapping(path = "/search", consumes = "application/json")
    String search(HttpServletRequest request) throws IOException {
        Body body = Body.read(request.getInputStream());
        Caller caller = CallerToken.current();
        Optional<UUID> person = persons.named(body, caller.ownMunicipality());
        body.end();
        body.check();
        return RiskWords.json(desk.of(caller.ownMunicipality(), person.orElseThrow(), caller.client()));
    }
}
