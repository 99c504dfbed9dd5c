/**
 * What answers over HTTP. {@link se.omsorgsbron.bridge.entrance.EntranceSecurity} has the one table of who may come where; no address
 * names a municipality, because the caller's own is the only one that is looked at.
 */
package se.omsorgsbron.bridge.entrance;
