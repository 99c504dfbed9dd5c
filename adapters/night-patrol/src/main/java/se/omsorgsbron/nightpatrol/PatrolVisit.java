package se.omsorgsbron.nightpatrol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.LifeArea;
import se.omsorgsbron.api.domain.Visit;
import se.omsorgsbron.api.identity.IdentityNumber;

/**
 * A visit as the patrol sent it.
 *
 * @param id the sender's own, by which the same visit is known again
 * @param person who was visited
 * @param staff who visited
 * @param start when it began, or was to begin
 * @param end when it ended; empty while it goes on, and where it did not take place
 * @param notDone why it did not take place; empty where it did
 * @param help with what help was given
 * @param corrects the sender's id of the visit whose place this one takes
 */
public record PatrolVisit(
        String id,
        IdentityNumber person,
        PatrolNote.Author staff,
        Instant start,
        Optional<Instant> end,
        Optional<Visit.NotDone> notDone,
        List<LifeArea> help,
        Optional<String> corrects) {
    public PatrolVisit {
        help = List.copyOf(help);
    }
}
