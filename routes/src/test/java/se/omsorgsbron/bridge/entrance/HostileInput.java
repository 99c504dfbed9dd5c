package se.omsorgsbron.bridge.entrance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of what somebody may send who means no good. */
final class HostileInput {
    private HostileInput() {}

    /** One request. */
    record Attack(String method, String suffix, String headers, String contentType, String body, int endpoint) {
        @Override
        public String toString() {
            return method + " +" + start(suffix) + ", " + contentType + ", " + start(headers) + ", body " + start(body);
        }

        private static String start(String text) {
            return text.substring(0, Math.min(80, text.length())).replaceAll("\\p{Cntrl}", "?") + " (" + text.length()
                    + ")";
        }
    }

    static Arbitrary<Attack> requests() {
        Arbitrary<String> methods = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("GET", "POST", "PUT", "DELETE", "PATCH")),
                Tuple.of(1, Arbitraries.of("OPTIONS", "HEAD", "TRACE", "get", "QQ", "CONNECT")));
        return Combinators.combine(
                        methods,
                        suffixes(),
                        headers(),
                        types(),
                        bodies(),
                        Arbitraries.integers().between(0, 99))
                .as(Attack::new);
    }

    private static Arbitrary<String> suffixes() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.of(
                        "/../../etc/passwd",
                        "/%2e%2e/%2e%2e/x",
                        "/..;/actuator/env",
                        "//",
                        "/%00",
                        "/%",
                        "/;a=b",
                        "/%2F",
                        "?a[]=1",
                        "?after=9999999999999999999",
                        "?after=-1&count=0",
                        "?count=2147483648",
                        "?_format=ttl",
                        "?_format=xml",
                        "?_format=%00",
                        "?_id=%27%20or%201=1--",
                        "?patient=Patient/../x",
                        "?_id=http://169.254.169.254/latest",
                        "?patient=http://127.0.0.1:1/Patient/1",
                        "?_getpages=1",
                        "?_pretty=true&_summary=count",
                        "?_elements=%00",
                        "?_sort=-_id",
                        "/$validate",
                        "/$everything",
                        "/_history/1",
                        "?_has:A:b:c=d",
                        "?patient.identifier=1|2",
                        "?patient:Patient.x=1",
                        "?__proto__=1"),
                strings(200).map(text -> "/" + encoded(text)),
                strings(200).map(text -> "?_id=" + encoded(text) + "&patient=" + encoded(text)),
                Arbitraries.integers().between(1000, 20_000).map("/x"::repeat));
    }

    private static Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.of(
                        "Accept: text/turtle\r\n",
                        "Accept: application/fhir+xml\r\n",
                        "Accept: */*;q=a\r\n",
                        "Accept: \u0000\r\n",
                        "Transfer-Encoding: chunked\r\n",
                        "Expect: 100-continue\r\n",
                        "Content-Encoding: gzip\r\n",
                        "X-Forwarded-Host: evil\r\n",
                        "Range: bytes=0-1\r\n",
                        "If-Match: W/\"x\"\r\n",
                        "If-None-Exist: a=b\r\n",
                        "Prefer: respond-async\r\n",
                        "Upgrade: h2c\r\n",
                        "X-HTTP-Method-Override: DELETE\r\n",
                        "Cookie: JSESSIONID=../x\r\n",
                        "Accept-Charset: x\r\n",
                        "Authorization: Basic eDp5\r\n",
                        "Accept-Encoding: gzip\r\n",
                        ": x\r\n",
                        "a b: c\r\n"),
                strings(300).map(text -> "X-A: " + text.replaceAll("[\\r\\n]", "") + "\r\n"),
                Arbitraries.integers().between(100, 3000).map(i -> "X: y\r\n".repeat(i)));
    }

    private static Arbitrary<String> types() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("application/json", "application/fhir+json")),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "application/x-www-form-urlencoded",
                                "text/xml",
                                "application/fhir+xml",
                                "text/turtle",
                                "x",
                                "application/json;charset=utf-16",
                                "application/json;charset=none",
                                "*/*",
                                "",
                                "multipart/form-data; boundary=x",
                                "application/x-java-serialized-object")));
    }

    /**
     * What somebody may show for a token.
     *
     * @param good one that is
     */
    static Arbitrary<String> tokens(String good) {
        return Arbitraries.oneOf(
                strings(400),
                Arbitraries.of(
                        "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA", "A".repeat(15_000)),
                strings(60).map(text -> good + text));
    }

    private static Arbitrary<String> bodies() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                strings(500),
                sizes(400_000).map(deep -> "[".repeat(deep)),
                sizes(70_000).map(deep -> "{\"extension\":[".repeat(deep) + "]}".repeat(deep)),
                sizes(2_000_000).map(length -> "{\"person\":\"" + "x".repeat(length) + "\"}"),
                Arbitraries.of(
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Consent>&b;</Consent>",
                        "{\"@class\":\"java.lang.ProcessBuilder\",\"@type\":\"x\"}",
                        "{\"person\":1e999999999}",
                        "{\"person\":\"client:1\",\"person\":\"client:2\"}",
                        "null",
                        "[]",
                        "\"",
                        "{\"person\":\"\\ud800\"}",
                        "{\"person\":\"client:\u202e1\",\"reason\":\"\u0000\"}",
                        "{}{}",
                        "{\"reason\":\"=cmd|' /C calc'!A0\"}",
                        "{\"reason\":\"a\\r\\nINFO forged\"}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}",
                        "{\"resourceType\":\"Consent\",\"contained\":[{\"resourceType\":\"Consent\"}]}",
                        "{\"resourceType\":\"Consent\",\"patient\":{\"reference\":\"http://127.0.0.1:1/Patient/1\"}}",
                        "{\"resourceType\":\"\\u0000\"}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":{\"resourceType\":\"Bundle\"}}]}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{}]}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"fullUrl\":\"http://127.0.0.1:1/x\"}]}",
                        "{\"resourceType\":\"Communication\"}",
                        "{\"resourceType\":\"Communication\",\"status\":\"entered-in-error\",\"identifier\":[{\"system\":\"a\",\"value\":\"\\u0000\"}]}",
                        "{\"resourceType\":\"CareTeam\",\"contained\":[{\"resourceType\":\"Practitioner\",\"id\":\"a\"}],\"participant\":[{\"member\":{\"reference\":\"#b\"}}]}",
                        "{\"resourceType\":\"CareTeam\",\"meta\":{\"profile\":[\"http://127.0.0.1:1/x\"]},\"period\":{\"start\":\"0000\"}}",
                        "{\"resourceType\":\"Patient\",\"id\":\"1\"}",
                        "{\"resourceType\":\"Consent\",\"status\":\"active\",\"dateTime\":\"0000-00-00\"}",
                        "{\"resourceType\":\"Consent\",\"status\":\"active\",\"provision\":{\"type\":\"permit\",\"period\":{\"start\":\"9999-12-31T23:59:60Z\"}}}"),
                strings(60)
                        .map(text -> "{\"person\":\"" + json(text) + "\",\"kind\":\"" + json(text) + "\",\"from\":\""
                                + json(text) + "\",\"scope\":{\"concepts\":[\"" + json(text) + "\"]},\"recordedBy\":\""
                                + json(text)
                                + "\"}"),
                strings(60).map(HostileInput::communication),
                strings(60)
                        .map(text -> "{\"resourceType\":\"Consent\",\"status\":\"" + json(text)
                                + "\",\"patient\":{\"identifier\":" + "{\"value\":\"" + json(text)
                                + "\"}},\"dateTime\":\"" + json(text) + "\"}"));
    }

    /** As good a Communication as such a text lets it be. */
    private static String communication(String text) {
        return """
                {"resourceType":"Communication","status":"completed","identifier":[{"system":"urn:x:%1$s","value":"%1$s"}],
                 "category":[{"coding":[{"system":"https://fhir.omsorgsbron.se/CodeSystem/note-kind","code":"daily"}]}],
                 "subject":{"identifier":{"value":"189602029812"}},"sent":"2025-11-24T10:15:00+01:00",
                 "sender":{"display":"%1$s"},"payload":[{"contentString":"%1$s"}]}
                """.formatted(json(text));
    }

    /** Mostly just too many, at times as many as there can be. */
    private static Arbitrary<Integer> sizes(int most) {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(10, 2_000)), Tuple.of(1, Arbitraries.just(most)));
    }

    private static Arbitrary<String> strings(int longest) {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(longest),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(longest));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replaceAll("[\"\\\\\\p{Cntrl}]", "");
    }
}
