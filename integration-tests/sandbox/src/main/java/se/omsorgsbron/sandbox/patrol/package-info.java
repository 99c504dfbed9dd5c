/** The night patrols of a town, a process of its own: they read the bridge's changes and write notes, by docs/night-patrol-api.yaml. */
package se.omsorgsbron.sandbox.patrol;
