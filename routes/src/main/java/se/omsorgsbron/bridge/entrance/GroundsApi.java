package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.operations.GroundDesk;

/** Grounds for disclosure in the caller's municipality: recorded, read and taken back. */
@RestController
@RequestMapping(path = "/api/grounds", produces = "application/json")
public class GroundsApi {
    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final GroundDesk desk;
    private final Persons persons;
    private final Channels channels;

    GroundsApi(GroundDesk desk, Persons persons, Channels channels) {
        this.desk = desk;
        this.persons = persons;
        this.channels = channels;
    }

    @GetMapping(ID)
    String show(@PathVariable UUID id) {
        return kept(id);
    }

    @PostMapping(path = "/search", consumes = "application/json")
    String search(HttpServletRequest request) throws IOException {
        Body body = Body.read(request.getInputStream());
        String municipality = CallerToken.current().ownMunicipality();
        Optional<UUID> person = persons.named(body, municipality);
        body.end();
        body.check();
        return GroundJson.write(desk.of(municipality, person.orElseThrow()));
    }

    @PutMapping(path = ID, consumes = "application/json")
    ResponseEntity<String> record(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        Caller caller = CallerToken.current();
        String municipality = caller.ownMunicipality();
        Body body = Body.read(request.getInputStream());
        Optional<UUID> person = persons.named(body, municipality);
        Optional<RecordedGround> ground = GroundJson.read(body, channels.recipients(municipality));
        body.end();
        body.check();
        GroundDesk.Outcome outcome =
                desk.record(municipality, id, person.orElseThrow(), ground.orElseThrow(), caller.client());
        return switch (outcome) {
            case RECORDED -> ResponseEntity.status(201).body(kept(id));
            case KEPT -> ResponseEntity.ok(kept(id));
            case ID_TAKEN -> throw new Refusal(Refusal.Kind.CONFLICT);
        };
    }

    @DeleteMapping(ID)
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        Caller caller = CallerToken.current();
        if (!desk.remove(caller.ownMunicipality(), id, caller.client())) {
            throw new Refusal(Refusal.Kind.NOT_FOUND);
        }
        return ResponseEntity.noContent().build();
    }

    private String kept(UUID id) {
        return desk.find(CallerToken.current().ownMunicipality(), id)
                .map(kept -> GroundJson.write(kept).toString())
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    }
}
