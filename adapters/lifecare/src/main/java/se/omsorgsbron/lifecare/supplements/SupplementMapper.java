package se.omsorgsbron.lifecare.supplements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.ContactRank;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.NotForPatient;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffProtection;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.lifecare.mapper.LifecareKeys;
import se.omsorgsbron.lifecare.wire.Resource;

/** From one row to what it says. Pure. What is wrong is told column by column, without what stands there: it could be a name. */
final class SupplementMapper {
    private final Row row;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> used = new HashSet<>(Set.of("municipality", "date"));

    private SupplementMapper(Row row) {
        this.row = row;
    }

    /**
     * What a row says.
     *
     * @param subject whom it is about
     * @param content what it says
     */
    record Supplement(SubjectKey subject, FactContent content) {}

    /** Reads a row. */
    static Mapped<Supplement> toSupplement(Row row) {
        return new SupplementMapper(row).map();
    }

    private Mapped<Supplement> map() {
        Optional<LocalDate> date = date("date");
        Optional<LocalDate> until = date("until");
        if (date.isPresent() && until.isPresent() && until.get().isBefore(date.get())) {
            problem("until", "a day before that in date", "that day or a later one");
        }
        Optional<Supplement> supplement = content(date, until);
        List<String> unused = row.values().keySet().stream()
                .filter(column -> row.value(column).isPresent() && !used.contains(column))
                .sorted()
                .toList();
        boolean somebody =
                problems.stream().noneMatch(problem -> problem.field().equals("subject"));
        if (supplement.isPresent()
                && somebody
                && SupplementCodes.stops(row.value("kind").orElse(""))) {
            // Privacy: a stop with a mistake in it is a stop; what could not be read of it is told as unused.
            return new Mapped.Value<>(
                    supplement.get(),
                    Stream.concat(unused.stream(), problems.stream().map(Problem::field))
                            .distinct()
                            .toList());
        }
        return problems.isEmpty() && supplement.isPresent()
                ? new Mapped.Value<>(supplement.get(), unused)
                : new Mapped.Rejected<>(problems, unused);
    }

    private Optional<Supplement> content(Optional<LocalDate> date, Optional<LocalDate> until) {
        String kind = value("kind").orElse("");
        Period period = new Period(date, until);
        // Privacy: a protection or a label has no last day that could pass unseen; it counts for as long as its row
        // stands.
        if (!SupplementCodes.WITHOUT_END.contains(kind)) {
            used.add("until");
        }
        if (SupplementCodes.STEPS.containsKey(kind)) {
            return about("client", LifecareKeys::client, id -> step(SupplementCodes.STEPS.get(kind), date, until));
        }
        Optional<RecordedGround.Kind> ground = RecordedGround.Kind.ofCode(kind);
        if (ground.isPresent()) {
            return about("client", LifecareKeys::client, id -> ground(ground.get(), period));
        }
        return switch (kind) {
            case "rank" -> about("contact", LifecareKeys::contact, id -> rank(id, period));
            case "proof-of-title" -> about("personnel", LifecareKeys::personnel, id -> proof(period));
            case SupplementCodes.NOT_FOR_PATIENT -> about("client", LifecareKeys::client, id -> notForPatient());
            case SupplementCodes.PROTECTED -> about("personnel", LifecareKeys::personnel, id -> protection());
            case "signed-routine" -> about("personnel", LifecareKeys::personnel, id -> signature(date));
            default -> {
                problem("kind", shape("kind"), "one of the kinds in the description of the file");
                yield Optional.empty();
            }
        };
    }

    private Optional<Supplement> about(
            String type, Function<String, SubjectKey> key, Function<String, Optional<FactContent>> content) {
        String subject = value("subject").orElse("");
        String id = subject.startsWith(type + ":") ? subject.substring(type.length() + 1) : "";
        if (!SupplementCodes.ID.matcher(id).matches()) {
            problem("subject", shape("subject"), type + ": and the id that Lifecare has, such as " + type + ":110001");
        }
        return content.apply(id).map(c -> new Supplement(key.apply(id), c));
    }

    private Optional<FactContent> step(Step step, Optional<LocalDate> date, Optional<LocalDate> until) {
        Optional<Exemption> exemption =
                step == Step.EXEMPTED ? code("value", SupplementCodes.EXEMPTIONS) : Optional.empty();
        Optional<FreeText> note = value("note").map(FreeText::new);
        return requiredDate(date).map(day -> new ContactStep(step, day, until, exemption, note));
    }

    private Optional<FactContent> rank(String id, Period period) {
        return code("value", SupplementCodes.RANKS)
                .map(rank -> new ContactRank(Resource.PROVIDER_CONTACT_PERSONNELS.source(id), rank, period));
    }

    private Optional<FactContent> proof(Period period) {
        return code("value", SupplementCodes.PROOFS).map(kind -> new ProofOfTitle(kind, period));
    }

    /** Privacy: where it does not say which document, it is all of them. */
    private Optional<FactContent> notForPatient() {
        Optional<SourceReference> document = value("value").flatMap(SupplementCodes::document);
        if (document.isEmpty() && row.value("value").isPresent()) {
            problem("value", shape("value"), "such as note:300123, plan:170012, critical-information:42, or nothing");
        }
        return Optional.of(new NotForPatient(document));
    }

    /** Privacy: where it does not say which protection, it is one all the same. */
    private Optional<FactContent> protection() {
        return Optional.of(
                new StaffProtection(code("value", SupplementCodes.PROTECTIONS).orElse(ProtectedIdentity.UNKNOWN)));
    }

    private Optional<FactContent> signature(Optional<LocalDate> date) {
        Optional<String> place = value("value");
        if (place.isEmpty()) {
            problem("value", "nothing", "the place where it was signed");
        }
        Optional<String> routine = value("note");
        return requiredDate(date).map(day -> new SignedRoutine(place.orElse(""), day, routine));
    }

    private Optional<FactContent> ground(RecordedGround.Kind kind, Period period) {
        RecordedGrounds.Read read = RecordedGrounds.read(kind, value("value"), value("note"), period);
        problems.addAll(read.problems());
        return read.ground();
    }

    private Optional<LocalDate> requiredDate(Optional<LocalDate> date) {
        if (row.value("date").isEmpty()) {
            problem("date", "nothing", "a day, such as 2026-11-24");
        }
        return date;
    }

    private Optional<LocalDate> date(String column) {
        Optional<String> text = row.value(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get()));
        } catch (DateTimeException noDate) {
            problem(column, shape(column), "a day, such as 2026-11-24");
            return Optional.empty();
        }
    }

    private <T> Optional<T> code(String column, Map<String, T> table) {
        Optional<T> known = value(column).flatMap(code -> Optional.ofNullable(table.get(code)));
        if (known.isEmpty()) {
            List<String> codes = table.keySet().stream().sorted().toList();
            problem(column, shape(column), "one of " + String.join(", ", codes));
        }
        return known;
    }

    private Optional<String> value(String column) {
        used.add(column);
        return row.value(column);
    }

    private String shape(String column) {
        return row.value(column).map(text -> text.length() + " characters").orElse("nothing");
    }

    private void problem(String column, String found, String expected) {
        problems.add(new Problem(Reason.BAD_SUPPLEMENT, column, found, expected));
    }
}
