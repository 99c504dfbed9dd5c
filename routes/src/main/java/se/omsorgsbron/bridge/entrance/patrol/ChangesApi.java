package se.omsorgsbron.bridge.entrance.patrol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.entrance.Body;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.Refusal;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Change;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Page;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Position;
import se.omsorgsbron.nightpatrol.NightPatrolRecipient;

/**
 * What a night patrol may know, as changes in the order of commits. A reader that folds them by {@code key}, from any cursor however
 * old, ends with the current state.
 */
@RestController
@RequestMapping(path = NightPatrolApi.BASE, produces = "application/json")
public class ChangesApi {
    private static final int MOST = 500;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** So many can wait at a time; who comes after them is answered at once. */
    private static final int WAITING = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private final ChangeFeed feed;
    private final Channels channels;
    private final Semaphore waiting = new Semaphore(WAITING);

    ChangesApi(ChangeFeed feed, Channels channels) {
        this.feed = feed;
        this.channels = channels;
    }

    /**
     * @param after the cursor of the last answer; from the beginning without it
     * @param wait how many seconds to wait for a change where there is none
     */
    @GetMapping("/changes")
    String changes(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") String wait,
            @RequestParam(defaultValue = "100") String count) {
        Optional<Position> position = after.isEmpty() ? Optional.empty() : Cursor.read(after);
        if (!after.isEmpty() && position.isEmpty()) {
            throw wrong("after", after.length() + " characters", "'next' of an earlier answer");
        }
        int seconds = number("wait", wait, 0, LONGEST_WAIT_SECONDS);
        int most = number("count", count, 1, MOST);
        Caller caller = reader();
        Page page = read(caller, position, most);
        if (page.changes().isEmpty() && seconds > 0 && waiting.tryAcquire()) {
            try {
                page = await(caller, position, most, page, Duration.ofSeconds(seconds));
            } finally {
                waiting.release();
            }
        }
        boolean begunAnew = position.isPresent()
                && !position.get().generation().equals(page.next().generation());
        return write(page, begunAnew);
    }

    /** That somebody of the patrol has seen entries as they were told; the rung that nobody else can climb. */
    @PostMapping(path = "/seen", consumes = "application/json")
    String seen(HttpServletRequest request) throws IOException {
        JsonNode body = Body.json(request.getInputStream());
        JsonNode seen = body.path("seen");
        if (!seen.isArray() || seen.isEmpty() || seen.size() > MOST || body.size() != 1) {
            throw wrong("seen", "something else", "a list of at most " + MOST + " objects with 'key' and 'version'");
        }
        Caller caller = reader();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode changed = answer.putArray("changedSince");
        for (JsonNode one : seen) {
            String key = one.path("key").asText();
            String version = one.path("version").asText();
            if (!version.matches("[0-9]{1,18}") || key.length() > 100) {
                throw wrong("seen", "an entry without 'key' and 'version'", "both as they stand in the change");
            }
            if (!feed.seen(caller.ownMunicipality(), name(caller), key, Long.parseLong(version))) {
                changed.add(key);
            }
        }
        return answer.toString();
    }

    private Page await(Caller caller, Optional<Position> position, int most, Page first, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        Page page = first;
        while (page.changes().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            page = read(caller, position, most);
        }
        return page;
    }

    private Page read(Caller caller, Optional<Position> position, int most) {
        return feed.after(caller.ownMunicipality(), name(caller), position, most);
    }

    /** A caller whose patrol is kept in step. */
    private Caller reader() {
        Caller caller = CallerToken.current();
        boolean kept = channels.of(caller.ownMunicipality(), name(caller))
                .filter(channel -> channel.recipient() instanceof NightPatrolRecipient)
                .isPresent();
        if (!kept) {
            throw new Refusal(Refusal.Kind.NOT_FOUND);
        }
        return caller;
    }

    private static String name(Caller caller) {
        return caller.recipient().orElseThrow();
    }

    private static String write(Page page, boolean begunAnew) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("reset", begunAnew);
        ArrayNode changes = answer.putArray("changes");
        page.changes().forEach(change -> change(changes.addObject(), change));
        answer.put("next", Cursor.write(page.next()));
        answer.put("more", page.more());
        return answer.toString();
    }

    private static void change(ObjectNode node, Change change) {
        node.put("key", change.key());
        node.put("kind", change.key().substring(0, change.key().indexOf('/')));
        node.put("version", String.valueOf(change.number()));
        node.put("changed", change.at().toString());
        node.put("removed", change.content().isEmpty());
        change.content().ifPresent(content -> node.set("content", parse(content)));
    }

    private static JsonNode parse(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the changes is no JSON");
        }
    }

    private static int number(String name, String text, int least, int most) {
        boolean good = text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        if (!good) {
            throw wrong(name, text.length() + " characters", "a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static Refusal wrong(String field, String found, String expected) {
        return new Refusal(Refusal.Kind.WRONG, List.of(new Problem(Reason.MISSING_FIELD, field, found, expected)));
    }
}
