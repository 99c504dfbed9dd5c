package se.omsorgsbron.nightpatrol.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolWithdrawal;

/** {@code Note} and {@code Withdrawal} of {@code docs/night-patrol-api.yaml}. A time without an offset is no time: nobody guesses. */
public final class PatrolMapper {
    /** Characters. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_NAME = 200;
    /** No name and no text fits: ids stand in addresses and logs of other systems. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private static final Map<String, NoteKind> KINDS =
            Arrays.stream(NoteKind.values()).collect(Collectors.toMap(NoteKind::code, Function.identity()));

    private PatrolMapper() {}

    /** The note, or all that is wrong with it. */
    public static Mapped<PatrolNote> toNote(JsonNode json) {
        Fields fields = Fields.of(json);
        String id = id(fields, "id");
        Optional<IdentityNumber> person = person(fields);
        Optional<NoteKind> kind = required(fields, "kind", fields.code("kind", KINDS));
        Instant occurred = fields.requiredInstant("occurred");
        Optional<PatrolNote.Author> author = author(fields, "author");
        String text = text(fields);
        boolean followUp = fields.flag("followUpWanted").orElse(false);
        Optional<String> corrects = corrects(fields);
        return fields.mapped(() -> new PatrolNote(
                id,
                person.orElseThrow(),
                kind.orElseThrow(),
                occurred,
                author.orElseThrow(),
                new FreeText(text),
                followUp,
                corrects));
    }

    /** The withdrawal, or all that is wrong with it. */
    public static Mapped<PatrolWithdrawal> toWithdrawal(JsonNode json) {
        Fields fields = Fields.of(json);
        String id = id(fields, "id");
        String withdraws = id(fields, "withdraws");
        return fields.mapped(() -> new PatrolWithdrawal(id, withdraws));
    }

    /** The sender's id of what this corrects, where it corrects anything. */
    static Optional<String> corrects(Fields fields) {
        return fields.text("corrects").isPresent() ? Optional.of(id(fields, "corrects")) : Optional.empty();
    }

    /** One of the sender's own ids. */
    static String id(Fields fields, String name) {
        String id = fields.requiredText(name);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.report(
                    Reason.NOT_JSON,
                    name,
                    id.length() + " characters",
                    "at most 100 letters, digits and . _ : - without anything of a person in them");
        }
        return id;
    }

    /** Whom it is about. */
    static Optional<IdentityNumber> person(Fields fields) {
        String number = fields.requiredText("person");
        Optional<IdentityNumber> person = IdentityNumbers.parse(number);
        if (!number.isEmpty() && person.isEmpty()) {
            fields.report(
                    Reason.INVALID_IDENTITY_NUMBER,
                    "person",
                    IdentityNumbers.describe(number),
                    IdentityNumbers.EXPECTED);
        }
        return person;
    }

    /** Who wrote or did it. */
    static Optional<PatrolNote.Author> author(Fields fields, String field) {
        Optional<PatrolNote.Author> author = fields.child(field).map(PatrolMapper::author);
        if (author.isEmpty()) {
            fields.requirePresent(field);
        }
        return author;
    }

    private static PatrolNote.Author author(Fields author) {
        String name = shortText(author, "name", author.requiredText("name"));
        String title = shortText(author, "title", author.text("title").orElse(""));
        Optional<String> written = author.text("hsaId");
        Optional<HsaId> hsaId = written.flatMap(HsaId::parse);
        if (written.isPresent() && hsaId.isEmpty()) {
            author.report(Reason.INVALID_HSA_ID, "hsaId", written.get().length() + " characters", HsaId.EXPECTED);
        }
        return new PatrolNote.Author(new PersonName("", name), title, hsaId);
    }

    private static String shortText(Fields fields, String name, String text) {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            fields.report(
                    Reason.NOT_JSON,
                    name,
                    text.length() + " characters",
                    "one line of at most " + LONGEST_NAME + " characters");
        }
        return text;
    }

    private static String text(Fields fields) {
        String text = fields.requiredText("text");
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            fields.report(
                    Reason.NOT_JSON,
                    "text",
                    text.length() + " characters",
                    "at most " + LONGEST_TEXT + " characters, without NUL; nothing is cut");
        }
        return text;
    }

    private static <T> Optional<T> required(Fields fields, String name, Optional<T> value) {
        if (value.isEmpty()) {
            // Blank counts as nothing.
            fields.requiredText(name);
        }
        return value;
    }
}
