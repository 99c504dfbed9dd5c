/** The command line of the bridge. */
package se.omsorgsbron.bridge.command;
