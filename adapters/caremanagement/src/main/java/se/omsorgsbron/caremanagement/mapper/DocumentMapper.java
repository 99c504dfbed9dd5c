package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.wire.Resource;

/** {@code Document}: handling i ett ärende, of which genomförandeplaner and handlingsplaner are read. */
public final class DocumentMapper {
    private static final String EXPECTED_TYPE = "a type in the municipality's table: as a kind of plan, or as ignored";
    private static final Pattern ANSWER = Pattern.compile("(ja|nej)\\b[\\s,.:;–-]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\b[\\s,.:;–-]*");

    private DocumentMapper() {}

    /**
     * One fact about the person, once the document is locked: until then it is a draft, of which everything is unused. A plan that does
     * not say whether the person took part, or when it is followed up, is held, because neither is guessed.
     */
    public static Mapped<List<Fact>> toPlan(JsonNode record, Whose.Known whose, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("id");
        String typeText = fields.requiredText("type");
        fields.requiredText("status");
        boolean draft = !fields.code("status", CodeTables.LOCKED).orElse(true);
        if (draft || context.texts().ignoredDocuments().contains(typeText)) {
            return Fields.of(record, context.zone()).mapped(List::of);
        }
        Optional<PlanType> type = Optional.ofNullable(context.texts().plans().get(typeText));
        if (type.isEmpty()) {
            if (!typeText.isEmpty()) {
                fields.report(Reason.UNKNOWN_CODE, "type", typeText.length() + " characters", EXPECTED_TYPE);
            }
            return fields.mapped(List::of);
        }
        fields.id("errandId");
        fields.text("heading");
        Map<String, PlanPart> labels = context.texts().labels();
        PlanText text = PlanText.read(fields.requiredText("text"), labels);
        LocalDate established = fields.requiredDate("documentDateTime");
        Optional<SubjectKey> author = fields.text("createdBy").map(Keys::user);
        Plan plan = new Plan(
                type.get(),
                Optional.empty(),
                author,
                Optional.empty(),
                established,
                Optional.empty(),
                participation(fields, text),
                followUp(fields, text),
                text.texts(PlanPart.GOAL).stream().map(FreeText::new).toList(),
                text.activities(),
                text.first(PlanPart.IMPORTANT).map(FreeText::new),
                text.rest(labels));
        return fields.mapped(() -> List.of(new Fact(
                Resource.DOCUMENTS.source(id),
                whose.key(),
                plan,
                Set.of(),
                author.map(Set::of).orElseGet(Set::of),
                fields.instant("modified"))));
    }

    private static Plan.Participation participation(Fields fields, PlanText text) {
        String said = text.first(PlanPart.PARTICIPATION).orElse("");
        Matcher answer = ANSWER.matcher(said);
        if (!answer.lookingAt()) {
            missing(fields, said, "a line that says whether the person took part: the label, then ja or nej");
            return new Plan.Participation(false, Optional.empty());
        }
        boolean yes = answer.group(1).toLowerCase(Locale.ROOT).equals("ja");
        return new Plan.Participation(yes, comment(said, answer));
    }

    private static Plan.FollowUp followUp(Fields fields, PlanText text) {
        String said = text.first(PlanPart.FOLLOW_UP).orElse("");
        Matcher day = DAY.matcher(said);
        Optional<LocalDate> date = day.lookingAt() ? date(day.group(1)) : Optional.empty();
        if (date.isEmpty()) {
            missing(
                    fields,
                    said,
                    "a line that says when the plan is followed up next: the label, then a day such as 2026-11-24");
            return new Plan.FollowUp(LocalDate.EPOCH, Optional.empty());
        }
        return new Plan.FollowUp(date.get(), comment(said, day));
    }

    private static void missing(Fields fields, String said, String expected) {
        String found = said.isEmpty() ? "nothing" : said.length() + " characters that do not say it";
        fields.report(Reason.MISSING_FIELD, "text", found, expected);
    }

    private static Optional<FreeText> comment(String said, Matcher before) {
        return Optional.of(said.substring(before.end()).strip())
                .filter(rest -> !rest.isEmpty())
                .map(FreeText::new);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
