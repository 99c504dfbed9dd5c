package se.omsorgsbron.api.domain;

import java.util.Optional;

/**
 * Utförarenhet: the unit of a provider (utförare, anordnare) that gives the help.
 *
 * @param name the unit's name
 * @param provider the provider's name, where the source has it
 * @param active whether it is in use
 */
public record ProviderUnit(String name, Optional<String> provider, boolean active) implements FactContent {}
