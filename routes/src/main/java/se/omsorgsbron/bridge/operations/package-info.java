/** What operations see: health of the bridge and of each system, and the warm-up before the bridge counts as ready. */
package se.omsorgsbron.bridge.operations;
