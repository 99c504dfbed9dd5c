/**
 * All I/O with CareManagement and with the party look-up: requests, pages, limits. Knows nothing of the domain; nothing here logs a URL
 * or passes on an exception of the HTTP client, which could quote one.
 */
package se.omsorgsbron.caremanagement.client;
