package se.omsorgsbron.api.domain;

import java.util.List;

/**
 * Someone who matters to the person and is not staff of the provider: anhörig, god man, läkare, biståndshandläggare and the
 * other roles of D25.
 *
 * @param role the role
 * @param name as the source has it
 * @param relation relation in the source's words, may be empty
 * @param telecoms how to reach them
 */
public record TeamMember(TeamRole role, PersonName name, String relation, List<ContactPoint> telecoms)
        implements FactContent {}
