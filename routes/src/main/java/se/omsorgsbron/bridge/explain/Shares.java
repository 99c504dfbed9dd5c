package se.omsorgsbron.bridge.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.disclosure.Disclosure;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.Recorded;
import se.omsorgsbron.bridge.explain.Explanation.Given;
import se.omsorgsbron.bridge.explain.Explanation.Share;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;
import se.omsorgsbron.bridge.operations.DisclosureWords;

/**
 * What each recipient of a municipality gets. Pure.
 *
 * @param policies what each may have, by name
 * @param forms in which form each gets it; without one for a recipient, only what it may have is told
 */
public record Shares(Map<String, DisclosurePolicy> policies, Map<String, Form> forms) {
    /** Of nobody. */
    public static final Shares NONE = new Shares(Map.of(), Map.of());

    /** What each gets of a record alone. */
    List<Share> of(StandIn alone, SubjectRecord record, LocalDate day) {
        Map<DisclosedConcept, Set<String>> about =
                About.of(alone.facts().facts().stream().map(KeptFact::content));
        return of(alone.facts(), record, about, Map.of(), day).stream()
                // The patient of a stand-in is made up.
                .map(share -> new Share(
                        share.recipient(),
                        share.may(),
                        share.items()
                                .map(items -> items.stream()
                                        .filter(given -> !alone.made()
                                                || !given.item().key().startsWith("Patient/"))
                                        .toList())))
                .toList();
    }

    /**
     * What each gets of a subject.
     *
     * @param about the parts of the disclosure table in question
     * @param delivered keys of the items that each was given before, by its name
     */
    List<Share> of(
            SubjectFacts facts,
            SubjectRecord record,
            Map<DisclosedConcept, ? extends Collection<String>> about,
            Map<String, Set<String>> delivered,
            LocalDate day) {
        List<Share> shares = new ArrayList<>();
        policies.forEach((name, policy) -> {
            Optional<DisclosureWords> may = Optional.empty();
            if (record instanceof PersonRecord person) {
                DisclosureWords words = new DisclosureWords(true);
                words.person(policy.of(person, Recorded.of(facts), day), person, name, day, about);
                may = Optional.of(words);
            }
            SubjectRecord disclosed =
                    Disclosure.apply(policy, facts, record, day).record();
            Set<String> before = delivered.getOrDefault(name, Set.of());
            Optional<List<Given>> items = Optional.ofNullable(forms.get(name))
                    .map(form -> form.project().apply(disclosed, before).stream()
                            .map(item -> new Given(item, form.check().apply(item)))
                            .toList());
            shares.add(new Share(name, may, items));
        });
        return shares;
    }
}
