/** How an adapter waits for another system's answer: whole, in time, and no longer than can be kept. */
package se.omsorgsbron.api.http;
