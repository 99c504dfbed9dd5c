/** Starts a town in a box: every system a process of its own, and the bridge as it is shipped. */
package se.omsorgsbron.sandbox.launch;
