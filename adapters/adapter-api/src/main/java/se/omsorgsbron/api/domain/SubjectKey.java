package se.omsorgsbron.api.domain;

import java.util.Objects;

/**
 * A name under which a source knows a subject: a client id, a number, a signature, an execution that belongs to a person. The
 * ledger resolves it to the subject. The value can be an identity number, so the text form is masked.
 *
 * @param kind what it names
 * @param system which naming, such as {@code lifecare/client-id}
 * @param value the name in it
 */
public record SubjectKey(SubjectKind kind, String system, String value) {
    public SubjectKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return kind + " " + system + "[masked]";
    }
}
