/**
 * Measures what the bridge's own guards cost: its delivery beside a comparator that does the same without disclosure, allow-list
 * and audit. The comparator is made here, of classes that the bridge does not have; nothing of the bridge can be told to be it.
 */
package se.omsorgsbron.benchmarks;
