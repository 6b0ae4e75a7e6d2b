package fr.accueil.router.flow;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// A memory as text and back: wishes and the ids of the agenda are written as they read.
public final class MemoryJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(wishes())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String NOTHING = "{}";
    private static final String ANYONE = "*";

    private MemoryJson() {}

    public static String write(Memory memory) {
        return memory.equals(Memory.EMPTY) ? NOTHING : MAPPER.writeValueAsString(memory);
    }

    public static Memory read(String json) {
        return json.equals(NOTHING) ? Memory.EMPTY : MAPPER.readValue(json, Memory.class);
    }

    private static SimpleModule wishes() {
        var module = new SimpleModule();
        add(module, DayWish.class, DayWish::toString, MemoryJson::toDay);
        add(module, HourWish.class, HourWish::toString, MemoryJson::toHour);
        add(module, ServiceId.class, ServiceId::value, ServiceId::new);
        add(module, PractitionerId.class, PractitionerId::value, PractitionerId::new);
        add(module, Whom.class, MemoryJson::fromWhom, MemoryJson::toWhom);
        return module;
    }

    private static DayWish toDay(String text) {
        var ends = text.split("/", -1);
        return ends.length == 1
                ? new DayWish.On(LocalDate.parse(text))
                : new DayWish.During(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }

    private static HourWish toHour(String text) {
        var part = Arrays.stream(HourWish.PartOfDay.values())
                .filter(it -> it.toString().equals(text))
                .findFirst();
        if (part.isPresent()) {
            return part.get();
        }
        var ends = text.split("/", -1);
        if (ends.length == 1) {
            return new HourWish.At(LocalTime.parse(text));
        }
        if (ends[0].isEmpty()) {
            return new HourWish.Until(LocalTime.parse(ends[1]));
        }
        return ends[1].isEmpty()
                ? new HourWish.From(LocalTime.parse(ends[0]))
                : new HourWish.Between(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    private static String fromWhom(Whom whom) {
        return switch (whom) {
            case Whom.Anyone() -> ANYONE;
            case Whom.Only(var practitioner) -> practitioner.value();
        };
    }

    private static Whom toWhom(String text) {
        return text.equals(ANYONE) ? new Whom.Anyone() : new Whom.Only(new PractitionerId(text));
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new AsText<>(type, write));
        module.addDeserializer(type, new FromText<>(type, read));
    }

    private static final class AsText<T> extends StdSerializer<T> {

        private final transient Function<T, String> write;

        AsText(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(write.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final transient Function<String, T> read;

        FromText(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return read.apply(json.getString());
        }
    }
}
