package se.omsorgsbron.bridge.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.bridge.disclosure.DisclosureTable.Row;
import se.omsorgsbron.bridge.disclosure.Permission.Denied;
import se.omsorgsbron.bridge.disclosure.Permission.Granted;
import se.omsorgsbron.bridge.disclosure.Permission.Lack;
import se.omsorgsbron.bridge.disclosure.Permission.Refusal;

/** What one recipient may have of one person on one day: the table's answers. Pure. */
public final class Permissions {
    private static final Comparator<Recorded> BY_START = Comparator.comparing(Permissions::start)
            .thenComparing(recorded -> recorded.source().id());

    private final DisclosureTable table;
    private final Circumstances given;
    /** Each is asked for several times: of the record, and for the audit. */
    private final Map<Question, Permission> answers = new ConcurrentHashMap<>();

    private record Question(DisclosedConcept concept, String part) {}

    Permissions(DisclosureTable table, Circumstances given) {
        this.table = table;
        this.given = given;
    }

    /** Whether that part may leave: by the first row whose ground is in force. */
    public Permission of(DisclosedConcept concept, String part) {
        return answers.computeIfAbsent(new Question(concept, part), question -> answer(concept, part));
    }

    private Permission answer(DisclosedConcept concept, String part) {
        List<Refusal> refusals = new ArrayList<>();
        for (Row row : table.rows(given.recipient(), concept, part)) {
            Permission permission = hides(concept, part) ? denied(row, Lack.PROTECTED) : by(row);
            if (permission instanceof Granted) {
                return permission;
            }
            refusals.addAll(((Denied) permission).refusals());
        }
        return new Denied(refusals);
    }

    NightWords nightWords() {
        return table.night();
    }

    boolean allows(DisclosedConcept concept, String part) {
        return of(concept, part) instanceof Granted;
    }

    boolean allows(TeamRole role) {
        return allows(DisclosedConcept.of(role), role.code());
    }

    boolean allows(NoteKind kind) {
        return allows(DisclosedConcept.NOTES, kind.code());
    }

    /**
     * Privacy: of a protected person only the contacts and the case officer leave. Everybody else in the team could be named after
     * the person or live with them, and a text can name them or the place.
     */
    private boolean hides(DisclosedConcept concept, String part) {
        boolean open = concept == DisclosedConcept.CONTACTS || part.equals(TeamRole.CASE_OFFICER.code());
        return given.isProtected() && !open;
    }

    private Permission by(Row row) {
        boolean blocked = inForce(row, Kind.BLOCK).findAny().isPresent();
        if (blocked) {
            return denied(row, Lack.BLOCKED);
        }
        return switch (row.ground()) {
            case SAME_MUNICIPALITY -> run(row, OperatedBy.MUNICIPALITY, Lack.NOT_SAME_MUNICIPALITY);
            case PRIVATE_PROVIDER -> run(row, OperatedBy.PRIVATE_PROVIDER, Lack.NOT_PRIVATE_PROVIDER);
            case CONSENT -> consent(row);
            case SVOD -> svod(row);
            case HARM_TEST -> harmTest(row);
        };
    }

    private Permission run(Row row, OperatedBy needed, Lack otherwise) {
        return given.operatedBy() == needed ? new Granted(row, Optional.empty()) : denied(row, otherwise);
    }

    private Permission consent(Row row) {
        Optional<Recorded> consent = latest(row, Kind.CONSENT);
        Optional<LocalDate> withdrawal = inForce(row, Kind.CONSENT_WITHDRAWN)
                .map(recorded -> recorded.ground().period().start().orElse(LocalDate.MAX))
                .max(Comparator.naturalOrder());
        if (consent.isEmpty()) {
            return denied(row, withdrawal.isPresent() ? Lack.CONSENT_WITHDRAWN : Lack.NO_CONSENT);
        }
        // Privacy: on the same day, the withdrawal counts.
        boolean withdrawn =
                withdrawal.map(day -> !day.isBefore(start(consent.get()))).orElse(false);
        return withdrawn ? denied(row, Lack.CONSENT_WITHDRAWN) : new Granted(row, consent);
    }

    private Permission svod(Row row) {
        if (inForce(row, Kind.SVOD_INFORMATION).findAny().isEmpty()) {
            return denied(row, Lack.NO_SVOD_INFORMATION);
        }
        return given.served() ? consent(row) : denied(row, Lack.NOT_SERVED);
    }

    private Permission harmTest(Row row) {
        if (row.decision().isPresent()) {
            return new Granted(row, Optional.empty());
        }
        Optional<Recorded> test = latest(row, Kind.HARM_TEST);
        return test.isPresent() ? new Granted(row, test) : denied(row, Lack.NO_HARM_TEST);
    }

    /** The latest that allows and is not older than the row lets it be. */
    private Optional<Recorded> latest(Row row, Kind kind) {
        return inForce(row, kind)
                .filter(recorded -> row.days().isEmpty()
                        || start(recorded).plusDays(row.days().getAsInt()).isAfter(given.day()))
                .max(BY_START);
    }

    private Stream<Recorded> inForce(Row row, Kind kind) {
        return given.grounds().stream()
                .filter(recorded -> recorded.ground().kind() == kind)
                .filter(recorded -> recorded.ground().period().holds(given.day()))
                .filter(recorded -> recorded.ground().scope().covers(given.recipient(), row.concept()));
    }

    private static LocalDate start(Recorded recorded) {
        RecordedGround ground = recorded.ground();
        return ground.period().start().orElse(LocalDate.MIN);
    }

    private static Denied denied(Row row, Lack lack) {
        return new Denied(List.of(new Refusal(row, lack)));
    }
}
