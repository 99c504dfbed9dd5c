/** The configuration of a bridge: one validated record, read from one YAML file. */
package se.omsorgsbron.bridge.config;
