package se.omsorgsbron.nightpatrol.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.LifeArea;
import se.omsorgsbron.api.domain.Visit;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolVisit;

/** {@code Visit} of {@code docs/night-patrol-api.yaml}. */
public final class PatrolVisitMapper {
    private static final Map<String, Visit.NotDone> NOT_DONE =
            Arrays.stream(Visit.NotDone.values()).collect(Collectors.toMap(Visit.NotDone::code, Function.identity()));
    private static final Map<String, LifeArea> HELP =
            Arrays.stream(LifeArea.values()).collect(Collectors.toMap(LifeArea::code, Function.identity()));

    private PatrolVisitMapper() {}

    /** The visit, or all that is wrong with it. */
    public static Mapped<PatrolVisit> toVisit(JsonNode json) {
        Fields fields = Fields.of(json);
        String id = PatrolMapper.id(fields, "id");
        Optional<IdentityNumber> person = PatrolMapper.person(fields);
        Optional<PatrolNote.Author> staff = PatrolMapper.author(fields, "staff");
        Instant start = fields.requiredInstant("start");
        Optional<Instant> end = fields.instant("end");
        if (end.filter(at -> at.isBefore(start)).isPresent()) {
            fields.report(Reason.NOT_A_DATE, "end", "a time before 'start'", "a time from 'start' on");
        }
        Optional<Boolean> done = fields.flag("done");
        fields.requirePresent("done");
        Optional<Visit.NotDone> notDone = fields.code("notDone", NOT_DONE);
        List<LifeArea> help = fields.codes("help", HELP);
        done.ifPresent(is -> agree(fields, is, notDone.isPresent(), end.isPresent() || !help.isEmpty()));
        Optional<String> corrects = PatrolMapper.corrects(fields);
        return fields.mapped(() ->
                new PatrolVisit(id, person.orElseThrow(), staff.orElseThrow(), start, end, notDone, help, corrects));
    }

    /** A visit that took place has no reason why not, and one that did not has a reason, no end and no help. */
    private static void agree(Fields fields, boolean done, boolean hasReason, boolean hasOutcome) {
        if (done && hasReason) {
            fields.report(Reason.NOT_JSON, "notDone", "a reason", "none, because 'done' is true");
        }
        if (!done) {
            if (!hasReason) {
                fields.requirePresent("notDone");
            }
            if (hasOutcome) {
                fields.report(Reason.NOT_JSON, "done", "false beside 'end' or 'help'", "a visit that took place");
            }
        }
    }
}
