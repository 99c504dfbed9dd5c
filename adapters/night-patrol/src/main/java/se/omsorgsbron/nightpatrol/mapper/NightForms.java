package se.omsorgsbron.nightpatrol.mapper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.Vacancy;
import se.omsorgsbron.api.record.StaffRecord;

/** The entries of {@code docs/night-patrol-api.yaml} as JSON. What there is nothing of is left out. */
final class NightForms {
    private static final JsonMapper JSON = new JsonMapper();

    private NightForms() {}

    static ObjectNode person(PersonRecord record) {
        ObjectNode form = JSON.createObjectNode();
        boolean hidden = record.person().protection().isProtected();
        form.put("number", record.person().number().value());
        // Privacy: the name of a protected person does not leave, whoever asks.
        form.put("name", (hidden ? PersonName.PROTECTED : record.person().name()).full());
        form.put("protected", hidden);
        return form;
    }

    static ObjectNode contacts(PersonRecord record) {
        ObjectNode form = about(record);
        ArrayNode contacts = form.putArray("contacts");
        record.contacts().stream().filter(Contact::active).forEach(contact -> contact(contacts.addObject(), contact));
        ArrayNode vacancies = form.putArray("vacancies");
        record.vacancies().forEach(vacancy -> vacancy(vacancies.addObject(), vacancy));
        ArrayNode team = form.putArray("team");
        record.team().forEach(member -> member(team.addObject(), member));
        return form;
    }

    private static void contact(ObjectNode form, Contact contact) {
        contact.rank().map(Rank::number).ifPresent(rank -> form.put("person", rank));
        form.put("staff", "staff/" + contact.staff());
        contact.period().start().ifPresent(day -> form.put("since", day.toString()));
    }

    private static void vacancy(ObjectNode form, Vacancy vacancy) {
        form.put("person", vacancy.rank().number());
        form.put("why", vacancy.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    private static void member(ObjectNode form, Member entry) {
        form.put("role", entry.member().role().code());
        name(form, entry.member().name());
        text(form, "relation", entry.member().relation());
        points(form, entry.member().telecoms());
    }

    static ObjectNode plan(PersonRecord record, PlanEntry entry) {
        Plan plan = entry.plan();
        ObjectNode form = about(record);
        form.put("type", plan.type().code());
        form.put("established", plan.established().toString());
        ArrayNode activities = form.putArray("activities");
        plan.activities().forEach(activity -> activity(activities.addObject(), activity));
        plan.important().ifPresent(text -> form.put("important", text.value()));
        if (!plan.other().isEmpty()) {
            ArrayNode other = form.putArray("other");
            plan.other().forEach(text -> other.add(text.value()));
        }
        labels(form, entry.notForPatient());
        return form;
    }

    private static void activity(ObjectNode form, PlanActivity activity) {
        form.put("what", activity.service());
        free(form, "how", activity.how());
        free(form, "when", activity.when());
        free(form, "byWhom", activity.byWhom());
    }

    static ObjectNode note(PersonRecord record, NoteEntry entry) {
        ObjectNode form = about(record);
        form.put("kind", entry.note().kind().code());
        form.put("occurred", entry.note().occurred().toString());
        ObjectNode author = form.putObject("author");
        name(author, entry.note().authorName());
        text(author, "title", entry.note().authorTitle());
        form.put("text", entry.note().text().value());
        labels(form, entry.notForPatient());
        return form;
    }

    static ObjectNode staff(StaffRecord record) {
        ObjectNode form = JSON.createObjectNode();
        boolean hidden = record.protection().isProtected();
        // Privacy: a protected member of staff is reached through the unit.
        form.put("name", (hidden ? PersonName.PROTECTED : record.staff().name()).full());
        text(form, "title", record.staff().title());
        form.put("active", record.present() && record.staff().active());
        points(form, hidden ? List.of() : record.staff().telecoms());
        return form;
    }

    private static ObjectNode about(PersonRecord record) {
        return JSON.createObjectNode().put("person", "person/" + record.id());
    }

    private static void labels(ObjectNode form, boolean notForPatient) {
        if (notForPatient) {
            form.put("notForPatient", true);
        }
    }

    private static void points(ObjectNode form, List<ContactPoint> points) {
        for (Medium medium : Medium.values()) {
            List<String> values = points.stream()
                    // Privacy: what the source guards never leaves.
                    .filter(point -> point.medium() == medium && !point.guarded())
                    .map(ContactPoint::value)
                    .toList();
            if (!values.isEmpty()) {
                ArrayNode array = form.putArray(medium == Medium.PHONE ? "telephones" : "emails");
                values.forEach(array::add);
            }
        }
    }

    private static void name(ObjectNode form, PersonName name) {
        text(form, "name", name.full());
    }

    private static void text(ObjectNode form, String field, String text) {
        if (!text.isEmpty()) {
            form.put(field, text);
        }
    }

    private static void free(ObjectNode form, String field, Optional<FreeText> text) {
        text.ifPresent(value -> form.put(field, value.value()));
    }
}
