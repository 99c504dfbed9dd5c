package se.omsorgsbron.bridge.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.SubjectRecord;

/**
 * In which form a recipient gets what it may have, without the way there. See {@link se.omsorgsbron.api.recipient.Recipient}.
 *
 * @param project puts a record in the recipient's form, given the keys of what it was given before
 * @param check what is wrong with an item
 * @param keyOf the key under which a person's note goes there
 */
public record Form(
        BiFunction<SubjectRecord, Set<String>, List<Item>> project,
        Function<Item, List<Problem>> check,
        BiFunction<UUID, SourceReference, Optional<String>> keyOf) {}
