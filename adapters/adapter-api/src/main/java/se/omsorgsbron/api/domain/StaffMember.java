package se.omsorgsbron.api.domain;

import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.identity.HsaId;

/**
 * Medarbetare: a member of the provider's staff. A personnummer is deliberately no part of it: it is only a {@link SubjectKey},
 * which never leaves.
 *
 * @param name as the source has it
 * @param hsaId where the source has one
 * @param title titel: a claim, no proof of it
 * @param telecoms work telephone and e-mail
 * @param active whether the person still works there
 */
public record StaffMember(
        PersonName name, Optional<HsaId> hsaId, String title, List<ContactPoint> telecoms, boolean active)
        implements FactContent {}
