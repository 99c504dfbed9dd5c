package se.omsorgsbron.bridge.config;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.bridge.config.BridgeConfiguration.CaseSystem;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Journal;

/** What is wrong with a municipality's case system, which is Lifecare. */
final class LifecareCheck {
    private static final Set<String> PLAN_PARTS = Set.of("how", "when", "by-whom", "goal", "action-plan");

    private final ConfigurationCheck check;
    private final String at;
    private final CaseSystem system;

    /**
     * @param check takes what is wrong, and checks what every system has
     * @param at the setting
     */
    LifecareCheck(ConfigurationCheck check, String at, CaseSystem system) {
        this.check = check;
        this.at = at;
        this.system = system;
    }

    void check() {
        if (!"lifecare".equals(system.type())) {
            check.wrong(at + ".type", "must be 'lifecare', the only case system that this bridge has an adapter for");
        }
        check.url(at + ".url", system.url());
        if (ConfigurationCheck.blank(system.domain())) {
            check.wrong(at + ".domain", "is missing: write Lifecare's domain id");
        }
        check.secret(at + ".key", system.key(), system.keyFile());
        if (system.pageSize() < 1) {
            check.wrong(at + ".page-size", "must be 1 or more");
        }
        check.positive(at + ".timeout", system.timeout());
        system.headlines().notes().keySet().stream()
                .filter(kind -> !"ignored".equals(kind) && NoteKind.ofCode(kind).isEmpty())
                .forEach(kind -> check.wrong(
                        at + ".headlines.notes." + kind,
                        "is no kind of note: write one of " + codes(NoteKind.values(), NoteKind::code)
                                + " or ignored"));
        system.headlines().plan().keySet().stream()
                .filter(part -> !PLAN_PARTS.contains(part))
                .forEach(part -> check.wrong(
                        at + ".headlines.plan." + part,
                        "is no part of a plan: write one of "
                                + String.join(", ", PLAN_PARTS.stream().sorted().toList())));
        system.relations().keySet().stream()
                .filter(role -> TeamRole.ofCode(role).isEmpty())
                .forEach(role -> check.wrong(
                        at + ".relations." + role,
                        "is no role in a team: write one of " + codes(TeamRole.values(), TeamRole::code)));
        if (system.journal() != null) {
            journal(at + ".journal", system.journal());
        }
        if (system.supplements() != null && !Files.isReadable(system.supplements())) {
            check.wrong(at + ".supplements", "names a file that does not exist or cannot be read");
        }
    }

    private void journal(String at, Journal journal) {
        if (journal.personnelId() == null || journal.personnelId() < 1) {
            check.wrong(
                    at + ".personnel-id",
                    "is missing: write the id of the personnel under whom the bridge's notes stand");
        }
        if (ConfigurationCheck.blank(journal.personnelTitle())) {
            check.wrong(at + ".personnel-title", "is missing: write the title of that personnel");
        }
        if (journal.headlines().isEmpty()) {
            check.wrong(at + ".headlines", "is empty: write which headline each kind of note is written under");
        }
        journal.headlines().keySet().stream()
                .filter(kind -> NoteKind.ofCode(kind).isEmpty())
                .forEach(kind -> check.wrong(
                        at + ".headlines." + kind,
                        "is no kind of note: write one of " + codes(NoteKind.values(), NoteKind::code)));
    }

    private static <T> String codes(T[] values, Function<T, String> code) {
        return String.join(", ", Arrays.stream(values).map(code).toList());
    }
}
