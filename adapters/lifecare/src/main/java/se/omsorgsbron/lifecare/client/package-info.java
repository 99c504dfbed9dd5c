/** All I/O with Lifecare: requests, pages, the grammar of {@code q}. Knows nothing of the domain; nothing here logs a URL. */
package se.omsorgsbron.lifecare.client;
