package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.operations.HeldDesk;
import se.omsorgsbron.bridge.operations.HeldWords;

/** What is held back of the caller's municipality, and what to do about it. */
@RestController
@RequestMapping(path = "/api/held", produces = "application/json")
public class HeldApi {
    private final HeldDesk desk;

    HeldApi(HeldDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String list() {
        return HeldWords.json(desk.list(CallerToken.current().municipality()));
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String show(@PathVariable long id) {
        Caller caller = CallerToken.current();
        return desk.show(caller.municipality(), id, caller.client())
                .map(page -> HeldWords.json(page.item(), page.history()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    }

    @PostMapping("/{id:[0-9]{1,18}}/retry")
    String retry(@PathVariable long id) {
        Caller caller = CallerToken.current();
        return done(id, desk.retry(caller.municipality(), id, caller.client()), "retried");
    }

    @PostMapping(path = "/{id:[0-9]{1,18}}/discard", consumes = "application/json")
    String discard(@PathVariable long id, HttpServletRequest request) throws IOException {
        Body body = Body.read(request.getInputStream());
        String reason = body.text("reason", "why, without personal data, in at most 500 characters")
                .orElse("");
        body.end();
        body.check();
        Caller caller = CallerToken.current();
        return done(id, desk.discard(caller.municipality(), id, caller.client(), reason), "discarded");
    }

    private static String done(long id, boolean done, String state) {
        if (!done) {
            throw new Refusal(Refusal.Kind.NOT_FOUND);
        }
        return HeldWords.done(id, state);
    }
}
