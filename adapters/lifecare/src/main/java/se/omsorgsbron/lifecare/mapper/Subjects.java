package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.lifecare.wire.Resource;

/** Whom a record is about, as far as a record that cannot be read still tells. */
public final class Subjects {
    private Subjects() {}

    /**
     * The key of the subject; empty where not even that can be read. A client goes by its number, valid or not, before its id:
     * the number is what the records that wait for the client point at.
     */
    public static Optional<SubjectKey> of(Resource resource, JsonNode record) {
        return switch (resource) {
            case CLIENTS ->
                key(record, "PersonId", LifecareKeys::personNumber).or(() -> key(record, "Id", LifecareKeys::client));
            case PROVIDER_CONTACT_PERSONNELS, REPORTED_VISITS ->
                key(record, "ClientPersonId", LifecareKeys::personNumber);
            case SOL_DECISIONS, EXECUTIONS, SERVICE_PLANS, RELATIVES, CONTACTS, CLIENT_CRITICAL_INFORMATIONS ->
                key(record, "PersonId", LifecareKeys::personNumber);
            case DOCUMENTATIONS -> key(record, "ExecutionId", LifecareKeys::execution);
            case PERSONNEL -> key(record, "Id", LifecareKeys::personnel);
            case PROVIDER_UNITS -> key(record, "Id", LifecareKeys::unit);
            case PROVIDER_HEADLINES -> Optional.empty();
        };
    }

    private static Optional<SubjectKey> key(JsonNode record, String field, Function<String, SubjectKey> key) {
        JsonNode value = record.path(field);
        boolean readable = value.isIntegralNumber()
                || (value.isTextual() && !value.textValue().isBlank());
        return readable ? Optional.of(key.apply(value.asText())) : Optional.empty();
    }
}
