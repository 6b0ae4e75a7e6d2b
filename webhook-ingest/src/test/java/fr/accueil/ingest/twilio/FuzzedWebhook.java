package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.ingest.SharedFiles;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// A webhook to which something was done on its way. The same seed gives the same webhook.
///
/// @param bytes what goes over the wire
/// @param signed whether the signature is right for what was made of it
/// @param last nothing may follow it on its connection
record FuzzedWebhook(byte[] bytes, boolean signed, boolean last) {

    static final String ADDRESS = "whatsapp:+33199000400";
    static final String ACCOUNT = "ACf022f022f022f022f022f022f022f022";

    private static final int MOST_SHOWN = 4_000;

    private static final List<String> EXAMPLES = SharedFiles.examples();

    private static final List<String> NASTY = List.of(
            "%00",
            "%0d%0aX-Injected:%201",
            "%ED%A0%BD",
            "%FF%FE",
            "%F0%9F%98",
            "%",
            "%ZZ",
            "%u00e9",
            "&&&&",
            "&Body=",
            "&=",
            "=",
            "&MessageSid=SMother",
            "&AccountSid=AC0",
            "&MessageStatus=",
            "&MessageStatus=read",
            "&NumMedia=99999999999999999999&MediaUrl99999999999=x&MediaUrl999=y",
            "&Latitude=NaN&Longitude=1e999",
            "&ChannelMetadata=" + "%5B".repeat(3_000),
            "&ChannelMetadata=%7B%22data%22%3A%7B%22context%22%3A%7B%22ListId%22%3A%22%5Cud83d%5Cu0000%22%7D%7D%7D",
            "&MessageType=interactive&InteractiveData=%7B%22a%22%3A" + "%7B%22a%22%3A".repeat(800),
            "&MessageType=interactive&FlowData=%7B%22list_reply%22%3A%7B%22id%22%3A%5B%5D%7D%7D",
            "&ExternalUserId=whatsapp%3A",
            "&From=whatsapp%3A%2B0&To=",
            "&ProfileName=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "&Body='%3Bdrop+table+message%3B--",
            "\u202e\u0000\uFEFF",
            "%E2%80%AE");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "text/plain",
            "application/json",
            "application/json; charset=utf-8",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/x-www-form-urlencoded; charset=;;",
            "application/x-www-form-urlencoded, text/plain",
            "multipart/form-data; boundary=\"",
            "multipart/form-data",
            "\u0001",
            "a/b; c=\"",
            "x".repeat(2_000));

    private static final List<String> TARGETS = List.of(
            Caller.INBOUND + "?conversation=%ZZ",
            Caller.STATUS + "?conversation=1&message=\"{}|&part=99999999999999&attempt=%0d%0aX-Injected:1",
            Caller.STATUS + "?part=-1&part=&&=&a=%C3",
            Caller.INBOUND + "?bodySHA256=0",
            Caller.INBOUND + "?x=" + "y".repeat(5_000),
            Caller.INBOUND + "/../twilio",
            Caller.INBOUND + ";jsessionid=1",
            "//api/webhooks/twilio",
            "/api/webhooks/%74wilio",
            "/api/webhooks/twilio%2f",
            "http://evil.example/api/webhooks/twilio",
            "*",
            "/" + "a".repeat(70_000));

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "FOO", "post");

    private static final List<String> HEADERS = List.of(
            "X-Forwarded-For: 1.2.3.4, %00, ::1\r\n",
            "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript\r\n",
            "Forwarded: for=\"[::1\";host=\"\r\n",
            "I-Twilio-Idempotency-Token: " + "t".repeat(500) + "\r\n",
            "Accept: application/json;q=x\r\n",
            "Accept: //\r\n",
            "traceparent: 00-zz-zz-zz\r\n",
            "traceparent: 00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-01\r\n",
            "baggage: " + "a=b,".repeat(200) + "\r\n",
            "Content-Encoding: gzip\r\n",
            "Expect: 100-nothing\r\n",
            "Origin: null\r\nAccess-Control-Request-Method: POST\r\n",
            "Bad Header: x\r\n",
            "X-Bin: \u0001\u007f\u00ff\r\n",
            "X-Long: " + "l".repeat(9_000) + "\r\n",
            "Cookie: " + "c=d;".repeat(500) + "\r\n",
            " folded\r\n");

    static FuzzedWebhook of(long seed) {
        var random = new Random(seed);
        var body = body(random);
        var target = target(random);
        var method = one(random, 25) ? any(random, METHODS) : "POST";
        var signed = one(random, 3);
        var signature = signed ? sign(target, method, body) : noise(random);
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        if (!one(random, 40)) {
            head.append("X-Twilio-Signature: ").append(signature).append("\r\n");
        }
        var contentType =
                one(random, 12) ? any(random, CONTENT_TYPES) : "application/x-www-form-urlencoded; charset=UTF-8";
        if (!contentType.isEmpty()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        if (one(random, 8)) {
            head.append(any(random, HEADERS));
        }
        return framed(random, head, body, received -> signed && signature.equals(sign(target, method, received)));
    }

    /// What goes over the wire, for a reader: the beginning, if it is long.
    String shown() {
        var text = new String(bytes, 0, Math.min(bytes.length, MOST_SHOWN), ISO_8859_1)
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        return bytes.length + " bytes: " + text;
    }

    private static byte[] body(Random random) {
        var text = SharedFiles.example(any(random, EXAMPLES))
                .replace(Businesses.ACCOUNT, ACCOUNT)
                .replace("33199000042", ADDRESS.substring(ADDRESS.indexOf('+') + 1));
        for (int times = random.nextInt(3); times > 0; times--) {
            var at = random.nextInt(text.length() + 1);
            text = text.substring(0, at) + any(random, NASTY) + text.substring(at);
        }
        var body = text.getBytes(UTF_8);
        for (int times = random.nextInt(4); times > 0; times--) {
            body = changed(random, body);
        }
        return one(random, 50) ? huge(random, body) : body;
    }

    private static byte[] changed(Random random, byte[] body) {
        if (body.length == 0) {
            return body;
        }
        var from = random.nextInt(body.length);
        var to = Math.min(body.length, from + 1 + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                var flipped = body.clone();
                flipped[from] = (byte) random.nextInt(256);
                yield flipped;
            }
            case 2 -> Arrays.copyOf(body, from);
            case 3 -> joined(Arrays.copyOf(body, from), Arrays.copyOfRange(body, to, body.length));
            case 4 -> joined(Arrays.copyOf(body, to), Arrays.copyOfRange(body, from, body.length));
            default ->
                joined(Arrays.copyOf(body, from), noiseBytes(random), Arrays.copyOfRange(body, from, body.length));
        };
    }

    /// Around what is let in, and far above it.
    private static byte[] huge(Random random, byte[] body) {
        var filler = new byte[one(random, 2) ? 55_000 + random.nextInt(12_000) : random.nextInt(200_000)];
        Arrays.fill(filler, (byte)
                any(random, List.of("a", "%", "&", "\u0001", "\"", "=")).charAt(0));
        return joined(body, "&Filler=".getBytes(UTF_8), filler);
    }

    private static String target(Random random) {
        if (one(random, 15)) {
            return any(random, TARGETS);
        }
        return one(random, 3) ? Caller.STATUS + "?conversation=1&message=2&part=0&attempt=3" : Caller.INBOUND;
    }

    /// A body cut where nothing but empty parameters follows says the same: its signature is right.
    private static FuzzedWebhook framed(Random random, StringBuilder head, byte[] body, Predicate<byte[]> signedAs) {
        var half = Arrays.copyOf(body, body.length / 2);
        return switch (random.nextInt(60)) {
            case 0 -> chunked(head, body, signedAs.test(body));
            case 1 -> of(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", body, "", false, true);
            case 2 ->
                of(head + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", body, "", false, true);
            case 3 -> of(head + "Content-Length: " + half.length + "\r\n\r\n", body, "", signedAs.test(half), true);
            case 4 -> of(head + "Content-Length: -5\r\n\r\n", body, "", false, true);
            case 5 -> of(head + "Content-Length: 99999999999999999999\r\n\r\n", body, "", false, true);
            default -> of(head + "Content-Length: " + body.length + "\r\n\r\n", body, "", signedAs.test(body), false);
        };
    }

    /// An empty chunk would be the end, and what follows it the beginning of another request.
    private static FuzzedWebhook chunked(StringBuilder head, byte[] body, boolean signed) {
        head.append("Transfer-Encoding: chunked\r\n\r\n");
        return body.length == 0
                ? of(head.toString(), body, "0\r\n\r\n", signed, false)
                : of(head + Integer.toHexString(body.length) + "\r\n", body, "\r\n0\r\n\r\n", signed, false);
    }

    private static FuzzedWebhook of(String head, byte[] body, String end, boolean signed, boolean last) {
        return new FuzzedWebhook(joined(head.getBytes(ISO_8859_1), body, end.getBytes(ISO_8859_1)), signed, last);
    }

    private static String sign(String target, String method, byte[] body) {
        try {
            var text = method.equals("POST") ? new Signed.Parameters(TwilioForm.parse(body)).text() : "";
            return TwilioSignature.sign(Caller.TOKEN, Caller.PUBLIC_URL + target + text);
        } catch (RejectedWebhook e) {
            return "bm9uZQ==";
        }
    }

    private static String noise(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "x\r\nX-Injected: 1";
            case 2 -> "\u00e9\u00ff" + "s".repeat(3_000);
            default -> "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        };
    }

    private static byte[] noiseBytes(Random random) {
        var bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static boolean one(Random random, int of) {
        return random.nextInt(of) == 0;
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
