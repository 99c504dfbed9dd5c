/**
 * The domain: what is known about a person with home care, as facts from a source. English names; the Swedish term stands
 * first in each Javadoc. Personal values (names, texts, addresses, telephones) mask themselves in {@code toString}.
 */
package se.omsorgsbron.api.domain;
