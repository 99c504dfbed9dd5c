/**
 * The town folder: the people, staff and units that the simulated systems are fed with, and what happens to them while
 * the sandbox runs. Reads files and knows no system. Its shape is described in {@code docs/town.md}.
 */
package se.omsorgsbron.sandbox.town;
