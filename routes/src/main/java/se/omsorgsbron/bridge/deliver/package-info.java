/**
 * From "this subject may have work" to the recipient's answer: claim, compose, disclose, project, check, deliver, record. The
 * steps are named beans; the routes only string them together.
 */
package se.omsorgsbron.bridge.deliver;
