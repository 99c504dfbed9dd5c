/** How the bridge shows other systems who it is. */
package se.omsorgsbron.bridge.access;
