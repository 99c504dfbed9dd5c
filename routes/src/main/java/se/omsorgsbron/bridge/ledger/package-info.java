/**
 * The ledger in PostgreSQL: facts, work, deliveries, feed states and held items. Plain SQL; every transaction is short and none
 * spans I/O with another system.
 */
package se.omsorgsbron.bridge.ledger;
