/**
 * What others send to the bridge, instead of being read: stored before they are answered, known again by their own id, and a fact like
 * those of any source from then on.
 */
package se.omsorgsbron.bridge.intake;
