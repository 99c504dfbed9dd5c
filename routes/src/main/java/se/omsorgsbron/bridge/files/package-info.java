/**
 * Night patrols without an API: their notes come in as files, and what they may know is put out as files, in a folder or over SFTP. What
 * comes in is taken apart line by line and goes to the desk at which the API's notes are taken in.
 */
package se.omsorgsbron.bridge.files;
