/** Reads the sources at intervals and stores what they say. */
package se.omsorgsbron.bridge.observe;
