/**
 * What an adapter for a recipient implements: put a subject's record in the recipient's form, check it, deliver it. The bridge
 * decides what is disclosed, compares with what the recipient has acknowledged, and remembers the answers.
 */
package se.omsorgsbron.api.recipient;
