package se.omsorgsbron.caremanagement.mapper;

import java.util.Optional;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.TeamRole;

/** What a stakeholder is to the person whom an errand is about; a municipality's table says so by the stakeholder's role. */
public sealed interface Role {

    /** Den enskilde: the person whom the errand is about. */
    record Subject() implements Role {}

    /** Fast omsorgskontakt. */
    record Contact(Rank rank) implements Role {}

    /** Somebody else in the team. */
    record Member(TeamRole role) implements Role {}

    /** Known, and not for the bridge. */
    record Ignored() implements Role {}

    /** The role as it is written in the configuration: {@code person}, {@code person-1}, {@code person-2}, {@code ignored} or a team role. */
    static Optional<Role> ofCode(String code) {
        return switch (code) {
            case "person" -> Optional.of(new Subject());
            case "person-1" -> Optional.of(new Contact(Rank.FIRST));
            case "person-2" -> Optional.of(new Contact(Rank.SECOND));
            case "ignored" -> Optional.of(new Ignored());
            default -> TeamRole.ofCode(code).map(Member::new);
        };
    }
}
