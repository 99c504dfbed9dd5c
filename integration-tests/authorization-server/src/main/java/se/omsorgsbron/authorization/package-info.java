/**
 * The authorization server of the sandbox and of tests: Spring Authorization Server as a process of its own, which gives the
 * town's systems access tokens. Nothing here is used by the bridge.
 */
package se.omsorgsbron.authorization;
