/** Where night patrols write, by {@code docs/night-patrol-api.yaml}. */
package se.omsorgsbron.bridge.entrance.patrol;
