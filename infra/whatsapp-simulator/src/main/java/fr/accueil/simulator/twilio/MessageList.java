package fr.accueil.simulator.twilio;

import fr.accueil.simulator.world.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/// One request for Twilio's message list: its filters and its page. A page goes on after the message that its token
/// names, so that what comes in meanwhile shifts nothing.
record MessageList(String path, MultiValueMap<String, String> query) {

    private static final int PAGE_SIZE = 50;
    private static final int LARGEST_PAGE = 1000;

    static MessageList of(ServerHttpRequest request) {
        return new MessageList(request.getPath().value(), request.getQueryParams());
    }

    /// @param newestFirst everything of the account
    Map<String, @Nullable Object> page(List<Message> newestFirst) {
        var size = number("PageSize", PAGE_SIZE, 1, LARGEST_PAGE);
        var page = number("Page", 0, 0, Integer.MAX_VALUE);
        var token = value("PageToken");
        var found = newestFirst.stream().filter(this::matches).toList();
        var rest = token == null
                ? found.stream().skip((long) page * size).toList()
                : after(number(token, newestFirst), found);
        var shown = rest.stream().limit(size).toList();

        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("first_page_uri", address(size, 0, null));
        json.put("end", page * size + Math.max(shown.size() - 1, 0));
        json.put("previous_page_uri", page == 0 ? null : address(size, page - 1, null));
        json.put("messages", shown.stream().map(MessageJson::of).toList());
        json.put("uri", address(size, page, token));
        json.put("page_size", size);
        json.put("start", page * size);
        json.put(
                "next_page_uri",
                rest.size() > size
                        ? address(size, page + 1, "PA" + shown.getLast().sid())
                        : null);
        json.put("page", page);
        return json;
    }

    private static List<Message> after(long last, List<Message> found) {
        return found.stream().filter(message -> message.number() < last).toList();
    }

    private static long number(String token, List<Message> all) {
        return all.stream()
                .filter(message -> token.equals("PA" + message.sid()))
                .map(Message::number)
                .findFirst()
                .orElseThrow(() -> TwilioError.badRequest(20001, "Invalid PageToken"));
    }

    private boolean matches(Message message) {
        var to = value("To");
        var from = value("From");
        return (to == null || to.equals(message.to()))
                && (from == null || from.equals(message.from()))
                && matchesDates(message.sentAt());
    }

    /// A day means the whole day, in GMT; what has not been sent yet has no date to compare.
    private boolean matchesDates(@Nullable Instant sentAt) {
        var on = value("DateSent");
        var from = value("DateSent>");
        var until = value("DateSent<");
        if (on == null && from == null && until == null) {
            return true;
        }
        return sentAt != null
                && (on == null || startOf(day(on)).equals(startOf(LocalDate.ofInstant(sentAt, ZoneOffset.UTC))))
                && (from == null || !sentAt.isBefore(earliest(from)))
                && (until == null || sentAt.isBefore(latest(until)));
    }

    private static LocalDate day(String text) {
        return LocalDate.ofInstant(earliest(text), ZoneOffset.UTC);
    }

    private static Instant earliest(String text) {
        return isDay(text) ? startOf(LocalDate.parse(text)) : time(text);
    }

    private static Instant latest(String text) {
        return isDay(text)
                ? startOf(LocalDate.parse(text).plusDays(1))
                : time(text).plusSeconds(1);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    /// The SDKs write times without a zone and mean UTC.
    private static Instant time(String text) {
        try {
            var plus = text.replace(' ', '+');
            return plus.matches(".*([zZ]|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(plus).toInstant()
                    : LocalDateTime.parse(plus).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw TwilioError.badRequest(20001, "'" + text + "' is not a date");
        }
    }

    private int number(String name, int otherwise, int least, int most) {
        var text = Objects.requireNonNullElse(value(name), "");
        return text.matches("\\d{1,6}") ? Math.clamp(Long.parseLong(text), least, most) : otherwise;
    }

    private String address(int size, int page, @Nullable String token) {
        var filters = List.of("To", "From", "DateSent", "DateSent>", "DateSent<").stream()
                .filter(name -> value(name) != null)
                .map(name -> encode(name) + "=" + encode(Objects.requireNonNullElse(value(name), "")) + "&")
                .collect(Collectors.joining());
        return path + "?" + filters + "PageSize=" + size + "&Page=" + page
                + (token == null ? "" : "&PageToken=" + token);
    }

    private static String encode(String text) {
        return UriUtils.encode(text, "UTF-8");
    }

    private @Nullable String value(String name) {
        var value = query.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
