/**
 * The other way: notes that were written elsewhere go into Lifecare's journal, once each. {@code provider_notes} takes no key by which a
 * second copy could be kept out, and there is no way to ask for what stands there.
 */
package se.omsorgsbron.lifecare.journal;
